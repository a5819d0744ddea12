package deskbell;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Looks for what WCAG 2.2, A and AA, forbids, with axe-core in the page itself. */
public final class Axe {
  private static final String SOURCE = source();

  private static final String RUN =
      """
      async part => {
        const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
        const rules = { region: { enabled: false } };
        const { violations } = await axe.run(part ?? document, { runOnly: { type: 'tag', values }, rules });
        return violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target, failureSummary }) => `${id}: ${target.flat().join(' ')}: ${failureSummary}`));
      }\
      """;

  private Axe() {}

  /** What is wrong on the page, one line a place; empty where nothing is. */
  public static List<String> breaches(Page page) {
    return breaches(page, null);
  }

  /** What is wrong within the element of this selector. */
  public static List<String> breaches(Page page, String selector) {
    if (!(Boolean) page.evaluate("() => 'axe' in window")) {
      page.evaluate(SOURCE);
    }
    return ((List<?>) page.evaluate(RUN, selector)).stream().map(Object::toString).toList();
  }

  private static String source() {
    try (var file = Axe.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
