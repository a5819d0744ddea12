package deskbell.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.Language;
import deskbell.dialog.flow.Chart;
import deskbell.dialog.flow.Flow;
import deskbell.dialog.flow.Svg;
import java.awt.Rectangle;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class SvgTest {
  static List<Flow> shipped() {
    return Flows.load(Path.of("dialog-flows")).all();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void every_shipped_flow_is_drawn_with_all_steps_in_boxes_of_their_own(Flow flow)
      throws Exception {
    for (var language : Language.values()) {
      var picture = parsed(Svg.draw(flow, language));
      var boxes = boxes(picture);
      assertThat(boxes).hasSameSizeAs(Chart.of(flow, language).nodes());
      for (int i = 0; i < boxes.size(); i++) {
        for (int j = 0; j < i; j++) {
          assertThat(boxes.get(i).intersects(boxes.get(j))).isFalse();
        }
      }
      var title = picture.getElementsByTagName("title").item(0).getTextContent();
      assertThat(title).isEqualTo(flow.title().in(language).written());
    }
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  private static List<Rectangle> boxes(Document picture) {
    var boxes = new ArrayList<Rectangle>();
    var found = picture.getElementsByTagName("rect");
    for (int i = 0; i < found.getLength(); i++) {
      var box = (Element) found.item(i);
      boxes.add(
          new Rectangle(
              number(box, "x"), number(box, "y"), number(box, "width"), number(box, "height")));
    }
    return boxes;
  }

  private static int number(Element box, String name) {
    return Integer.parseInt(box.getAttribute(name));
  }
}
