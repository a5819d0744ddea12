package deskbell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import deskbell.Browser.Visitor;
import deskbell.store.TestDatabase;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * More than 200 strings that try to run as code, wherever somebody else's words are shown: as
 * messages, names, cards, choices, facts, e-mails and pages in the widget and at the desk, and as
 * articles in the knowledge room. In a real browser nothing runs, nothing becomes an element, and
 * the policy has nothing to stop. The database is written directly, so that no check on the way in
 * helps. Long because each place has its way in.
 */
class AttacksTest {
  private static final int BATCH = 40;
  private static final int LONGEST_QUESTION = 300;

  @RegisterExtension static final TestDatabase database = new TestDatabase();
  @TempDir static Path data;

  private static RunningServer server;
  private static List<String> attacks;
  private static List<List<String>> batches;

  @BeforeAll
  static void start() throws TimeoutException {
    server = RunningServer.on(database, data);
    attacks = Attacks.all();
    assertThat(attacks).hasSizeGreaterThanOrEqualTo(200).doesNotHaveDuplicates();
    batches = Attacks.batches(attacks, BATCH);
  }

  @AfterAll
  static void stop() throws TimeoutException {
    server.close();
  }

  @Test
  void nothing_runs_in_the_widget_or_at_the_desk() {
    try (var shopper = visit("/?lang=en");
        var agent = staff("#/desk")) {
      shopper.page().locator(".launcher").click();
      shopper.page().locator(".composer textarea").fill("hello");
      shopper.page().locator(".composer textarea").press("Enter");
      // the second is an answer: by then the first is stored
      shopper.page().locator(".list .bubble").nth(1).waitFor();
      var mine = database.text("SELECT id FROM conversation");
      for (int number = 0; number < batches.size(); number++) {
        var other = database.conversation().toString();
        fill(mine, batches.get(number), "END-" + number);
        fill(other, batches.get(number), "END-" + number);
        queue(other, batches.get(number));
        shopper.page().reload();
        shopper.page().locator(".launcher").click();
        Attacks.clean(shopper.page(), "END-" + number);
        agent.page().navigate(server.at("/console/#/desk/" + other));
        agent.page().reload();
        Attacks.clean(agent.page(), "END-" + number);
        database.execute("DELETE FROM ticket");
      }
      pickFromCannedReplies(agent.page());
    }
  }

  /** Each is listed once after a slash, and one is put into the reply. */
  private static void pickFromCannedReplies(Page agent) {
    var sql = new StringBuilder();
    for (int number = 0; number < attacks.size(); number++) {
      var text = quoted(attacks.get(number));
      sql.append(
          "INSERT INTO canned_reply VALUES ('a%03d', %s, %s);".formatted(number, text, text));
    }
    var mine = database.conversation().toString();
    sql.append(
        "UPDATE conversation SET mode = 'human', agent = '%s' WHERE id = '%s';"
            .formatted(server.firstSignIn().name(), mine));
    database.execute(sql.toString());
    agent.navigate(server.at("/console/#/desk/" + mine));
    agent.reload();
    var reply = agent.locator(".reply textarea");
    for (int number = 0; number < attacks.size(); number += 5) {
      reply.fill("/a%03d".formatted(number).substring(0, 4));
      agent.locator(".canned li").first().waitFor();
    }
    reply.fill("/a000");
    reply.press("Enter");
    Attacks.clean(agent, "Hand back to the bot");
  }

  /** Messages of everybody with an attack in each place that is shown. */
  private static void fill(String conversation, List<String> attacks, String last) {
    var sql = new StringBuilder("DELETE FROM message WHERE conversation = '" + conversation + "';");
    var seq = 0;
    for (var attack : attacks) {
      var text = quoted(attack);
      sql.append(row(conversation, ++seq, "shopper", "NULL", text, "NULL", "NULL"));
      sql.append(row(conversation, ++seq, "agent", text, text, "NULL", "NULL"));
      sql.append(row(conversation, ++seq, "bot", "NULL", text, choices(text), cards(text)));
    }
    var offered =
        attacks.stream()
            .map(AttacksTest::quoted)
            .map("jsonb_build_object('label', %1$s, 'value', %1$s)"::formatted)
            .collect(Collectors.joining(", ", "jsonb_build_array(", ")"));
    sql.append(row(conversation, ++seq, "bot", "NULL", quoted(last), offered, "NULL"));
    sql.append(
        ("UPDATE conversation SET seq = %d, mode = '%s', epoch = epoch + 1, agent = %s, page = %s"
                + " WHERE id = '%s';")
            .formatted(
                seq,
                last.endsWith("1") || last.endsWith("3") ? "human" : "bot",
                quoted(attacks.getFirst()),
                quoted(attacks.getLast()),
                conversation));
    database.execute(sql.toString());
  }

