package deskbell.knowledge.files;

import deskbell.conversation.Unavailable;
import deskbell.knowledge.Article;
import deskbell.knowledge.ArticleKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes articles into a folder, {@code LANGUAGE/ID.md}. Blocks for the disk. */
public record ArticleFiles(Path root) {
  /** The file of an article. */
  public Path file(ArticleKey key) {
    return root.resolve(key.language().code()).resolve(key.id() + ".md");
  }

  /** Writes an article's file as a whole, or leaves it as it was. */
  public void write(Article article) {
    var file = file(article.key());
    try {
      Files.createDirectories(file.getParent());
      var fresh = Files.createTempFile(file.getParent(), article.id(), ".tmp");
      Files.writeString(fresh, ArticleText.of(article));
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failed) {
      throw new Unavailable("articles: " + file + " cannot be written", failed);
    }
  }
}
