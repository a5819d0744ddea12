package deskbell.console;

import static deskbell.store.TestDatabase.await;

import deskbell.answering.Accepted;
import deskbell.answering.Answer;
import deskbell.answering.Committed;
import deskbell.answering.Memory;
import deskbell.console.account.AccountName;
import deskbell.console.account.AccountSettings;
import deskbell.console.account.Accounts;
import deskbell.console.account.ApiTokens;
import deskbell.console.account.Argon2;
import deskbell.console.account.Password;
import deskbell.console.account.PasswordWorker;
import deskbell.console.account.Role;
import deskbell.console.account.SetClock;
import deskbell.console.account.SignIns;
import deskbell.console.setup.SetupInUse;
import deskbell.conversation.Ask;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Events;
import deskbell.conversation.Handover;
import deskbell.conversation.Language;
import deskbell.conversation.Reply;
import deskbell.handoff.Desk;
import deskbell.handoff.HandoffSettings;
import deskbell.handoff.Hours;
import deskbell.knowledge.Passage;
import deskbell.shop.OrderBook;
import deskbell.store.PgAccounts;
import deskbell.store.PgApiTokens;
import deskbell.store.PgArchive;
import deskbell.store.PgAudit;
import deskbell.store.PgConversations;
import deskbell.store.PgCrew;
import deskbell.store.PgDemoShop;
import deskbell.store.PgFigures;
import deskbell.store.PgFurnishings;
import deskbell.store.PgNotes;
import deskbell.store.PgSetup;
import deskbell.store.PgSignIns;
import deskbell.store.PgTickets;
import deskbell.store.PgTranscripts;
import deskbell.store.PgWebhooks;
import deskbell.store.TestDatabase;
import deskbell.web.BusEvents;
import deskbell.web.Cidr;
import deskbell.web.Metrics;
import deskbell.web.Pages;
import deskbell.web.Site;
import deskbell.web.StaticFiles;
import deskbell.web.WebServer;
import deskbell.web.WebSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A real server with the console alone, for tests, and the people who sign in to it. */
final class DeskServer implements AutoCloseable {
  static final String PASSWORD = "correct horse battery";

  final Vertx vertx = Vertx.vertx();
  final SetClock signInClock = new SetClock();
  final Events events = new BusEvents(vertx);
  final PgConversations bot;
  final PgArchive archive;
  final Accounts accounts;
  final Desk desk;
  final Console console;
  final SetupInUse setup;
  final WebServer server;
  volatile ConsoleEdge edge;

  private DeskServer(TestDatabase database, DeskSettings settings) {
    var open = database.open(vertx);
    var webhooks = new PgWebhooks(open);
    var audit = new PgAudit(open);
    var tokens = new ApiTokens(new PgApiTokens(open), signInClock);
    var limits = AccountSettings.DEFAULTS.withHashing(new Argon2(64, 1, 1));
    var store = new PgAccounts(open);
    var passwords = new PasswordWorker(vertx, limits);
    var web = trusting(WebSettings.DEFAULTS.at("localhost", 0));
    setup =
        await(
            SetupInUse.open(
                vertx, new PgSetup(open), Hours.ALWAYS, List.of("https://shop.example")));
    var site = new Site(web, setup::origins);
    archive = new PgArchive(open);
    bot = new PgConversations(open);
    accounts = new Accounts(store, passwords, signInClock);
    desk =
        new Desk(
            new PgTickets(open),
            new PgCrew(open),
            events,
            setup::hours,
            HandoffSettings.DEFAULTS,
            Clock.systemUTC());
    console =
        new Console(
            site,
            events,
            new Metrics(),
            new SignIns(store, new PgSignIns(open), passwords, limits, signInClock, tokens),
            accounts,
            desk,
            new PgTranscripts(open),
            new Workplace(
                new PgNotes(open),
                new PgFurnishings(open),
                new OrderBook(await(PgDemoShop.open(vertx, open, Clock.systemUTC()))),
                DeskServer::suggested,
                archive,
                new PgFigures(open),
                audit,
                setup),
            limits,
            settings,
            Clock.systemUTC());
    server =
        new WebServer(
            vertx,
            web,
            site,
            List.of(
                this::edge,
                () -> new WebhookEdge(console.signIns(), settings, webhooks, audit, signInClock),
                () -> new DeskEdge(console),
                this::pages));
  }

  static DeskServer start(TestDatabase database, DeskSettings settings) {
    var server = new DeskServer(database, settings);
    await(server.server.start());
    return server;
  }

  int port() {
    return server.port();
  }

  /** Adds somebody and signs them in. */
  DeskPerson signedIn(String name, Role role) {
    await(accounts.add(new AccountName(name), role, new Password(PASSWORD)));
    return signIn(name);
  }

  /** Signs in somebody who was added before. */
  DeskPerson signIn(String name) {
    var nobody = nobody();
    var answer = nobody.signIn(name, PASSWORD);
    return nobody.as(
        answer.header("set-cookie").replaceAll(";.*", ""), answer.body().getString("csrf"));
  }

  /** Somebody who is not signed in. */
  DeskPerson nobody() {
    return new DeskPerson(vertx, port(), Map.of(), Optional.empty());
  }

  /** A shopper writes and the bot hands over. */
  Committed handOver(ConversationId id, String clientId, String words) {
    var turn =
        ((Accepted.Stored) await(bot.accept(id, clientId, new Ask.Say(words))))
            .turn()
            .orElseThrow();
    return await(
        bot.commit(
            turn,
            new Answer(
                List.of(Reply.of("A person will join.")),
                Memory.EMPTY,
                Optional.of(new Handover("asked", Map.of("order", "LL20481234"))),
                List.of("hands over: asked"))));
  }

  private static Future<List<Passage>> suggested(String text, Language language, int top) {
    var person =
        new Passage(
            "talk-to-a-person",
            "Can I talk to a person?",
            "Yes. I'm a bot.",
            Optional.of("contact_human"),
            2,
            0.97,
            List.of());
    if (text.contains("person")) {
      return Future.succeededFuture(List.of(person));
    }
    return Future.succeededFuture(
        List.of(
            person,
            new Passage(
                "delivery-cost",
                "How much is delivery?",
                "It is **£3.95**.",
                Optional.empty(),
                1,
                0.9,
                List.of()),
            new Passage(
                "returns", "How do I return?", "By post.", Optional.empty(), 1, 0.01, List.of())));
  }

  /** The pages as they are in the working tree. */
  private StaticFiles pages() {
    return new StaticFiles(Pages.live(vertx, Path.of("webchat")));
  }

  private ConsoleEdge edge() {
    edge = new ConsoleEdge(console);
    return edge;
  }

  /** The machine itself counts as a proxy, so that tests can come from elsewhere. */
  private static WebSettings trusting(WebSettings web) {
    return new WebSettings(
        web.host(),
        web.port(),
        web.tls(),
        List.of(Cidr.parse("127.0.0.0/8"), Cidr.parse("::1")),
        List.of(),
        web.maxConnectionsPerAddress(),
        web.idle(),
        web.stopWait(),
        web.pages(),
        web.metricsFrom());
  }

  @Override
  public void close() {
    console.close();
    setup.close();
    await(server.stop());
    await(vertx.close());
  }

  /** An answer of the server. */
  record Answered(int status, JsonObject body, Map<String, String> headers) {
    String header(String name) {
      return headers.get(name);
    }

    /** The error's code. */
    String code() {
      return body.getJsonObject("error").getString("code");
    }

    /** The error's message. */
    String message() {
      return body.getJsonObject("error").getString("message");
    }
  }
}