  private static String choices(String text) {
    return "jsonb_build_array(jsonb_build_object('label', %1$s, 'value', %1$s))".formatted(text);
  }

  private static String cards(String text) {
    return ("jsonb_build_array(jsonb_build_object('title', %1$s, 'subtitle', %1$s, 'image', %1$s,"
            + " 'action', %1$s, 'url', %1$s, 'alt', %1$s))")
        .formatted(text);
  }

  private static String row(
      String conversation,
      int seq,
      String sender,
      String name,
      String text,
      String choices,
      String cards) {
    return ("INSERT INTO message (conversation, seq, sender, name, text, choices, cards)"
            + " VALUES ('%s', %d, '%s', %s, %s, %s, %s);")
        .formatted(conversation, seq, sender, name, text, choices, cards);
  }

  /** Tickets of the open conversation and of others: reason, agent, e-mail, facts, last words. */
  private static void queue(String open, List<String> attacks) {
    var facts =
        attacks.stream()
            .map(attack -> "%1$s, %1$s".formatted(quoted(attack)))
            .collect(Collectors.joining(", "));
    var all = quoted(String.join(" ", attacks));
    var sql =
        new StringBuilder(
            "UPDATE conversation SET identity = %s WHERE id = '%s';"
                .formatted(quoted(attacks.get(1)), open));
    sql.append(ticket(open, "jsonb_build_object(" + facts + ")", attacks.getFirst(), all));
    var number = 0;
    for (var attack : attacks) {
      var text = quoted(attack);
      sql.append(
          "INSERT INTO note (conversation, number, client_id, agent, text) VALUES ('%s', %d, '%d', %s, %s);"
              .formatted(open, ++number, number, text, text));
      var id = database.conversation().toString();
      sql.append(row(id, 1, "shopper", "NULL", quoted(attack), "NULL", "NULL"));
      sql.append(ticket(id, "'{}'", attack, quoted(attack)));
    }
    database.execute(sql.toString());
  }

  private static String ticket(String conversation, String summary, String reason, String email) {
    return ("INSERT INTO ticket (conversation, reason, summary, language, email, agent)"
            + " VALUES ('%s', %s, %s, 'en', %s, %s);")
        .formatted(conversation, quoted(reason), summary, email, quoted(reason));
  }

  @Test
  void nothing_runs_in_the_knowledge_room() {
    try (var client = HttpClient.newHttpClient();
        var editor = staff("#/articles")) {
      var caller = signedIn(client);
      var taken = 0;
      for (int number = 0; number < batches.size(); number++) {
        var batch = batches.get(number);
        var written = new ArrayList<String>();
        for (int i = 0; i < batch.size(); i++) {
          var id = "attack-%d-%d".formatted(number, i);
          if (post(caller, article(id, batch.get(i), List.of(batch.get(i))))) {
            written.add(batch.get(i));
          }
        }
        taken += written.size();
        var all = article("attack-" + number + "-all", String.join("\n\n", written), written);
        assertThat(post(caller, all.put("question", "END-" + number))).isTrue();
        var page = editor.page();
        page.navigate(server.at("/console/#/articles"));
        page.reload();
        page.locator("input[type=search]").first().fill("attack-" + number + "-");
        Attacks.clean(page, "END-" + number);
        page.navigate(server.at("/console/#/articles/attack-" + number + "-all"));
        page.reload();
        page.locator("textarea").first().waitFor();
        page.locator("input[type=search]").first().fill("attack-" + number + "-");
        Attacks.clean(page, "END-" + number);
      }
      assertThat(taken).isGreaterThanOrEqualTo(200);
    }
  }

