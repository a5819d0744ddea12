package deskbell.console;

import static deskbell.store.TestDatabase.await;

import deskbell.answering.Answer;
import deskbell.answering.Memory;
import deskbell.console.account.AccountName;
import deskbell.console.account.AccountSettings;
import deskbell.console.account.Accounts;
import deskbell.console.account.ApiTokens;
import deskbell.console.account.Argon2;
import deskbell.console.account.Password;
import deskbell.console.account.PasswordWorker;
import deskbell.console.account.Role;
import deskbell.console.account.SignIn;
import deskbell.console.account.SignIns;
import deskbell.conversation.Choice;
import deskbell.conversation.Entity;
import deskbell.conversation.EntityType;
import deskbell.conversation.IntentScore;
import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.conversation.Reply;
import deskbell.conversation.Understood;
import deskbell.knowledge.Article;
import deskbell.knowledge.ArticleKey;
import deskbell.knowledge.Edition;
import deskbell.knowledge.EditionSettings;
import deskbell.knowledge.Editions;
import deskbell.knowledge.Passage;
import deskbell.knowledge.Publishing;
import deskbell.knowledge.Shipped;
import deskbell.store.PgAccounts;
import deskbell.store.PgApiTokens;
import deskbell.store.PgArticles;
import deskbell.store.PgSignIns;
import deskbell.store.PgSynonyms;
import deskbell.store.TestDatabase;
import deskbell.web.Site;
import deskbell.web.WebServer;
import deskbell.web.WebSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A real server with the editors' routes alone, for tests, and the people who sign in to it. */
final class ArticleServer implements AutoCloseable {
  private static final Password PASSWORD = new Password("correct horse battery");
  private static final Set<String> INTENTS = Set.of("delivery_cost");
  private static final Article FILE =
      article("delivery-cost", Language.EN, "What does delivery cost?", LocalDate.of(2026, 11, 22));
  private static final Article FILE_ZH =
      article("delivery-cost", Language.ZH, "运费多少钱？", LocalDate.of(2027, 1, 1));

  private static final Map<Language, String> SYNONYMS = Map.of(Language.EN, "parcel, package");

  final Vertx vertx = Vertx.vertx();
  final Queue<Edition> handedOver = new ConcurrentLinkedQueue<>();
  final Queue<Optional<Article>> asked = new ConcurrentLinkedQueue<>();
  volatile ArticleEdge edge;
  private final Accounts accounts;
  private final SignIns signIns;
  private final Editions editions;
  private final ArticleDesk desk;
  private final WebServer server;

  ArticleServer(TestDatabase database) {
    var open = database.open(vertx);
    var limits = AccountSettings.DEFAULTS.withHashing(new Argon2(64, 1, 1));
    var store = new PgAccounts(open);
    var passwords = new PasswordWorker(vertx, limits);
    accounts = new Accounts(store, passwords, Clock.systemUTC());
    var tokens = new ApiTokens(new PgApiTokens(open), Clock.systemUTC());
    signIns = new SignIns(store, new PgSignIns(open), passwords, limits, Clock.systemUTC(), tokens);
    var articles = new PgArticles(open);
    var synonyms = new PgSynonyms(open);
    editions = new Editions(vertx, articles, synonyms, handedOver::add, EditionSettings.DEFAULTS);
    desk =
        new ArticleDesk(
            articles,
            editions,
            new Publishing(articles, synonyms, editions, ArticleServer::readable),
            INTENTS::contains,
            this::answer,
            Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC));
    var web = WebSettings.DEFAULTS.at("localhost", 0);
    server = new WebServer(vertx, web, new Site(web), List.of(this::edge));
    await(editions.start(Shipped.of(List.of(FILE, FILE_ZH), SYNONYMS)));
    await(server.start());
  }

  private ArticleEdge edge() {
    edge = new ArticleEdge(signIns, DeskSettings.DEFAULTS, desk);
    return edge;
  }

  /** The English file has another answer from now on. */
  void otherFile(String answer) {
    var file =
        new Article(
            FILE.key(),
            FILE.question(),
            FILE.also(),
            FILE.intent(),
            FILE.tags(),
            FILE.review(),
            answer);
    await(editions.load(Shipped.of(List.of(file, FILE_ZH), SYNONYMS)));
  }

  /** Waits until this node has what the database has. */
  void follow() {
    await(editions.refresh());
  }

  /** Somebody who is signed in. */
  DeskPerson signedIn(String name, Role role) {
    await(accounts.add(new AccountName(name), role, PASSWORD));
    var opened = (SignIn.Opened) await(signIns.signIn(name, PASSWORD, "192.0.2.1"));
    return nobody().as(Gate.COOKIE + "=" + opened.token().secret(), opened.token().csrf());
  }

  /** Somebody who is not signed in. */
  DeskPerson nobody() {
    return new DeskPerson(vertx, server.port(), Map.of(), Optional.empty());
  }

  private Future<Asked> answer(String text, Language language, Optional<Article> draft) {
    asked.add(draft);
    var understood =
        new Understood(
            text,
            language,
            List.of(new Entity(EntityType.SIZE, "XL", 0, 2)),
            List.of(new IntentScore("delivery_cost", 0.9)));
    var passage =
        new Passage(
            "delivery-cost", "Cost?", "3.50", Optional.empty(), 1, 0.8, List.of("question: cost"));
    var reply = Reply.of("It costs **£3.50**.").with(List.of(new Choice("More", "more")));
    return Future.succeededFuture(
        new Asked(
            understood,
            List.of(passage),
            new Answer(List.of(reply), Memory.EMPTY, Optional.empty(), List.of("article"))));
  }

  private static void readable(Language language, String text) {
    if (!text.contains(",")) {
      throw new Invalid("synonyms:1", "has only one entry");
    }
  }

  private static Article article(String id, Language language, String question, LocalDate review) {
    return new Article(
        new ArticleKey(id, language),
        question,
        List.of("shipping price"),
        Optional.of("delivery_cost"),
        List.of("delivery"),
        Optional.of(review),
        "£3.50.");
  }

  @Override
  public void close() {
    editions.close();
    await(server.stop());
    await(vertx.close());
  }
}
