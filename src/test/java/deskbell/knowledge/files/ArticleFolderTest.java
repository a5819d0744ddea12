package deskbell.knowledge.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.conversation.Unavailable;
import deskbell.knowledge.Article;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticleFolderTest {
  private static final String SOUND = "---\nquestion: Why?\n---\nBecause.\n";

  @TempDir Path root;

  @Test
  void a_broken_article_is_reported_and_leaves_the_others_standing() throws IOException {
    write("en/sound.md", SOUND);
    write("en/broken.md", "---\nintent: x\n---\nText");
    var folder = ArticleFolder.read(root);
    assertThat(folder.articles()).extracting(Article::id).containsExactly("sound");
    assertThat(folder.problems())
        .extracting(Object::toString)
        .containsExactly("en/broken.md:1:1: error: question is missing");
  }

  @Test
  void of_two_files_with_one_id_neither_is_used() throws IOException {
    write("en/Delivery.md", SOUND);
    write("en/delivery.md", SOUND);
    write("en/old/delivery.md", SOUND);
    write("zh/delivery.md", SOUND);
    var folder = ArticleFolder.read(root);
    assertThat(folder.articles()).extracting(Article::key).hasToString("[zh/delivery]");
    assertThat(folder.problems())
        .extracting(Object::toString)
        .containsExactly(
            "en/delivery.md: error: id delivery is taken by en/Delivery.md; neither is used",
            "en/old/delivery.md: error: id delivery is taken by en/Delivery.md; neither is used");
  }

  @Test
  void a_folder_that_is_no_language_is_reported() throws IOException {
    write("fr/livraison.md", SOUND);
    write("loose.md", SOUND);
    write("README.md", "# not an article");
    assertThat(ArticleFolder.read(root).problems())
        .extracting(Object::toString)
        .containsExactly(
            "fr/livraison.md: error: folder is fr; known languages: en, zh",
            "loose.md: error: file lies outside the language folders en/ and zh/");
  }

  @Test
  void a_name_that_is_no_id_is_reported() throws IOException {
    write("en/what is this.md", SOUND);
    assertThat(ArticleFolder.read(root).problems().getFirst().rule())
        .isEqualTo(
            "id is \"what is this\"; 1 to 100 letters, digits, hyphens, dots or underscores");
  }

  @Test
  void a_file_in_another_encoding_is_reported() throws IOException {
    var file = root.resolve("zh/gbk.md");
    Files.createDirectories(file.getParent());
    Files.write(file, "---\nquestion: 运费\n---\n十元".getBytes(Charset.forName("GBK")));
    assertThat(ArticleFolder.read(root).problems())
        .extracting(Object::toString)
        .containsExactly("zh/gbk.md: error: is not UTF-8");
  }

  @Test
  void a_missing_folder_is_unavailable() {
    var missing = root.resolve("nowhere");
    assertThatThrownBy(() -> ArticleFolder.read(missing))
        .isInstanceOf(Unavailable.class)
        .hasMessage("articles: " + missing + " is not a folder");
  }

  private void write(String name, String text) throws IOException {
    var file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
