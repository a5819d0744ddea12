package deskbell.knowledge.files;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.Language;
import deskbell.knowledge.ArticleKey;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleFileTest {
  private static final ArticleKey KEY = new ArticleKey("delivery-cost", Language.EN);

  @Test
  void a_file_is_front_matter_and_answer() {
    var article =
        parse(
                """
                ---
                question: How much is delivery?
                also: [What do you charge for shipping?, Is delivery free?]
                intent: delivery_cost          # optional
                tags: [delivery]
                review: 2027-06-01
                ---
                Delivery is free from £50.

                Below that it is £3.95.
                """)
            .article()
            .orElseThrow();
    assertThat(article.question()).isEqualTo("How much is delivery?");
    assertThat(article.also())
        .containsExactly("What do you charge for shipping?", "Is delivery free?");
    assertThat(article.intent()).contains("delivery_cost");
    assertThat(article.tags()).containsExactly("delivery");
    assertThat(article.review()).contains(LocalDate.of(2027, 6, 1));
    assertThat(article.answer()).isEqualTo("Delivery is free from £50.\n\nBelow that it is £3.95.");
  }

  @Test
  void a_byte_order_mark_and_windows_lines_do_no_harm() {
    var file = parse("\uFEFF---\r\nquestion: 运费多少？\r\n---\r\n¥10。\r\n");
    assertThat(file.problems()).isEmpty();
    assertThat(file.article().orElseThrow().question()).isEqualTo("运费多少？");
  }

  @Test
  void a_word_that_yaml_takes_for_a_value_stays_the_word() {
    var file = parse("---\nquestion: no\nalso: [null, 2027-01-01, 007]\n---\nYes.");
    assertThat(file.article().orElseThrow().phrasings())
        .containsExactly("no", "null", "2027-01-01", "007");
  }

  @Test
  void an_article_without_a_question_is_named_with_its_line() {
    assertProblem("---\nintent: delivery_cost\n---\nText", "a.md:1:1: error: question is missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          question: | a.md:2:10: error: question is blank
          question: [a, b] | a.md:2:11: error: question must be a text
          question: a: b | a.md:2:12: error: front matter is not YAML: mapping values are not allowed here
          """)
  void a_bad_question_is_reported_where_it_stands(String line, String problem) {
    assertThat(parse("---\n" + line + "\n---\nText").problems().getFirst().toString())
        .isEqualTo(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          answer: x | a.md:3:1: error: key "answer" is unknown; known: question, also, intent, tags, review
          review: soon | a.md:3:9: error: review is "soon"; must be a date such as 2027-06-01
          review: 2027-02-30 | a.md:3:9: error: review is "2027-02-30"; must be a date such as 2027-06-01
          also: one | a.md:3:7: error: also must be a list of texts
          question: again | a.md:3:1: error: question is given twice
          """)
  void other_bad_lines_are_reported_where_they_stand(String line, String problem) {
    assertProblem("---\nquestion: Why?\n" + line + "\n---\nText", problem);
  }

  @Test
  void every_problem_of_a_file_is_reported_at_once() {
    var file = parse("---\nalso: one\nreview: soon\nsize: 3\n---\n");
    assertThat(file.article()).isEmpty();
    assertThat(file.problems()).hasSize(5);
  }

  @Test
  void a_file_without_front_matter_says_so() {
    assertProblem("# Title\nText", "a.md:1:1: error: front matter must start with a line \"---\"");
    assertProblem("", "a.md:1:1: error: front matter must start with a line \"---\"");
    assertProblem(
        "---\nquestion: Why?", "a.md:2:1: error: front matter is not closed by a line \"---\"");
  }

  @Test
  void an_article_without_an_answer_says_where_it_belongs() {
    assertProblem(
        "---\nquestion: Why?\n---\n  \n",
        "a.md:4:1: error: answer is missing below the front matter");
  }

  @Test
  void a_question_that_is_too_long_names_the_limit() {
    assertProblem(
        "---\ntags: [x]\nquestion: " + "a".repeat(301) + "\n---\nText",
        "a.md:3:1: error: question has 301 characters; at most 300");
  }

  private static ArticleFile parse(String text) {
    return ArticleFile.parse("a.md", KEY, text);
  }

  private static void assertProblem(String text, String problem) {
    var file = parse(text);
    assertThat(file.article()).isEmpty();
    assertThat(file.problems()).extracting(Object::toString).containsExactly(problem);
  }
}
