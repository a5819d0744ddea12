package deskbell.store;

import deskbell.conversation.Invalid;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Measures turns a second of conversations that each take one turn after another. */
final class TurnRate {
  private TurnRate() {}

  /** One conversation. */
  @FunctionalInterface
  interface Talk {
    /** Takes its next turn. */
    Future<Void> turn(int number);
  }

  /** Turns a second over {@code turns} turns, shared among {@code concurrent} conversations. */
  static Future<Double> measure(int turns, int concurrent, IntFunction<Future<Talk>> open) {
    if (concurrent < 1 || turns < concurrent) {
      throw new Invalid(
          "turns", "are " + turns + "; at least one for each of " + concurrent + " conversations");
    }
    var each = turns / concurrent;
    return Future.all(IntStream.range(0, concurrent).mapToObj(open).toList())
        .compose(
            talks -> {
              var start = System.nanoTime();
              return Future.all(talks.<Talk>list().stream().map(talk -> all(talk, each)).toList())
                  .map(_ -> each * concurrent / seconds(System.nanoTime() - start));
            });
  }

  /** A shopper's question; no two are alike. */
  static String question(int turn) {
    return "Where is my parcel? I ordered it " + turn + " days ago and nothing has come so far.";
  }

  /** A bot's answer of common length. */
  static String answer(int turn) {
    return "Delivery takes **3 to 5 working days** within the country, and up to 10 abroad. If it"
        + " is later than that, send us the order number and we will look into it. ("
        + turn
        + ")";
  }

  private static Future<Void> all(Talk talk, int last) {
    var done = Promise.<Void>promise();
    next(talk, 1, last, done);
    return done.future();
  }

  /** A loop of completions: a chain of ten thousand composed futures would overflow the stack. */
  private static void next(Talk talk, int turn, int last, Promise<Void> done) {
    talk.turn(turn)
        .onFailure(done::fail)
        .onSuccess(
            _ -> {
              if (turn == last) {
                done.complete();
              } else {
                next(talk, turn + 1, last, done);
              }
            });
  }

  private static double seconds(long nanos) {
    return (double) nanos / TimeUnit.SECONDS.toNanos(1);
  }
}
