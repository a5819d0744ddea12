package deskbell.webchat;

import static deskbell.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.ConversationEvent;
import deskbell.conversation.ConversationId;
import deskbell.store.TestDatabase;
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

  @Test
  void who_closes_the_last_page_while_a_person_answers_has_left_until_they_are_back() {
    var page = server.connect();
    page.hello();
    database.execute(
        "UPDATE conversation SET mode = 'human' WHERE id = '" + page.conversation() + "'");
    var tab = server.connect();
    tab.resume(page.token(), 0);
    var other = server.connect();
    other.resume(page.token(), 0);
    tab.close();
    tab.awaitClose();
    assertThat(left(page)).as("another tab is open").isFalse();
    page.close();
    other.close();
    until("the shopper has left", () -> left(page));
    var back = server.connect();
    back.resume(page.token(), 0);
    until("the shopper is back", () -> !left(page));
    back.close();
  }

  @Test
  void who_went_to_another_node_before_this_one_noticed_is_still_here() {
    var page = server.connect();
    page.hello();
    database.execute(
        "UPDATE conversation SET mode = 'human' WHERE id = '" + page.conversation() + "'");
    var tab = server.connect();
    tab.resume(page.token(), 0);
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
