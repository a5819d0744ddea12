package deskbell.console;

import com.microsoft.playwright.Page;
import deskbell.Browser.Visitor;
import deskbell.conversation.ConversationEvent;
import deskbell.conversation.ConversationId;
import org.junit.jupiter.api.BeforeEach;

/** A shift in real browsers on a real server and database, and how it begins. */
abstract class ShiftCase extends ConsoleCase {
  @BeforeEach
  void an_ordinary_day() {
    database.execute(
        """
        TRUNCATE agent_presence, note, canned_reply;
        DELETE FROM department;
        UPDATE account SET languages = '{}', departments = '{}', capacity = NULL;
        INSERT INTO canned_reply VALUES
          ('hello', 'Hello, this is {agent}.', '您好，我是 {agent}。'),
          ('order', 'I am looking at {order}.', '正在查看订单 {order}。'),
          ('parcel', 'Order {order} comes in two parcels.', '');
        INSERT INTO department (id, name_en, name_zh) VALUES ('returns', 'Returns', '退换货');
        """);
  }

  static ConversationId waiting(String words) {
    var id = database.conversation();
    server.handOver(id, "c1", words);
    return id;
  }

  /** Somebody who has taken a conversation that waited. */
  static Visitor taking(String name, ConversationId id) {
    var visitor = visit(name, "#/desk/" + id);
    ConsolePages.button(visitor.page(), "Take this one").click();
    return visitor;
  }

  /** Tells the pages to look at what the store holds. */
  static void announce(ConversationId id) {
    server.events.publish(new ConversationEvent.TicketChanged(id));
  }

  static void reply(Page page, String text) {
    page.locator(".reply textarea").fill(text);
    page.locator(".reply textarea").press("Enter");
  }
}
