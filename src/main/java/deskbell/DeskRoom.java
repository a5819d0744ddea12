package deskbell;

import deskbell.console.ApiEdge;
import deskbell.console.ArticleDesk;
import deskbell.console.ArticleEdge;
import deskbell.console.AskAsShopper;
import deskbell.console.Console;
import deskbell.console.ConsoleEdge;
import deskbell.console.DeskEdge;
import deskbell.console.DeskSettings;
import deskbell.console.ReviewDesk;
import deskbell.console.ReviewEdge;
import deskbell.console.Suggestions;
import deskbell.console.WebhookEdge;
import deskbell.console.Workplace;
import deskbell.console.account.AccountSettings;
import deskbell.console.account.Accounts;
import deskbell.console.account.ApiTokens;
import deskbell.console.account.PasswordWorker;
import deskbell.console.account.SignIns;
import deskbell.console.setup.SetupInUse;
import deskbell.conversation.Events;
import deskbell.handoff.Desk;
import deskbell.handoff.HandoffSettings;
import deskbell.handoff.Librarian;
import deskbell.handoff.Shift;
import deskbell.shop.OrderBook;
import deskbell.store.Database;
import deskbell.store.PgAccounts;
import deskbell.store.PgApiTokens;
import deskbell.store.PgArchive;
import deskbell.store.PgAudit;
import deskbell.store.PgCrew;
import deskbell.store.PgFigures;
import deskbell.store.PgFurnishings;
import deskbell.store.PgNotes;
import deskbell.store.PgSignIns;
import deskbell.store.PgTranscripts;
import deskbell.store.PgWebhooks;
import deskbell.web.Edge;
import deskbell.web.Metrics;
import deskbell.web.Site;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The console's part of the wiring: people who sign in, the desk, the article room. */
final class DeskRoom implements AutoCloseable {
  private final PasswordWorker passwords;
  private final Accounts accounts;
  private final SignIns signIns;
  private final Console console;
  private final ArticleDesk articles;
  private final Shift shift;
  private final PgWebhooks webhooks;
  private final PgAudit audit;
  private final Clock clock;
  private final ReviewDesk review;
  private final Librarian librarian;

  DeskRoom(
      Vertx vertx,
      Site site,
      Events events,
      Metrics metrics,
      Database database,
      Desk desk,
      SetupInUse setup,
      KnowledgeRoom knowledge,
      Predicate<String> knownIntent,
      AskAsShopper shopper,
      OrderBook orders,
      Suggestions suggestions,
      ReviewDesk review,
      Clock clock) {
    this.review = review;
    var settings = AccountSettings.DEFAULTS;
    var store = new PgAccounts(database);
    var furnishings = new PgFurnishings(database);
    var archive = new PgArchive(database);
    audit = new PgAudit(database);
    passwords = new PasswordWorker(vertx, settings);
    accounts = new Accounts(store, passwords, clock);
    this.clock = clock;
    webhooks = new PgWebhooks(database);
    var tokens = new ApiTokens(new PgApiTokens(database), clock);
    signIns = new SignIns(store, new PgSignIns(database), passwords, settings, clock, tokens);
    console =
        new Console(
            site,
            events,
            metrics,
            signIns,
            accounts,
            desk,
            new PgTranscripts(database),
            new Workplace(
                new PgNotes(database),
                furnishings,
                orders,
                suggestions,
                archive,
                new PgFigures(database),
                audit,
                setup),
            settings,
            DeskSettings.DEFAULTS,
            clock);
    articles =
        new ArticleDesk(
            knowledge.articles(),
            knowledge.editions(),
            knowledge.publishing(),
            knownIntent,
            shopper,
            clock);
    shift =
        new Shift(vertx, desk, new PgCrew(database), furnishings, HandoffSettings.DEFAULTS, clock);
    shift.start();
    librarian = new Librarian(vertx, archive);
    librarian.start();
  }

  /** The edges that the server mounts on each event loop. */
  List<Supplier<Edge>> edges() {
    return List.of(
        () -> new ConsoleEdge(console),
        () -> new ArticleEdge(signIns, DeskSettings.DEFAULTS, articles),
        () -> new WebhookEdge(signIns, DeskSettings.DEFAULTS, webhooks, audit, clock),
        ApiEdge::new,
        () -> new ReviewEdge(signIns, DeskSettings.DEFAULTS, review, articles),
        () -> new DeskEdge(console));
  }

  /** Makes an administrator where there is nobody yet. */
  Future<Optional<FirstSignIn>> firstSignIn() {
    return accounts
        .createFirstAdmin()
        .map(
            made ->
                made.map(first -> new FirstSignIn(first.name().value(), first.password().clear())));
  }

  @Override
  public void close() {
    shift.stop();
    librarian.stop();
    console.close();
    passwords.close();
  }
}
