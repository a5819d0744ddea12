package deskbell;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Strings that try to run as code, and how to see in a browser whether one of them does. */
final class Attacks {
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:n|t|u[0-9a-f]{4}|\\\\)");

  /** Notes what runs and what the policy had to stop; pictures from anywhere are allowed. */
  static final String WATCH =
      """
      window.ran = 0;
      window.stopped = [];
      window.pwned = window.alert = window.confirm = window.prompt = () => { window.ran++; };
      addEventListener('securitypolicyviolation', (event) => {
        if (event.effectiveDirective !== 'img-src') {
          window.stopped.push(event.effectiveDirective + ' ' + event.blockedURI);
        }
      });
      """;

  /** Everything on the page that could run, in shadow roots too. */
  private static final String FIND =
      """
      () => {
        const found = [...window.stopped];
        if (window.ran) found.push('ran ' + window.ran);
        const never = ['iframe', 'object', 'embed', 'base', 'applet', 'frame', 'marquee', 'math',
          'keygen', 'xss', 'x', 'foreignobject', 'animate', 'set', 'use', 'discard', 'template'];
        const links = ['href', 'src', 'action', 'formaction', 'xlink:href', 'data', 'poster',
          'background', 'srcset', 'ping'];
        const walk = (root) => {
          for (const element of root.querySelectorAll('*')) {
            const shown = element.cloneNode(false).outerHTML.slice(0, 200);
            if (never.includes(element.localName)) found.push(shown);
            if (element.localName === 'script' && (element.text || !element.src.startsWith(location.origin))) {
              found.push(shown);
            }
            if (element.localName === 'meta' && element.httpEquiv) found.push(shown);
            if (element.localName === 'style' && !(root instanceof ShadowRoot)) found.push(shown);
            for (const { name, value } of element.attributes) {
              if (name.startsWith('on') || name === 'srcdoc' || name === 'autofocus') found.push(shown);
              if (links.includes(name) && value) {
                const { protocol } = new URL(value, document.baseURI);
                const picture = element.localName === 'img' && protocol === 'data:';
                if (!['http:', 'https:', 'mailto:', 'tel:', 'blob:'].includes(protocol) && !picture) {
                  found.push(shown);
                }
              }
            }
            if (element.shadowRoot) walk(element.shadowRoot);
          }
        };
        walk(document);
        return found.join('\\n');
      }
      """;

  private Attacks() {}

  /** All of them, one a line of {@code attacks.txt}. */
  static List<String> all() {
    try (var in = Attacks.class.getResourceAsStream("attacks.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(Attacks::unescaped)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Backslash, line break, tab and UTF-16 unit are written with a backslash. */
  private static String unescaped(String line) {
    return ESCAPE
        .matcher(line)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    switch (found.group().charAt(1)) {
                      case 'n' -> "\n";
                      case 't' -> "\t";
                      case 'u' ->
                          Character.toString(Integer.parseInt(found.group().substring(2), 16));
                      default -> "\\";
                    }));
  }

  /** The same a few at a time. */
  static List<List<String>> batches(List<String> attacks, int size) {
    var batches = new ArrayList<List<String>>();
    for (int from = 0; from < attacks.size(); from += size) {
      batches.add(attacks.subList(from, Math.min(attacks.size(), from + size)));
    }
    return batches;
  }

  /** Waits for a text, gives everything a moment to run, and finds nothing that could. */
  static void clean(Page page, String shown) {
    page.getByText(shown).first().waitFor();
    page.waitForTimeout(150);
    assertThat((String) page.evaluate(FIND)).as(page.url() + " at " + shown).isEmpty();
  }
}
