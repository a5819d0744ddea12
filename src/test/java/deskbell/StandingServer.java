package deskbell;

import deskbell.answering.Accepted;
import deskbell.answering.Answer;
import deskbell.answering.Committed;
import deskbell.answering.Conversations;
import deskbell.answering.Turn;
import deskbell.conversation.Ask;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Message;
import deskbell.shop.Erasure;
import deskbell.shop.Order;
import deskbell.shop.Product;
import deskbell.shop.Shop;
import deskbell.shop.ShopWrite;
import deskbell.shop.Voucher;
import deskbell.shop.WriteResult;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/**
 * A server in a JVM of its own that ends at a chosen moment as if its plug were pulled: no shutdown
 * hook runs, no connection is closed. Its port is written to a file once it listens.
 */
public final class CrashingServer {
  /** The status of a JVM whose plug was pulled here. */
  public static final int PULLED = 9;

  /** When the plug is pulled. */
  public enum Moment {
    /** Never. */
    NEVER,
    /** The shopper's fatal message is stored; the ack has not been sent. */
    AFTER_ACCEPT,
    /** The answer to the fatal message is made up; it has not been stored. */
    BEFORE_COMMIT,
    /** The shop has made a write; nobody has heard of it. */
    AFTER_SHOP_WRITE
  }

  private CrashingServer() {}

  /** Arguments: the moment, the fatal message, the file for the port, then the server's flags. */
  public static void main(String... arguments) throws IOException, TimeoutException {
    var moment = Moment.valueOf(arguments[0]);
    var seams =
        new Seams(
            store -> new MortalConversations(store, moment, arguments[1]),
            shop -> new MortalShop(shop, moment));
    var serve = new ServeCommand();
    Main.parse(serve, Arrays.asList(arguments).subList(3, arguments.length));
    var server = Server.start(Vertx.vertx(), serve.settings, seams);
    tell(Path.of(arguments[2]), server.port());
  }

  /** Writes the port, whole at once. */
  static void tell(Path file, int port) throws IOException {
    var written = Files.writeString(file.resolveSibling("port.partial"), Integer.toString(port));
    Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void pullThePlug() {
    Runtime.getRuntime().halt(PULLED);
  }

  /** Conversations that end the JVM around one message's trips to the store. */
  private record MortalConversations(Conversations store, Moment moment, String fatal)
      implements Conversations {
    @Override
    public Future<Accepted> accept(ConversationId conversation, String clientId, Ask ask) {
      return store.accept(conversation, clientId, ask).onSuccess(_ -> at(Moment.AFTER_ACCEPT, ask));
    }

    @Override
    public Future<Committed> commit(Turn turn, Answer answer) {
      at(Moment.BEFORE_COMMIT, turn.ask());
      return store.commit(turn, answer);
    }

    @Override
    public Future<Optional<Message>> showEffects(
        ConversationId conversation, long turn, Set<String> steps, String text) {
      return store.showEffects(conversation, turn, steps, text);
    }

    @Override
    public Future<Optional<Turn>> refresh(Turn turn) {
      return store.refresh(turn);
    }

    @Override
    public Future<List<Turn>> unanswered(Duration age, int limit) {
      return store.unanswered(age, limit);
    }

    private void at(Moment now, Ask ask) {
      if (now == moment && ask.equals(new Ask.Say(fatal))) {
        pullThePlug();
      }
    }
  }

  /** A shop that ends the JVM once it has made a write. */
  private record MortalShop(Shop shop, Moment moment) implements Shop {
    @Override
    public Future<Optional<Order>> order(String number) {
      return shop.order(number);
    }

    @Override
    public Future<List<Order>> ordersOf(String user) {
      return shop.ordersOf(user);
    }

    @Override
    public Future<List<Product>> products() {
      return shop.products();
    }

    @Override
    public Future<WriteResult> write(String idempotencyKey, ShopWrite write) {
      return shop.write(idempotencyKey, write).onSuccess(_ -> written());
    }

    @Override
    public Future<Erasure> erase(String idempotencyKey, String user) {
      return shop.erase(idempotencyKey, user).onSuccess(_ -> written());
    }

    @Override
    public Future<Optional<Voucher>> voucher(String code, Optional<String> user) {
      return shop.voucher(code, user);
    }

    private void written() {
      if (moment == Moment.AFTER_SHOP_WRITE) {
        pullThePlug();
      }
    }
  }
}
