package deskbell.knowledge.files;

import deskbell.conversation.Unavailable;
import deskbell.knowledge.Article;
import deskbell.knowledge.ArticleKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes articles into a folder: over the file that holds an article already, else as {@code
 * LANGUAGE/ID.md}. A file is written as a whole or stays as it was. Blocks for the disk.
 *
 * @param there the articles that the folder holds
 * @param places their files, relative to the folder
 */
public record ArticleFiles(
    Path root, Map<ArticleKey, Article> there, Map<ArticleKey, String> places) {
  public ArticleFiles {
    there = Map.copyOf(there);
    places = Map.copyOf(places);
  }

  /** The files of a folder, which need not exist yet. */
  public static ArticleFiles in(Path root) {
    if (!Files.exists(root)) {
      return new ArticleFiles(root, Map.of(), Map.of());
    }
    var folder = ArticleFolder.read(root);
    var there =
        folder.articles().stream().collect(Collectors.toMap(Article::key, article -> article));
    return new ArticleFiles(root, there, folder.sources());
  }

  /** The file of an article. */
  public Path file(ArticleKey key) {
    var standard = key.language().code() + "/" + key.id() + ".md";
    return root.resolve(places.getOrDefault(key, standard));
  }

  /** Writes an article where the folder does not hold it word for word; false where it does. */
  public boolean write(Article article) {
    if (article.equals(there.get(article.key()))) {
      return false;
    }
    var file = file(article.key());
    var fresh = file.resolveSibling(file.getFileName() + ".tmp");
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(fresh, ArticleText.of(article));
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      throw new Unavailable("articles: " + file + " cannot be written", failed);
    }
    return true;
  }

  /** Takes an article's file away; false where there is none. */
  public boolean delete(ArticleKey key) {
    try {
      return Files.deleteIfExists(file(key));
    } catch (IOException failed) {
      throw new Unavailable("articles: " + file(key) + " cannot be deleted", failed);
    }
  }
}
