package deskbell.webchat.mail;

import static deskbell.Waiting.until;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.Ask;
import deskbell.conversation.ConversationId;
import deskbell.store.PgConversations;
import deskbell.store.PgMails;
import deskbell.store.PgSessions;
import deskbell.store.TestDatabase;
import deskbell.webchat.Deed;
import deskbell.webchat.Recorded;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Copies of conversations, from the shopper's wish to an SMTP server. */
class PostmanTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();
  private static final Vertx vertx = Vertx.vertx();
  private static final Duration SOON = Duration.ofMillis(50);

  private final PgSessions sessions = new PgSessions(database.open(vertx));
  private final PgConversations conversations = new PgConversations(database.open(vertx));
  private final PgMails mails = new PgMails(database.open(vertx));
  private final ConversationId id = database.conversation();
  private final String to = "ada-" + UUID.randomUUID() + "@shop.example";
  private FakeSmtp smtp;
  private Postman postman;

  @BeforeEach
  void start() throws TimeoutException {
    database.execute("UPDATE conversation SET address = gen_random_uuid()::text");
    smtp = new FakeSmtp(vertx);
    var settings =
        MailSettings.parse(smtp.address(), "Lantern Lane <chat@shop.example>", ZoneOffset.UTC);
    postman = new Postman(vertx, settings, mails, sessions, Clock.systemUTC(), SOON);
    say("Wo ist mein Päckchen? 我的包裹呢");
  }

  @AfterEach
  void stop() throws TimeoutException {
    postman.stop().await(10, SECONDS);
    database.execute("DELETE FROM transcript_mail");
  }

  @AfterAll
  static void end() throws TimeoutException {
    vertx.close().await(10, SECONDS);
  }

  private void say(String text) {
    TestDatabase.await(conversations.accept(id, UUID.randomUUID().toString(), new Ask.Say(text)));
  }

  private Recorded wish(String email) {
    return TestDatabase.await(
        sessions.record(id, UUID.randomUUID().toString(), new Deed.Transcript(email)));
  }

  @Test
  void a_copy_goes_to_the_address_and_the_address_is_forgotten() {
    wish(to);
    until("it is sent", () -> smtp.mails().size() == 1);
    var mail = smtp.mails().getFirst();
    assertThat(mail.from()).isEqualTo("<chat@shop.example>");
    assertThat(mail.to()).containsExactly("<" + to + ">");
    assertThat(mail.lines())
        .contains("Auto-Submitted: auto-generated", "From: Lantern Lane <chat@shop.example>")
        .anyMatch(line -> line.startsWith("Subject: Your conversation with us"));
    assertThat(body(mail)).contains("You\nWo ist mein Päckchen? 我的包裹呢");
    assertThat(smtp.commands()).contains("EHLO shop.example");
    assertThat(mail.lines())
        .anyMatch(line -> line.startsWith("Message-ID: ") && line.endsWith("@shop.example>"));
    until(
        "it is forgotten",
        () -> database.text("SELECT count(email) FROM transcript_mail").equals("0"));
  }

  @Test
  void what_the_server_does_not_take_is_tried_again_later() {
    smtp.refuse(1);
    wish(to);
    until(
        "it was tried",
        () -> database.text("SELECT coalesce(max(tries), 0) FROM transcript_mail").equals("1"));
    assertThat(smtp.mails()).isEmpty();
    assertThat(
            database.text("SELECT (due_at > now() + interval '30 s')::text FROM transcript_mail"))
        .isEqualTo("true");
    database.execute("UPDATE transcript_mail SET due_at = now()");
    until("it is sent", () -> smtp.mails().size() == 1);
  }

  @Test
  void the_sixth_try_is_the_last() {
    smtp.refuse(100);
    wish(to);
    database.execute("UPDATE transcript_mail SET tries = 5, due_at = now()");
    until(
        "it is given up",
        () -> database.text("SELECT count(email) FROM transcript_mail").equals("0"));
    assertThat(smtp.mails()).isEmpty();
  }

  @Test
  void a_conversation_is_copied_three_times_a_day_at_most() {
    for (var name : List.of("a", "b", "c")) {
      assertThat(wish(name + to)).isInstanceOf(Recorded.Done.class);
    }
    assertThat(wish("d" + to)).isInstanceOf(Recorded.TooManyMails.class);
    database.execute("UPDATE transcript_mail SET requested_at = now() - interval '25 hours'");
    assertThat(wish("d" + to)).isInstanceOf(Recorded.Done.class);
  }

  @Test
  void nobody_is_sent_more_than_three_a_day_from_whatever_conversation() {
    for (var i = 0; i < 3; i++) {
      assertThat(wishOf(database.conversation(), to)).isInstanceOf(Recorded.Done.class);
    }
    assertThat(wish(to)).isInstanceOf(Recorded.TooManyMails.class);
    assertThat(wish(to.replace("ada", "ADA"))).isInstanceOf(Recorded.TooManyMails.class);
  }

  private Recorded wishOf(ConversationId conversation, String email) {
    return TestDatabase.await(
        sessions.record(conversation, UUID.randomUUID().toString(), new Deed.Transcript(email)));
  }

  @Test
  void nothing_of_an_erased_conversation_is_sent() {
    smtp.refuse(1);
    wish(to);
    TestDatabase.await(sessions.record(id, "forget", new Deed.Forget()));
    assertThat(database.text("SELECT count(*) FROM transcript_mail")).isEqualTo("0");
    assertThat(wish(to)).isInstanceOf(Recorded.Closed.class);
  }

  private static String body(FakeSmtp.Mail mail) {
    var lines = mail.lines();
    var text = String.join("\n", lines.subList(lines.indexOf("") + 1, lines.size()));
    return lines.stream().anyMatch(line -> line.endsWith("base64"))
        ? new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8)
        : unquoted(text);
  }

  /** RFC 2045, section 6.7. */
  private static String unquoted(String text) {
    var joined = text.replace("=\n", "");
    var bytes = new ByteArrayOutputStream();
    for (var i = 0; i < joined.length(); i++) {
      if (joined.charAt(i) == '=') {
        bytes.write(Integer.parseInt(joined.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        bytes.write(joined.charAt(i));
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
