package deskbell.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static deskbell.store.TestDatabase.await;

import com.microsoft.playwright.Page;
import deskbell.Browser;
import deskbell.Browser.Person;
import deskbell.conversation.ConversationId;
import deskbell.handoff.Agent;
import deskbell.handoff.NewNote;
import deskbell.store.PgNotes;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Writes pictures of a shift at the desk, of looking back and of the set-up, from a real server, to
 * {@code target/screenshots} for a person to look at: {@code mvn test -Dtest=DeskGallery}. Its name
 * keeps it out of the ordinary run.
 */
class DeskGallery extends ConsoleCase {
  private ConversationId english;
  private ConversationId chinese;

  @BeforeEach
  void a_busy_morning() {
    database.execute(
        """
        TRUNCATE conversation, message, message_search, note, canned_reply, audit, agent_presence
          CASCADE;
        DELETE FROM department;
        UPDATE search_progress SET upto = '2000-01-01';
        INSERT INTO canned_reply VALUES
          ('hello', 'Hello, this is {agent}. I have read what you wrote.',
            '您好，我是 {agent}，已经看过您写的内容。'),
          ('photo', 'Could you send a photo of it?', '方便发一张照片吗？'),
          ('wait', 'I am asking the carrier about {order}.', '我正在向承运商查询订单 {order}。');
        INSERT INTO department VALUES
          ('returns', 'Returns', '退换货', '{return-item,exchange-item}'),
          ('payment', 'Payment', '支付', '{payment_dispute}');
        """);
    english = waiting("en", "LL20481301 came with a broken shade. Can you help?", 1);
    chinese = waiting("zh", "订单 LL20481301 的灯罩碎了，怎么办？", 4);
    waiting("en", "I want to send back a jumper", 35);
    waiting("zh", "付款失败了，但是扣了钱", 7);
    var notes = new PgNotes(database.open(server.vertx));
    var tom = new Agent("Tom", false);
    await(notes.add(english, new NewNote("n1", "Second broken shade this week; LL20481301."), tom));
    await(notes.add(chinese, new NewNote("n1", "本周第二个碎灯罩，见 LL20481301。"), tom));
    await(server.desk.present(tom));
    database.execute(
        """
        INSERT INTO conversation (id, locale, mode, seq, turn, created_at)
        SELECT gen_random_uuid(), CASE mod(i, 2) WHEN 0 THEN 'en' ELSE 'zh' END, 'closed', 1, 1,
          date_trunc('day', now()) + interval '1 minute' * (7 * 60 + 37 * i) FROM
          generate_series(0, 17) i;
        INSERT INTO message (conversation, seq, sender, text, at)
        SELECT id, 1, 'shopper', CASE locale WHEN 'en' THEN 'How much is delivery to Ireland?'
          ELSE '寄到香港运费多少？' END, created_at FROM conversation WHERE mode = 'closed';
        INSERT INTO rating (conversation, score)
        SELECT id, 3 + mod(seq, 2) FROM conversation WHERE mode = 'closed' LIMIT 7;
        """);
    await(server.archive.takeIn(1_000));
  }

  private static ConversationId waiting(String language, String words, int minutes) {
    var id = database.conversation();
    database.execute(
        "UPDATE conversation SET locale = '%s', identity = '%s' WHERE id = '%s'"
            .formatted(language, "shopper-" + language, id));
    server.handOver(id, "c1", words);
    database.execute(
        """
        UPDATE ticket SET queued_at = now() - interval '%d minutes', created_at =
          now() - interval '%1$d minutes', department =
          CASE WHEN %1$d > 30 THEN 'returns' END WHERE conversation = '%s'
        """
            .formatted(minutes, id));
    return id;
  }

  static Stream<Arguments> people() {
    return Stream.of("en", "zh")
        .flatMap(
            language -> {
              var person = Browser.person().speaking(language.equals("zh") ? "zh-CN" : "en-GB");
              return Stream.of(
                  Arguments.of(language + "-desktop-day", language, person),
                  Arguments.of(language + "-desktop-night", language, person.atNight()),
                  Arguments.of(language + "-phone-day", language, person.onPhone()));
            });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("people")
  void a_shift(String name, String language, Person person) {
    var id = language.equals("zh") ? chinese : english;
    try (var agent = person.visit(at("#/desk/" + id)).expectingSignedOut()) {
      var page = agent.page();
      ConsolePages.signIn(page, "Mia", DeskServer.PASSWORD);
      assertThat(page.locator(".orders summary").first()).isVisible();
      agent.picture(name + "-41-waits");
      page.locator(".talking header .actions .primary").click();
      assertThat(page.locator(".reply textarea")).isFocused();
      page.locator(".order-link").first().click();
      page.locator(".reply textarea").pressSequentially("/");
      assertThat(page.locator(".canned li")).hasCount(3);
      agent.picture(name + "-42-canned");
      page.locator(".reply textarea").fill("");
      page.locator(".reply-foot .quiet").click();
      page.locator(".noting textarea").fill("…");
      agent.picture(name + "-43-note");
      page.keyboard().press("Escape");
      page.locator(".talking header .actions button").first().click();
      assertThat(page.locator("#pass-to")).isVisible();
      agent.picture(name + "-44-pass");
      page.keyboard().press("Escape");
      page.locator(".talking header .actions button").last().click();
      assertThat(page.locator(".outcomes")).isVisible();
      agent.picture(name + "-45-close");
      page.keyboard().press("Escape");
      page.locator(".crew .icon-button").evaluate("it => it.click()");
      assertThat(page.locator("dialog")).isVisible();
      agent.picture(name + "-46-alerts");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("people")
  void looking_back_and_the_set_up(String name, String language, Person person) {
    try (var admin = person.visit(at("#/archive")).expectingSignedOut()) {
      var page = admin.page();
      ConsolePages.signIn(page, "Anna", DeskServer.PASSWORD);
      assertThat(page.locator(".tile").first()).isVisible();
      page.locator("#archive-words").fill(language.equals("zh") ? "运费" : "delivery");
      assertThat(page.locator(".found mark").first()).isVisible();
      whole(page, name + "-51-search");
      page.navigate(at("#/setup"));
      assertThat(page.locator(".set-list li").first()).isVisible();
      whole(page, name + "-52-set-up");
      page.locator(".setup section > button").last().click();
      assertThat(page.locator("dialog")).isVisible();
      admin.picture(name + "-53-department");
    }
  }

  /** All that the room holds, as far down as it goes. */
  private static void whole(Page page, String name) {
    var size = page.viewportSize();
    var height = page.locator("main > div").evaluate("it => it.scrollHeight + 80");
    page.setViewportSize(size.width, Math.min(2_400, ((Number) height).intValue()));
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(java.nio.file.Path.of("target", "screenshots", name + ".png")));
    page.setViewportSize(size.width, size.height);
  }
}
