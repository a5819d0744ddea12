package deskbell;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A real browser for tests: the machine's own Chromium or Chrome, started once a JVM. A {@link
 * Visitor} is a person with a language, a screen and a memory of their own; closing one fails where
 * a page wrote an error to its console. Playwright belongs to the thread that started it, so tests
 * use this from JUnit's one thread.
 */
public final class Browser {
  /** Milliseconds that anything waited for may take: a busy machine is no mistake. */
  public static final int PATIENCE = 30_000;

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--headless",
          "--disable-gpu",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  private Browser() {}

  /** One browser a JVM; the driver ends it together with the JVM. */
  private static final class Running {
    static final com.microsoft.playwright.Browser CHROMIUM = start();

    private static com.microsoft.playwright.Browser start() {
      PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
      var environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
      var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
      return playwright
          .chromium()
          .launch(new LaunchOptions().setExecutablePath(executable()).setArgs(FLAGS));
    }
  }

  /** Where the browser is. */
  static Path executable() {
    var folders = Arrays.stream(System.getenv("PATH").split(File.pathSeparator)).map(Path::of);
    return folders
        .flatMap(folder -> NAMES.stream().map(folder::resolve))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no browser on the PATH; known: " + NAMES));
  }

  /** Somebody about to look at pages: English, a desktop screen, light. */
  public static Person person() {
    return new Person("en-GB", 1280, 800, false);
  }

  /** What sets one visitor apart from another. */
  public record Person(String locale, int width, int height, boolean dark) {
    /** With a browser in this language. */
    public Person speaking(String tag) {
      return new Person(tag, width, height, dark);
    }

    /** On a telephone. */
    public Person onPhone() {
      return new Person(locale, 390, 844, dark);
    }

    /** With dark colours. */
    public Person atNight() {
      return new Person(locale, width, height, true);
    }

    /** Opens a browser of their own at an address. */
    public Visitor visit(String address) {
      var options =
          new com.microsoft.playwright.Browser.NewContextOptions()
              .setLocale(locale)
              .setViewportSize(width, height)
              .setHasTouch(width < 600)
              .setReducedMotion(ReducedMotion.REDUCE)
              .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT);
      var visitor = new Visitor(Running.CHROMIUM.newContext(options));
      visitor.page().navigate(address);
      return visitor;
    }
  }

  /** A person's browser, with the first page open. */
  public static final class Visitor implements AutoCloseable {
    private final BrowserContext context;
    private final Page page;
    private final List<String> errors = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();

    private Visitor(BrowserContext context) {
      this.context = context;
      context.setDefaultTimeout(PATIENCE);
      context.onConsoleMessage(this::hear);
      context.onWebError(error -> errors.add(error.error()));
      page = context.newPage();
    }

    /** The first page. */
    public Page page() {
      return page;
    }

    /** Another tab of the same browser, at the same or another address. */
    public Page tab(String address) {
      var tab = context.newPage();
      tab.navigate(address);
      return tab;
    }

    /** The line to the server: off, or on again. */
    public void offline(boolean off) {
      context.setOffline(off);
    }

    /** An error that this test provokes: what its message contains. */
    public Visitor expecting(String part) {
      expected.add(part);
      return this;
    }

    /**
     * Nobody is signed in yet, or not any longer: Chromium tells of a page and of a socket in
     * different words.
     */
    public Visitor expectingSignedOut() {
      return expecting("401").expecting("HTTP Authentication failed");
    }

    /** A picture of what the first page shows, in {@code target/screenshots}. */
    public Path picture(String name) {
      var path = SCREENSHOTS.resolve(name + ".png");
      page.screenshot(new Page.ScreenshotOptions().setPath(path));
      return path;
    }

    private void hear(ConsoleMessage message) {
      if (message.type().equals("error")) {
        errors.add(message.text() + " (" + message.location() + ")");
      }
    }

    @Override
    public void close() {
      context.close();
      assertThat(unexpected()).as("errors in the browser's console").isEmpty();
    }

    private Stream<String> unexpected() {
      return errors.stream().filter(error -> expected.stream().noneMatch(error::contains));
    }
  }
}
