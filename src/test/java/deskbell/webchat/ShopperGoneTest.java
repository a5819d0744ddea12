package deskbell.webchat;

import static deskbell.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.ConversationEvent;
import deskbell.conversation.ConversationId;
import deskbell.store.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whether a shopper is still there, for the agent who has them. */
class ShopperGoneTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static ChatServer server;

  @BeforeAll
  static void start() {
    server = ChatServer.start(database, TestSettings.open());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static boolean left(ChatClient client) {
    return database.text(
            "SELECT left_at FROM conversation WHERE id = '" + client.conversation() + "'")
        != null;
  }

  private static ChatClient answeredByAPerson() {
    var page = server.connect();
    page.hello();
    database.execute(
        "UPDATE conversation SET mode = 'human' WHERE id = '" + page.conversation() + "'");
    return page;
  }

  private static ChatClient anotherTab(ChatClient page) {
    var tab = server.connect();
    tab.resume(page.token(), 0);
    return tab;
  }

  @Test
  void who_closes_the_last_page_while_a_person_answers_has_left_until_they_are_back() {
    var page = answeredByAPerson();
    var tab = anotherTab(page);
    var other = anotherTab(page);
    tab.close();
    tab.awaitClose();
    assertThat(left(page)).as("another tab is open").isFalse();
    page.close();
    other.close();
    until("the shopper has left", () -> left(page));
    var back = anotherTab(page);
    until("the shopper is back", () -> !left(page));
    back.close();
  }

  @Test
  void who_went_to_another_node_before_this_one_noticed_is_still_here() {
    var page = answeredByAPerson();
    var tab = anotherTab(page);
    // the other node, which has lost its last page of this conversation
    database.execute(
        "UPDATE conversation SET left_at = now() WHERE id = '" + page.conversation() + "'");
    server.events.publish(
        new ConversationEvent.TicketChanged(ConversationId.parse(page.conversation())));
    until("the shopper is still here", () -> !left(page));
    tab.close();
    page.close();
  }

  @Test
  void who_was_at_a_server_that_is_lost_has_left_unless_a_page_is_open_elsewhere() {
    var page = answeredByAPerson();
    var tab = anotherTab(page);
    var alone = database.conversation().toString();
    var withBot = database.conversation().toString();
    until("the page here is known", () -> visits(page.conversation()) == 1);
    database.execute(
        """
        UPDATE conversation SET mode = 'human' WHERE id = '%1$s';
        INSERT INTO node VALUES ('%4$s', now());
        INSERT INTO visit VALUES ('%1$s', '%4$s'), ('%2$s', '%4$s'), ('%3$s', '%4$s');
        """
            .formatted(alone, withBot, page.conversation(), UUID.randomUUID()));
    var left = "SELECT left_at FROM conversation WHERE id = '%s'";
    until("the lost server is noticed", () -> database.text(left.formatted(alone)) != null);
    assertThat(database.text(left.formatted(withBot))).isNull();
    assertThat(left(page)).isFalse();
    assertThat(visits(alone) + visits(withBot)).isZero();
    assertThat(visits(page.conversation())).isOne();
    tab.close();
    page.close();
  }

  private static int visits(String conversation) {
    return Integer.parseInt(
        database.text("SELECT count(*) FROM visit WHERE conversation = '" + conversation + "'"));
  }

  @Test
  void who_leaves_the_bot_concerns_no_agent() {
    var page = server.connect();
    page.hello();
    page.close();
    page.awaitClose();
    var next = server.connect();
    next.hello();
    assertThat(left(page)).isFalse();
    next.close();
  }
}
