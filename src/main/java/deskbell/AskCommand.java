package deskbell;

import deskbell.answering.Answer;
import deskbell.conversation.Language;
import deskbell.shop.Products;
import deskbell.shop.ShopDesk;
import deskbell.store.Database;
import deskbell.store.PgDemoShop;
import deskbell.store.PgEffects;
import deskbell.store.PgProofLimits;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

  @Override
  public Integer call() throws Exception {
    var vertx = Vertx.vertx();
    var owned = new Owned();
    try {
      print(answer(vertx, owned, Language.parse(language)));
      return 0;
    } finally {
      owned.close();
      vertx.close().await(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }
  }

  private Answer answer(Vertx vertx, Owned owned, Language spoken) throws Exception {
    var clock = Clock.systemUTC();
    var database = ready(Database.open(vertx, settings.database()));
    owned.add("database", LIMIT, database::close);
    var knowledge =
        owned.add(
            "knowledge",
            ready(KnowledgeRoom.open(vertx, settings.knowledgeBase, Optional.empty(), database)));
    var shop = ready(PgDemoShop.open(vertx, database, clock));
    var wares = new ShopWares();
    owned.add("products", ready(Products.start(vertx, shop, Products.EVERY, wares::changed)));
    var mind = Mind.open(settings, wares, clock);
    var proofs = settings.proofs();
    var calls =
        new ShopDesk(
            shop, new PgEffects(database), new PgProofLimits(database, proofs), proofs, clock);
    var bot =
        new Bot(
            vertx,
            settings,
            mind.interpreter(),
            knowledge.searcher(),
            mind.dialogue(),
            calls,
            clock);
    owned.add("thinking", bot.worker());
    return ready(bot.answering().answer(AskBot.firstTurn(text, spoken)));
  }

  private void print(Answer answer) {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (var reply : answer.replies()) {
      out.println(reply.text());
      reply.choices().forEach(choice -> out.println("  [" + choice.label() + "]"));
    }
    if (trace) {
      out.println();
      answer.trace().forEach(line -> out.println("· " + line));
    }
  }

  private static <T> T ready(Future<T> future) throws TimeoutException {
    return future.await(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
  }
}
