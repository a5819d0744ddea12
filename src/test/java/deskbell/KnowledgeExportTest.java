package deskbell;

import static deskbell.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.Language;
import deskbell.knowledge.Article;
import deskbell.knowledge.ArticleKey;
import deskbell.knowledge.Wording;
import deskbell.knowledge.files.ArticleFolder;
import deskbell.store.PgArticles;
import deskbell.store.PgSynonyms;
import deskbell.store.TestDatabase;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What editors did in the database goes back into files, and from files in again. */
class KnowledgeExportTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Article EDITED =
      new Article(
          new ArticleKey("returns", Language.EN),
          "Can I send it back: \"how\"?",
          List.of("return #1, it's odd", "send back"),
          Optional.of("return_policy"),
          List.of("returns", "rules"),
          Optional.of(LocalDate.of(2027, 6, 1)),
          "Within **30 days**, unworn.\n\n- with the label");
  private static final Article NEW =
      article(new ArticleKey("gift-wrap", Language.ZH), "可以包装成礼物吗？", "可以，¥ 5。");

  @TempDir Path work;

  private final StringWriter out = new StringWriter();
  private Path folder;

  @BeforeEach
  void three_files_one_edited_one_removed_one_left_and_one_new() throws IOException {
    folder = work.resolve("knowledge-base");
    write("en/rules/returns.md", "---\nquestion: Old question?\n---\nOld answer.\n");
    write("en/gone.md", "---\nquestion: Gone?\n---\nGone.\n");
    write("zh/left.md", "---\nquestion:   留着？\n---\n\n留着。\n");
    database.execute("TRUNCATE article_edit, article_revision, synonym_text");
    var vertx = Vertx.vertx();
    try {
      var articles = new PgArticles(database.open(vertx));
      await(articles.publish(EDITED, Optional.of("seed"), 0, "Ada"));
      await(articles.publish(NEW, Optional.empty(), 0, "Ada"));
      var gone = new ArticleKey("gone", Language.EN);
      await(articles.remove(gone, Optional.of("seed"), 0, "Ada"));
      var unfinished = article(new ArticleKey("draft", Language.EN), "Draft?", "Draft.");
      await(articles.saveDraft(unfinished, 0, "Ada"));
      var synonyms = new PgSynonyms(database.open(vertx));
      await(synonyms.saveSynonyms(new Wording(Language.EN, "parcel, package\n", 0), "Ada"));
    } finally {
      await(vertx.close());
    }
  }

  @Test
  void the_articles_in_force_are_written_as_files_and_read_again_as_they_were() throws IOException {
    var copy = work.resolve("copy");
    export(copy);
    assertThat(out.toString()).contains("3 articles in force; 3 files written to " + copy);
    assertInForce(copy);
    assertThat(copy.resolve("synonyms-en.txt")).hasContent("parcel, package\n");
    assertThat(copy.resolve("synonyms-zh.txt")).doesNotExist();
    importedFrom(copy);
  }

  @Test
  void the_articles_in_force_are_written_as_a_table_and_read_again_as_they_were()
      throws IOException {
    var table = work.resolve("articles.csv");
    export(table);
    assertThat(out.toString()).contains("3 articles written to " + table);
    importedFrom(table);
  }

  @Test
  void exported_over_the_files_edits_stand_where_their_articles_stood() throws IOException {
    export(folder);
    assertThat(out.toString()).contains("2 files written to " + folder + ", 1 deleted");
    assertInForce(folder);
    assertThat(folder.resolve("en/rules/returns.md")).content().contains("30 days");
    assertThat(folder.resolve("en/returns.md")).doesNotExist();
    assertThat(folder.resolve("zh/left.md"))
        .as("what nobody edited stays as it was typed")
        .content()
        .contains("question:   留着？");
    out.getBuffer().setLength(0);
    export(folder);
    assertThat(out.toString()).contains("0 files written to " + folder + ", 0 deleted");
  }

  @Test
  void a_broken_file_is_reported_and_its_edit_is_exported() throws IOException {
    write("en/rules/returns.md", "no front matter");
    var table = work.resolve("articles.csv");
    assertThat(run("export", table.toString(), "--database", address())).isEqualTo(1);
    assertThat(out.toString())
        .contains("en/rules/returns.md:1:1: error: front matter must start with a line \"---\"")
        .contains("3 articles written to");
  }

  @Test
  void a_database_that_is_not_there_is_one_line_and_nothing_is_written() {
    var nowhere = "postgresql://deskbell:x@127.0.0.1:1/none?sslmode=disable";
    assertThat(run("export", work.resolve("copy").toString(), "--database", nowhere)).isEqualTo(1);
    assertThat(out.toString()).startsWith("deskbell: the database");
    assertThat(work.resolve("copy")).doesNotExist();
  }

  private void importedFrom(Path source) throws IOException {
    folder = Files.createDirectories(work.resolve("imported"));
    assertThat(run("import", source.toString())).isZero();
    assertInForce(folder);
  }

  private static void assertInForce(Path in) {
    var read = ArticleFolder.read(in);
    assertThat(read.problems()).isEmpty();
    assertThat(read.articles())
        .containsExactlyInAnyOrder(
            EDITED, NEW, article(new ArticleKey("left", Language.ZH), "留着？", "留着。"));
  }

  private void export(Path target) {
    assertThat(run("export", target.toString(), "--database", address())).isZero();
  }

  private static String address() {
    var at = database.endpoint();
    return "postgresql://%s:%s@%s:%d/%s?sslmode=disable"
        .formatted(at.user(), at.password(), at.host(), at.port(), at.database());
  }

  private int run(String... arguments) {
    var line = new ArrayList<>(List.of("knowledge", "--articles", folder.toString()));
    line.addAll(List.of(arguments));
    CommandLine commands = Main.commandLine();
    return commands
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(out, true))
        .execute(line.toArray(String[]::new));
  }

  private static Article article(ArticleKey key, String question, String answer) {
    return new Article(
        key, question, List.of(), Optional.empty(), List.of(), Optional.empty(), answer);
  }

  private void write(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
