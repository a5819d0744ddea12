package deskbell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class KnowledgeCommandTest {
  @TempDir Path work;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void the_shipped_articles_pass_the_check() {
    assertThat(run("--articles", "knowledge-base", "check")).isZero();
    assertThat(out.toString()).contains("208 articles, 0 errors");
  }

  @Test
  void a_broken_article_fails_the_check_with_its_place() throws IOException {
    write("articles/en/a.md", "---\nintent: greet\n---\nText");
    assertThat(run("--articles", work.resolve("articles").toString(), "check")).isEqualTo(1);
    assertThat(err.toString())
        .contains("en/a.md:1:1: error: question is missing")
        .contains("0 articles, 1 errors, 0 warnings");
  }

  @Test
  void an_overdue_review_only_warns() throws IOException {
    write("articles/en/a.md", "---\nquestion: Why?\nreview: 2020-01-01\n---\nText");
    assertThat(run("--articles", work.resolve("articles").toString(), "check")).isZero();
    assertThat(err.toString()).contains("en/a.md:3:1: warning: review was due on 2020-01-01");
  }

  @Test
  void a_table_is_imported_row_by_row_and_existing_articles_stay() throws IOException {
    write("articles/en/there.md", "---\nquestion: Old?\n---\nOld");
    var table =
        write(
            "in.csv",
            "id,lang,question,answer\nnew,en,New?,New\nthere,en,Newer?,Newer\nbad,en,,x\n");
    var articles = work.resolve("articles").toString();
    assertThat(run("--articles", articles, "import", table.toString())).isEqualTo(1);
    assertThat(err.toString())
        .contains("in.csv:4:1: error: row 3: question is blank")
        .contains("en/there exists; see --replace");
    assertThat(work.resolve("articles/en/new.md")).hasContent("---\nquestion: New?\n---\nNew");
    assertThat(work.resolve("articles/en/there.md")).content().contains("Old?");
    run("--articles", articles, "import", table.toString(), "--replace");
    assertThat(work.resolve("articles/en/there.md")).content().contains("Newer?");
  }

  @Test
  void articles_are_exported_as_a_table_and_as_files() throws IOException {
    write("articles/zh/a.md", "---\nquestion: 为什么？\n---\n因为");
    var articles = work.resolve("articles").toString();
    var table = work.resolve("out.csv");
    var nothing = "--data=" + work.resolve("nothing");
    assertThat(run("--articles", articles, "export", table.toString(), nothing)).isZero();
    assertThat(table).content().contains("a,zh,为什么？,,,,,因为");
    var folder = work.resolve("copy");
    assertThat(run("--articles", articles, "export", folder.toString(), nothing)).isZero();
    assertThat(folder.resolve("zh/a.md")).hasContent("---\nquestion: 为什么？\n---\n因为");
  }

  @Test
  void an_article_is_imported_over_its_file_wherever_that_lies() throws IOException {
    write("articles/en/old/there.md", "---\nquestion: Old?\n---\nOld");
    var table = write("in.csv", "id,lang,question,answer\nthere,en,Newer?,Newer\n");
    var articles = work.resolve("articles").toString();
    assertThat(run("--articles", articles, "import", table.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("en/there exists; see --replace");
    assertThat(run("--articles", articles, "import", table.toString(), "--replace")).isZero();
    assertThat(work.resolve("articles/en/old/there.md")).content().contains("Newer?");
    assertThat(work.resolve("articles/en/there.md")).doesNotExist();
  }

  private int run(String... arguments) {
    return new CommandLine(new KnowledgeCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private Path write(String name, String text) throws IOException {
    var file = work.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
