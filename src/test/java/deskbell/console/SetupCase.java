package deskbell.console;

import static deskbell.store.TestDatabase.await;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

/** The desk's set-up in a real browser on a real server and database, with nothing set up. */
abstract class SetupCase extends ConsoleCase {
  @BeforeEach
  void nothing_set_up() {
    database.execute(
        """
        TRUNCATE canned_reply, audit, message_search;
        DELETE FROM department;
        UPDATE search_progress SET upto = '2000-01-01';
        UPDATE account SET languages = '{}', departments = '{}', capacity = NULL;
        UPDATE desk_policy SET capacity = 6;
        """);
    await(server.setup.hours(Optional.empty(), Optional.empty()));
    await(server.setup.origins(Optional.empty(), Optional.empty()));
  }

  static com.microsoft.playwright.Page.GetByLabelOptions exact() {
    return new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true);
  }

  static com.microsoft.playwright.Locator.FilterOptions having(String text) {
    return new com.microsoft.playwright.Locator.FilterOptions().setHasText(text);
  }
}
