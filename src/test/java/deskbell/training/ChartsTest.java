package deskbell.training;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.IntentScore;
import deskbell.conversation.Language;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class ChartsTest {
  private static final List<Example> EXAMPLES =
      List.of(
          new Example("where is it", Language.EN, "track_order"),
          new Example("is it here yet", Language.EN, "track_order"),
          new Example("hello", Language.EN, "greet<&'"));

  @TempDir private Path folder;

  private static IntentScore understood(Example example) {
    return new IntentScore(example.text().startsWith("is") ? "stock" : example.intent(), 0.9);
  }

  private static Document read(String svg)
      throws IOException, SAXException, ParserConfigurationException {
    var reader = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    return reader.parse(new InputSource(new StringReader(svg)));
  }

  private static List<String> texts(Document drawing, String tag) {
    var found = drawing.getElementsByTagName(tag);
    return IntStream.range(0, found.getLength())
        .mapToObj(i -> found.item(i).getTextContent())
        .toList();
  }

  @Test
  void each_square_says_how_many_of_an_intent_were_taken_for_which() throws Exception {
    var drawing = read(ConfusionChart.of("three", EXAMPLES, ChartsTest::understood));

    assertThat(texts(drawing, "title"))
        .containsExactly(
            "three",
            "1 of 1 greet<&': greet<&'",
            "1 of 2 track_order: stock",
            "1 of 2 track_order: track_order");
    assertThat(texts(drawing, "text")).contains("three", "greet<&'", "stock", "track_order", "1");
  }

  @Test
  void the_epoch_that_was_kept_is_named() throws Exception {
    var epochs =
        List.of(
            new LossChart.Point(3.1, 2.5, 0.4),
            new LossChart.Point(2.0, 1.25, 0.815),
            new LossChart.Point(1.5, 1.3, 0.82));
    var drawing = read(LossChart.of(epochs));

    assertThat(texts(drawing, "text")).contains("kept: epoch 2, 1.250, 81.5 %", "1", "2", "3");
    assertThat(drawing.getElementsByTagName("circle").getLength()).isEqualTo(3 * epochs.size());
    assertThat(LossChart.of(epochs)).contains("prefers-color-scheme: dark");
  }

  @Test
  void one_epoch_is_drawn_too() throws Exception {
    assertThat(texts(read(LossChart.of(List.of(new LossChart.Point(3, 2, 0)))), "text"))
        .contains("kept: epoch 1, 2.000, 0.0 %");
  }

  @Test
  void a_report_shows_the_curve_of_the_transformer_that_the_folder_keeps() throws IOException {
    var learnt = List.of(new Example("any news of my parcel", Language.EN, "track_order"));
    var corpus = CorpusSplit.of(learnt, EXAMPLES, List.of());
    var report = new ModelReport("train", corpus, List.of(), ChartsTest::understood);
    report.write(folder);
    assertThat(folder.resolve("README.md"))
        .content()
        .contains("![Intents meant and understood](confusion-en.svg)")
        .doesNotContain("loss.svg");

    ModelReport.learnt(folder, List.of(new LossChart.Point(3, 2, 0)));
    report.write(folder);

    assertThat(folder.resolve("README.md")).content().contains("(loss.svg)");
    assertThat(folder.resolve("confusion-en.svg")).content().startsWith("<svg ");
  }
}
