package deskbell.knowledge.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticleChecksTest {
  private static final LocalDate TODAY = LocalDate.of(2027, 1, 1);

  @TempDir Path root;

  @Test
  void what_articles_say_against_each_other_is_reported_with_its_place() throws IOException {
    write("en/a.md", "---\nquestion: Why?\nalso: [How]\nintent: known\n---\nText");
    write("zh/a.md", "---\nquestion: 为什么？\n---\n因为");
    write("en/b.md", "---\nquestion: When?\nalso:\n  - WHY\nintent: unheard_of\n---\nText");
    write("zh/c.md", "---\nquestion: 何时？\nreview: 2026-12-31\n---\n今天");
    assertThat(problems())
        .containsExactly(
            "en/b.md:2:1: error: is not translated: zh has no b",
            "en/b.md:4:1: error: phrasing \"WHY\" stands in en/a.md too",
            "en/b.md:5:1: error: intent \"unheard_of\" is unknown",
            "zh/c.md:2:1: error: is not translated: en has no c",
            "zh/c.md:3:1: warning: review was due on 2026-12-31");
  }

  @Test
  void a_phrasing_given_twice_in_one_article_is_reported() throws IOException {
    write("en/a.md", "---\nquestion: Why?\nalso: [why]\n---\nText");
    assertThat(problems())
        .containsExactly("en/a.md:3:1: error: phrasing \"why\" stands twice here");
  }

  @Test
  void a_shop_of_one_language_needs_no_translations() throws IOException {
    write("zh/a.md", "---\nquestion: 为什么？\n---\n因为");
    assertThat(problems()).isEmpty();
  }

  private List<String> problems() {
    var folder = ArticleFolder.read(root);
    return ArticleChecks.of(folder, List.of("known"), TODAY).stream()
        .map(Object::toString)
        .toList();
  }

  private void write(String name, String text) throws IOException {
    var file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
