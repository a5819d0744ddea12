package deskbell;

import deskbell.answering.Answer;
import deskbell.answering.Turn;
import deskbell.conversation.Language;
import deskbell.conversation.Unavailable;
import deskbell.dialog.Flows;
import deskbell.handoff.Hours;
import deskbell.shop.Products;
import deskbell.shop.ShopDesk;
import deskbell.store.Database;
import deskbell.store.PgEffects;
import deskbell.store.PgProofLimits;
import deskbell.store.PgSetup;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ask TEXT}: one question, one answer; works while the server runs or without it. */
@Command(
    name = "ask",
    description = "Asks the bot one question and prints its answer.",
    mixinStandardHelpOptions = true)
final class AskCommand implements Callable<Integer> {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final PrintStream out;

  @Parameters(paramLabel = "TEXT", description = "what a shopper says")
  String text;

  @Option(
      names = "--lang",
      defaultValue = "en",
      paramLabel = "en|zh",
      description = "the widget's language")
  String language;

  @Option(names = "--trace", description = "say why, one line a decision")
  boolean trace;

  @Mixin Settings settings = new Settings();

  /** The command on standard output. */
  AskCommand() {
    this(System.out);
  }

  /** The command on this stream. */
  AskCommand(OutputStream out) {
    this.out = new PrintStream(out, true, StandardCharsets.UTF_8);
  }

  @Override
  public Integer call() throws Exception {
    var turn = AskBot.firstTurn(text, Language.parse(language));
    var vertx = Vertx.vertx();
    var owned = new Owned();
    try {
      print(answer(vertx, owned, turn));
      return 0;
    } finally {
      owned.close();
      vertx.close().await(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }
  }

  private Answer answer(Vertx vertx, Owned owned, Turn turn) {
    var clock = settings.clock();
    var database = ready(Database.open(vertx, settings.database()));
    owned.add("database", LIMIT, database::close);
    var knowledge =
        owned.add(
            "knowledge",
            ready(KnowledgeRoom.open(vertx, settings.knowledgeBase, Optional.empty(), database)));
    var shop = ready(Shops.open(vertx, settings, database, clock, owned));
    var wares = new ShopWares();
    var products =
        owned.add("products", ready(Products.start(vertx, shop, Products.EVERY, wares::changed)));
    var flows = Flows.load(settings.dialogFlows);
    var voters = owned.add("model", Voters.open(settings.model, settings.voters));
    var mind = Mind.of(voters, () -> flows, wares, clock);
    var proofs = settings.proofs();
    var calls =
        new ShopDesk(
            shop,
            products::all,
            new PgEffects(database),
            new PgProofLimits(database, proofs),
            proofs,
            clock);
    var bot =
        new Bot(
            vertx,
            settings,
            mind.skills(),
            mind.interpreter(),
            knowledge.searcher(),
            mind.dialogue(),
            calls,
            hours(database)::get,
            clock);
    owned.add("thinking", bot.worker());
    return ready(bot.answering().answer(turn));
  }

  private Supplier<Hours> hours(Database database) {
    var set = ready(new PgSetup(database).read());
    return () -> set.hours().orElseGet(settings::hours);
  }

  private void print(Answer answer) {
    for (var reply : answer.replies()) {
      out.println(reply.text());
      reply.choices().forEach(choice -> out.println("  [" + choice.label() + "]"));
    }
    if (trace) {
      out.println();
      answer.trace().forEach(line -> out.println("· " + line));
    }
  }

  private static <T> T ready(Future<T> future) {
    try {
      return future.await(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw new Unavailable("the bot did not answer within " + LIMIT.toSeconds() + " s", late);
    }
  }
}
