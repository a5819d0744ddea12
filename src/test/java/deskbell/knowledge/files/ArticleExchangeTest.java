package deskbell.knowledge.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.knowledge.Article;
import deskbell.knowledge.ArticleKey;
import deskbell.knowledge.Problem;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Articles out to Markdown and CSV and in again. */
class ArticleExchangeTest {
  private static final Article HARD =
      new Article(
          new ArticleKey("hard", Language.ZH),
          "\"Why\": #1, it's [odd] - 是吗？",
          List.of("- dash", "a: b", "key:", "back\\slash", "'quoted'", "包邮吗，满多少", "x #y", "*"),
          Optional.of("delivery_cost"),
          List.of("delivery", "a, b"),
          Optional.of(LocalDate.of(2027, 6, 1)),
          "First, \"quoted\".\n\n---\n\n- list; 全角，标点");

  @TempDir Path folder;

  @Test
  void an_article_survives_markdown() {
    var file = ArticleFile.parse("hard.md", HARD.key(), ArticleText.of(HARD));
    assertThat(file.problems()).isEmpty();
    assertThat(file.article()).contains(HARD);
  }

  @Test
  void every_shipped_article_survives_markdown_and_csv() throws IOException {
    var shipped = ArticleFolder.read(Path.of("knowledge-base")).articles();
    for (var article : shipped) {
      assertThat(ArticleFile.parse("a.md", article.key(), ArticleText.of(article)).article())
          .contains(article);
    }
    var table = Files.writeString(folder.resolve("all.csv"), ArticleCsv.write(shipped));
    assertThat(ArticleCsv.read(table).articles()).containsExactlyElementsOf(shipped);
  }

  @Test
  void bad_rows_are_reported_and_good_ones_kept() throws IOException {
    var table =
        write(
            """
            id,lang,question,also,answer,review
            one,en,Why?,"Reason?
            Because of what?",Because.,
            two,fr,Why?,,Because.,
            three,en,,,Because.,
            four,en,Why?,,Because.,soon
            one,en,Again?,,Because.,
            five,zh,为什么？,,因为。,2027-06-01
            """);
    var read = ArticleCsv.read(table);
    assertThat(read.articles()).extracting(Article::id).containsExactly("one", "five");
    assertThat(read.articles().getFirst().also()).containsExactly("Reason?", "Because of what?");
    assertThat(read.problems())
        .extracting(Problem::rule)
        .containsExactly(
            "row 2: lang is fr; known: en, zh",
            "row 3: question is blank",
            "row 4: review is \"soon\"; must be a date such as 2027-06-01",
            "row 5: id is en/one, as in row 1");
    assertThat(read.problems()).extracting(Problem::line).containsExactly(4, 5, 6, 7);
  }

  @ParameterizedTest
  @ValueSource(strings = {";", "\t"})
  void a_table_may_be_parted_as_other_spreadsheets_do(String between) throws IOException {
    var table =
        "\uFEFF\"id\",lang,question,tags,answer\na,en,What?,x，y,That.\n".replace(",", between);
    var article = ArticleCsv.read(write(table)).articles().getFirst();
    assertThat(article.question()).isEqualTo("What?");
    assertThat(article.tags()).containsExactly("x", "y");
    assertThat(article.answer()).isEqualTo("That.");
  }

  @Test
  void a_table_may_look_as_a_spreadsheet_saves_it() throws IOException {
    var table =
        write(
            "ID,Lang,Question,Review,Answer,\na,en,What?,2027/1/31,That.,\n,,,,,\n\nb,zh,谁？,,我。\n");
    var read = ArticleCsv.read(table);
    assertThat(read.problems()).isEmpty();
    assertThat(read.articles()).extracting(Article::id).containsExactly("a", "b");
    assertThat(read.articles().getFirst().review()).contains(LocalDate.of(2027, 1, 31));
  }

  @ParameterizedTest
  @ValueSource(strings = {"31/01/2027", "2027-02-30", "2027-1/31"})
  void a_day_that_may_be_another_is_refused(String day) throws IOException {
    var table = write("id,lang,question,review,answer\na,en,What?,%s,That.\n".formatted(day));
    assertThat(ArticleCsv.read(table).problems())
        .extracting(Problem::rule)
        .containsExactly("row 1: review is \"" + day + "\"; must be a date such as 2027-06-01");
  }

  @Test
  void a_table_that_names_a_column_twice_is_refused() throws IOException {
    var table = write("id,lang,question,answer,Answer\na,en,What?,This.,That.\n");
    assertThatThrownBy(() -> ArticleCsv.read(table))
        .isInstanceOf(Invalid.class)
        .hasMessage("articles.csv:1 has two columns answer");
  }

  @Test
  void a_table_without_a_needed_column_is_refused() throws IOException {
    var table = write("id,lang,answer\na,en,b\n");
    assertThatThrownBy(() -> ArticleCsv.read(table))
        .isInstanceOf(Invalid.class)
        .hasMessage("articles.csv:1 has no column question");
  }

  @Test
  void a_table_in_another_encoding_is_refused() throws IOException {
    var table = folder.resolve("articles.csv");
    Files.write(table, "id,lang,question,answer\na,zh,运费,十元\n".getBytes(Charset.forName("GBK")));
    assertThatThrownBy(() -> ArticleCsv.read(table))
        .isInstanceOf(Invalid.class)
        .hasMessage("articles.csv is not in UTF-8");
  }

  @Test
  void a_quotation_mark_that_is_never_closed_is_found_by_its_line() throws IOException {
    var table =
        write("id,lang,question,answer\na,en,What?,That.\n\"b,en,Who?,Me.\nc,en,How?,So.\n");
    assertThatThrownBy(() -> ArticleCsv.read(table))
        .isInstanceOf(Invalid.class)
        .hasMessage(
            "articles.csv is no table: line 3 has a quotation mark too few or in the wrong place");
  }

  @Test
  void a_quotation_mark_in_the_wrong_place_is_found_by_its_line() throws IOException {
    var table = write("id,lang,question,answer\na,en,What?,That.\nb,en,\"Who\"?,Me.\n");
    assertThatThrownBy(() -> ArticleCsv.read(table))
        .isInstanceOf(Invalid.class)
        .hasMessageStartingWith("articles.csv is no table: line 3 has a quotation mark");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("articles.csv"), text);
  }
}
