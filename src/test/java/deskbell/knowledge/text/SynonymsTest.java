package deskbell.knowledge.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SynonymsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          parcel              | has only one word; synonyms need two or more between commas
          parcel,, package    | has an empty entry: ""
          parcel, ?!          | has an empty entry: "?!"
          a => b => c         | has more than one "=>"
          => parcel           | has an empty entry: ""
          """)
  void a_broken_line_is_reported_by_file_and_line(String line, String rule) {
    assertThatThrownBy(() -> parse("# comment\n\nfine, good\n" + line))
        .isInstanceOf(Invalid.class)
        .hasMessage("synonyms-en.txt:4 " + rule);
  }

  @Test
  void the_same_text_gives_equal_synonyms() {
    assertThat(parse("a1, b1\nc1, d1")).isEqualTo(parse("c1, d1\n# other\na1, b1"));
    assertThat(parse("a1, b1")).isNotEqualTo(parse("a1, c1"));
  }

  @Test
  void a_word_of_two_lines_stands_for_both_concepts() {
    var analysis = TextAnalysis.of(Language.EN, parse("shut, close\nnear, close"));
    assertThat(analysis.terms("close").concepts()).containsExactly("shut", "near");
  }

  private static Synonyms parse(String text) {
    return Synonyms.parse("synonyms-en.txt", Language.EN, text);
  }
}