  @Test
  void nothing_that_can_be_called_a_name_or_an_address_runs_among_people_and_programs() {
    try (var client = HttpClient.newHttpClient();
        var admin = staff("#/people")) {
      var caller = signedIn(client);
      for (var batch : batches) {
        for (var attack : batch) {
          var person = object().put("name", attack).put("role", "agent");
          post(caller, "/api/users", person);
          post(caller, "/api/tokens", person.deepCopy().put("days", 1));
          var hook = object().put("url", attack);
          hook.putArray("events").add("conversation.closed");
          post(caller, "/api/webhooks", hook);
        }
      }
      Attacks.clean(admin.page(), "People");
      admin.page().navigate(server.at("/console/#/programs"));
      admin.page().reload();
      Attacks.clean(admin.page(), "Webhooks");
      lookAtDeliveries(admin.page());
      nameDepartments();
      admin.page().navigate(server.at("/console/#/setup"));
      admin.page().reload();
      Attacks.clean(admin.page(), "END of departments");
    }
  }

  /** What other servers answer to webhooks is shown in their log. */
  private static void lookAtDeliveries(Page admin) {
    var sql = new StringBuilder("DELETE FROM webhook;");
    sql.append(
        """
        INSERT INTO webhook (url, events, secret, created_by, created_at)
        VALUES ('https://shop.example/', ARRAY['conversation.closed'], 'c2VjcmV0', 'Mia', now());
        """);
    for (var batch : Attacks.batches(attacks, 10)) {
      sql.append(
          """
          INSERT INTO webhook_delivery (webhook, event, kind, conversation, data, state, problem)
          SELECT id, gen_random_uuid(), 'conversation.closed', gen_random_uuid(), '{}', 'given_up', %s
          FROM webhook;
          """
              .formatted(quoted(String.join(" ", batch))));
    }
    database.execute(sql.toString());
    admin.reload();
    admin.locator(".webhooks li button").getByText("Deliveries").click();
    Attacks.clean(admin, "Last deliveries");
  }

  private static void nameDepartments() {
    var sql = new StringBuilder();
    for (int number = 0; number < attacks.size(); number++) {
      sql.append(
          """
          INSERT INTO department
          SELECT 'd%d', name, name, ARRAY[name] FROM (SELECT 'a' || left(%s, 50) AS name);
          """
              .formatted(number, quoted(attacks.get(number))));
    }
    sql.append("INSERT INTO department VALUES ('d', 'END of departments', 'END', '{}');");
    database.execute(sql.toString());
  }

  private static ObjectNode article(String id, String answer, List<String> phrases) {
    var question = phrases.getFirst();
    var article = object().put("id", id).put("language", "en").put("answer", answer);
    article.put("question", question.substring(0, Math.min(LONGEST_QUESTION, question.length())));
    var also = article.putArray("also");
    var tags = article.putArray("tags");
    phrases.stream()
        .filter(phrase -> phrase.codePoints().noneMatch(Character::isISOControl))
        .limit(20)
        .forEach(phrase -> tags.add(phrase).size());
    phrases.stream()
        .filter(phrase -> phrase.codePoints().noneMatch(Character::isISOControl))
        .limit(20)
        .forEach(phrase -> also.add(phrase).size());
    return article;
  }

  private static boolean post(Caller caller, ObjectNode article) {
    return post(caller, "/api/articles", article);
  }

  /** False where it was refused for what it is. */
  private static boolean post(Caller caller, String path, ObjectNode body) {
    var status = caller.ask("POST", path, body.toString()).statusCode();
    assertThat(status).as(path + " " + body).isIn(Set.of(200, 201, 400, 409, 422));
    return status < 300;
  }

  private static Visitor visit(String path) {
    var visitor =
        Browser.person()
            .visit("about:blank")
            .expectingSignedOut()
            .expecting("400")
            .expecting("404")
            .expecting("ERR_");
    visitor.page().addInitScript(Attacks.WATCH);
    visitor.page().navigate(server.at(path));
    return visitor;
  }

  private static Visitor staff(String route) {
    var visitor = visit("/console/" + route);
    var first = server.firstSignIn();
    visitor.page().locator("#name").fill(first.name());
    visitor.page().locator("#password").fill(first.password());
    visitor.page().locator("#password").press("Enter");
    visitor.page().locator(".bar .who").waitFor();
    return visitor;
  }

  private static Caller signedIn(HttpClient client) {
    var first = server.firstSignIn();
    return Caller.nobody(client, server).signedIn(first.name(), first.password());
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static String quoted(String text) {
    return "$attack$" + text.replace("\0", "") + "$attack$";
  }
}
