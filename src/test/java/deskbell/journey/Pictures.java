package deskbell.journey;

import deskbell.Browser;
import deskbell.RunningServer;
import deskbell.store.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes the pictures of the documents: {@code mvn test -Dtest=Pictures}, then target/screenshots.
 */
class Pictures {
  @RegisterExtension static final TestDatabase database = new TestDatabase();
  @TempDir static Path data;

  @Test
  void the_widget_on_the_shops_page() throws Exception {
    try (var server = RunningServer.on(database, data);
        var shopper = Browser.person().visit(server.at("/?lang=en"))) {
      shopper.page().locator(".launcher").click();
      for (var text : new String[] {"How much is next day delivery?", "Where is my parcel?"}) {
        shopper.page().locator(".composer textarea").fill(text);
        shopper.page().locator(".composer textarea").press("Enter");
        shopper.page().waitForTimeout(2_000);
      }
      shopper.picture("widget");
    }
  }
}
