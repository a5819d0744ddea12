package deskbell.shop;

import static deskbell.shop.Example.guest;
import static deskbell.shop.Example.now;

import deskbell.conversation.CallResult;
import deskbell.conversation.ConversationId;
import deskbell.conversation.EffectKey;
import deskbell.shop.demo.DemoCatalogue;
import deskbell.store.PgDemoShop;
import deskbell.store.PgEffects;
import deskbell.store.PgProofLimits;
import deskbell.store.TestDatabase;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The desk on the demo shop and a real database. */
abstract class ShopDeskCase {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  static Vertx vertx;
  static final Clock CLOCK =
      Clock.fixed(Example.TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);

  final ConversationId conversation = ConversationId.random();
  final Caller guest = guest("address " + UUID.randomUUID());
  final Effects effects = new PgEffects(DATABASE.open(vertx));
  Interrupted shop;
  ShopCalls desk;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
  }

  @BeforeEach
  void openAfresh() {
    DATABASE.execute(
        """
        DELETE FROM proof_try;
        TRUNCATE demo_order, demo_order_item, demo_ledger;
        INSERT INTO conversation (id, token_hash) VALUES ('%s', '%s')
        """
            .formatted(conversation, conversation));
    shop = new Interrupted(demo(vertx));
    desk = desk(vertx, shop);
  }

  @AfterAll
  static void close() {
    now(vertx.close());
  }

  /** Each call is a turn of its own. */
  CallResult call(String operation, Caller caller, String... arguments) {
    var map = new HashMap<String, String>();
    for (int i = 0; i < arguments.length; i += 2) {
      map.put(arguments[i], arguments[i + 1]);
    }
    return now(desk.call(key("step " + UUID.randomUUID()), operation, map, caller));
  }

  EffectKey key(String step) {
    return new EffectKey(conversation, 1, step);
  }

  static Shop demo(Vertx vertx) {
    return now(PgDemoShop.open(vertx, DATABASE.open(vertx), CLOCK));
  }

  /** A node's desk. */
  static ShopDesk desk(Vertx vertx, Shop shop) {
    var database = DATABASE.open(vertx);
    return new ShopDesk(
        shop,
        DemoCatalogue::read,
        new PgEffects(database),
        new PgProofLimits(database, ProofSettings.DEFAULTS),
        ProofSettings.DEFAULTS,
        CLOCK);
  }

  static Iterable<String> ledger(String order) {
    var rows =
        now(
            DATABASE
                .open(vertx)
                .call(
                    client ->
                        client
                            .query(
                                "SELECT idempotency_key || ' ' || outcome AS line FROM demo_ledger"
                                    + " WHERE order_number = '%s'".formatted(order))
                            .execute()));
    return rows.stream().map(row -> row.getString("line")).toList();
  }
}
