package deskbell;

import deskbell.answering.Accepted;
import deskbell.answering.Answer;
import deskbell.answering.Committed;
import deskbell.answering.Conversations;
import deskbell.answering.Turn;
import deskbell.conversation.Ask;
import deskbell.conversation.ConversationId;
import deskbell.shop.Erasure;
import deskbell.shop.Order;
import deskbell.shop.Product;
import deskbell.shop.Shop;
import deskbell.shop.ShopWrite;
import deskbell.shop.Voucher;
import deskbell.shop.WriteResult;
import deskbell.webchat.ForwardingConversations;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;

/**
 * A server in a JVM of its own, where a turn whose message is named after a {@link Moment} stands
 * still at that moment until the JVM is killed: whatever comes after it never happens. The other
 * conversations go on. Its port is written to a file once it listens.
 */
public final class StandingServer {
  /** When a turn stands still, at a message whose id is the moment's name. */
  public enum Moment {
    /** The shopper's message is stored; the ack has not been sent. */
    AFTER_ACCEPT,
    /** The answer is made up; it has not been stored. */
    BEFORE_COMMIT,
    /** The shop has made a write; nobody has heard of it. */
    AFTER_SHOP_WRITE;

    private static Optional<Moment> named(String clientId) {
      return Arrays.stream(values()).filter(moment -> moment.name().equals(clientId)).findFirst();
    }
  }

  private final Path folder;
  private final Map<ConversationId, Moment> held = new ConcurrentHashMap<>();

  private StandingServer(Path folder) {
    this.folder = folder;
  }

  /** Arguments: the folder that is told what stands still, the port's file, the server's flags. */
  public static void main(String... arguments) throws IOException, TimeoutException {
    var standing = new StandingServer(Path.of(arguments[0]));
    var serve = new ServeCommand();
    Main.parse(serve, Arrays.asList(arguments).subList(2, arguments.length));
    var seams =
        new Seams(
            store -> new HeldConversations(store, standing), shop -> new HeldShop(shop, standing));
    var server = Server.start(Vertx.vertx(), serve.settings, seams);
    tell(Path.of(arguments[1]), server.port());
  }

  /** Writes the port, whole at once. */
  static void tell(Path file, int port) throws IOException {
    var written = Files.writeString(file.resolveSibling("port.partial"), Integer.toString(port));
    Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private boolean holds(ConversationId conversation, Moment moment) {
    return held.get(conversation) == moment;
  }

  /** Nothing comes any more; a file of the conversation's name says that the moment is reached. */
  private <T> Future<T> standStill(ConversationId conversation) {
    try {
      Files.writeString(folder.resolve(conversation.toString()), "");
    } catch (IOException untold) {
      throw new UncheckedIOException(untold);
    }
    return Promise.<T>promise().future();
  }

  /** Conversations that stand still around one message's trips to the store. */
  private record HeldConversations(Conversations store, StandingServer standing)
      implements ForwardingConversations {
    @Override
    public Future<Accepted> accept(ConversationId conversation, String clientId, Ask ask) {
      Moment.named(clientId).ifPresent(moment -> standing.held.put(conversation, moment));
      var accepted = store.accept(conversation, clientId, ask);
      return standing.holds(conversation, Moment.AFTER_ACCEPT)
          ? accepted.compose(_ -> standing.standStill(conversation))
          : accepted;
    }

    /** After a write to the shop an apology for the long wait would come here. */
    @Override
    public Future<Committed> commit(Turn turn, Answer answer) {
      return standing.held.containsKey(turn.conversation())
          ? standing.standStill(turn.conversation())
          : store.commit(turn, answer);
    }

    @Override
    public Future<List<Turn>> unanswered(Duration age, int limit) {
      return store
          .unanswered(age, limit)
          .map(
              turns ->
                  turns.stream()
                      .filter(turn -> !standing.held.containsKey(turn.conversation()))
                      .toList());
    }
  }

  /** A shop that keeps to itself what came of a write. */
  private record HeldShop(Shop shop, StandingServer standing) implements Shop {
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
      return written(idempotencyKey, shop.write(idempotencyKey, write));
    }

    @Override
    public Future<Erasure> erase(String idempotencyKey, String user) {
      return written(idempotencyKey, shop.erase(idempotencyKey, user));
    }

    @Override
    public Future<Optional<Voucher>> voucher(String code, Optional<String> user) {
      return shop.voucher(code, user);
    }

    /** The key begins with the conversation that wants the write. */
    private <T> Future<T> written(String idempotencyKey, Future<T> write) {
      var conversation =
          new ConversationId(
              UUID.fromString(idempotencyKey.substring(0, idempotencyKey.indexOf('/'))));
      return standing.holds(conversation, Moment.AFTER_SHOP_WRITE)
          ? write.compose(_ -> standing.standStill(conversation))
          : write;
    }
  }
}
