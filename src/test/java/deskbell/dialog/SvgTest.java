package deskbell.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.Language;
import deskbell.dialog.drawing.Chart;
import deskbell.dialog.drawing.Svg;
import deskbell.dialog.flow.Flow;
import java.awt.Point;
import java.awt.Rectangle;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class SvgTest {
  private static final Pattern PART = Pattern.compile("([MVC])([\\d ,-]+)");
  private static final int STEPS = 100;

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

  @ParameterizedTest
  @MethodSource("shipped")
  void no_arrow_runs_behind_a_box_and_no_label_lies_on_one(Flow flow) throws Exception {
    for (var language : Language.values()) {
      var picture = parsed(Svg.draw(flow, language));
      var inner = boxes(picture).stream().map(SvgTest::inner).toList();
      for (var point : points(picture)) {
        assertThat(inner).as("a box at " + point).noneMatch(box -> box.contains(point));
      }
      for (var label : labels(picture)) {
        assertThat(inner).as("a box under " + label).noneMatch(box -> box.contains(label));
      }
    }
  }

  /** What lies within a box's border. */
  private static Rectangle inner(Rectangle box) {
    var inner = new Rectangle(box);
    inner.grow(-1, -1);
    return inner;
  }

  /** Points of all arrows, so close that no box fits between two. */
  private static List<Point> points(Document picture) {
    var points = new ArrayList<Point>();
    var found = picture.getElementsByTagName("path");
    for (int i = 0; i < found.getLength(); i++) {
      var path = ((Element) found.item(i)).getAttribute("d");
      if (!path.endsWith("z")) {
        trace(path, points);
      }
    }
    assertThat(points).isNotEmpty();
    return points;
  }

  private static void trace(String path, List<Point> points) {
    var at = new Point();
    var parts = PART.matcher(path);
    while (parts.find()) {
      var numbers =
          Stream.of(parts.group(2).strip().split("[ ,]+", -1))
              .mapToInt(Integer::parseInt)
              .toArray();
      at =
          switch (parts.group(1)) {
            case "M" -> new Point(numbers[0], numbers[1]);
            case "V" -> line(at, down(at, numbers[0]), points);
            default -> line(at, numbers, points);
          };
    }
  }

  private static int[] down(Point from, int y) {
    return new int[] {from.x, from.y, from.x, y, from.x, y};
  }

  /** A Bézier curve. */
  private static Point line(Point from, int[] by, List<Point> points) {
    for (int i = 0; i <= STEPS; i++) {
      double t = (double) i / STEPS;
      points.add(
          new Point(
              (int) Math.round(bezier(t, from.x, by[0], by[2], by[4])),
              (int) Math.round(bezier(t, from.y, by[1], by[3], by[5]))));
    }
    return new Point(by[4], by[5]);
  }

  private static double bezier(double t, int a, int b, int c, int d) {
    double u = 1 - t;
    return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
  }

  private static List<Point> labels(Document picture) {
    var labels = new ArrayList<Point>();
    var found = picture.getElementsByTagName("text");
    for (int i = 0; i < found.getLength(); i++) {
      var text = (Element) found.item(i);
      if (text.getAttribute("class").equals("label")) {
        labels.add(new Point(number(text, "x"), number(text, "y")));
      }
    }
    return labels;
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
