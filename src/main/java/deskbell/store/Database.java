package deskbell.store;

import deskbell.store.embedded.EmbeddedDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The open database: migrated, with a bounded pool of connections. Any thread; futures complete on
 * the caller's event loop.
 */
public final class Database {
  private static final String PROBE = "SELECT 1";
  private static final long AGAIN_MILLIS = 500;

  private final Vertx vertx;
  private final DatabaseSettings settings;
  private final DatabaseServer server;
  private final Pool pool;
  private final SqlClient turns;
  private final GroupFlush flush = new GroupFlush(() -> call(GroupFlush::query).mapEmpty());

  private Database(Vertx vertx, DatabaseSettings settings, DatabaseServer server) {
    this.vertx = vertx;
    this.settings = settings;
    this.server = server;
    var options = Drivers.vertx(server.endpoint(), settings.statementLimit());
    this.pool =
        PgBuilder.pool()
            .with(limits(settings, settings.poolSize()))
            .connectingTo(options)
            .using(vertx)
            .build();
    this.turns =
        PgBuilder.client()
            .with(limits(settings, settings.turnConnections()))
            .connectingTo(options)
            .using(vertx)
            .build();
  }

  /**
   * Starts or reaches the database, waiting for it as the settings say, and brings its schema up to
   * date, on a worker. Fails with {@link deskbell.conversation.Unavailable} where it cannot be
   * reached.
   */
  public static Future<Database> open(Vertx vertx, DatabaseSettings settings) {
    var limit = settings.openLimit().toMillis();
    var worker = vertx.createSharedWorkerExecutor("database", 1, limit, TimeUnit.MILLISECONDS);
    return worker
        .executeBlocking(() -> opened(vertx, settings))
        .eventually(worker::close)
        .compose(database -> database.answering(Instant.now().plus(settings.startWait())));
  }

  private static Database opened(Vertx vertx, DatabaseSettings settings) {
    var server = DatabaseServer.open(settings);
    try {
      Migrations.apply(server.endpoint(), settings.connectLimit());
      return new Database(vertx, settings, server);
    } catch (RuntimeException failed) {
      server.close();
      throw failed;
    }
  }

  /** Itself once a call succeeds: on a busy machine a first connection may outlast its limit. */
  private Future<Database> answering(Instant until) {
    if (!Instant.now().isBefore(until)) {
      return Future.succeededFuture(this);
    }
    return ready()
        .map(this)
        .recover(late -> vertx.timer(AGAIN_MILLIS).compose(_ -> answering(until)));
  }

  /**
   * Makes one call with a time limit. A database that does not answer is {@link
   * deskbell.conversation.Unavailable}, one that too many wait for {@link
   * deskbell.conversation.Busy}.
   */
  public <T> Future<T> call(Function<SqlClient, Future<T>> query) {
    return limited(query.apply(pool));
  }

  /** Makes one prepared statement, with the limit and failures of {@link #call}. */
  public Future<RowSet<Row>> rows(String sql, Tuple parameters) {
    return call(client -> client.preparedQuery(sql).execute(parameters));
  }

  /**
   * Makes one short statement on the connections that the trips of turns share, several under way
   * on each: under load this halves what a turn costs, because client and server wake up once for
   * many. Nothing slow belongs here, it would hold up what is sent behind it.
   */
  Future<RowSet<Row>> shortTrip(String sql, Tuple parameters) {
    return limited(turns.preparedQuery(sql).execute(parameters));
  }

  /**
   * Completes with the value once all that was committed asynchronously before this call is safe on
   * disk; many wait for one flush.
   */
  <T> Future<T> flushed(T value) {
    return flush.flushed().map(value);
  }

  /** Makes several statements one transaction, with the same limit and failures. */
  public <T> Future<T> transaction(Function<SqlClient, Future<T>> statements) {
    return limited(pool.withTransaction(statements::apply));
  }

  /** Succeeds while the database answers; for health checks. */
  public Future<Void> ready() {
    return call(client -> client.query(PROBE).execute()).mapEmpty();
  }

  /** Connections that are open now, besides those that turns share. */
  public int connections() {
    return pool.size();
  }

  /** How the database is reached; backup and restore read it. */
  public Endpoint endpoint() {
    return server.endpoint();
  }

  /** True where this process started the embedded database. */
  public boolean ownsEmbedded() {
    return server.embedded().filter(EmbeddedDatabase::owner).isPresent();
  }

  /** Closes all connections, then stops the embedded database in order. */
  public Future<Void> close() {
    return turns
        .close()
        .eventually(pool::close)
        .eventually(
            () ->
                vertx.executeBlocking(
                    () -> {
                      server.close();
                      return null;
                    }));
  }

  private static PoolOptions limits(DatabaseSettings settings, int connections) {
    return new PoolOptions()
        .setMaxSize(connections)
        .setMaxWaitQueueSize(settings.waiting())
        .setConnectionTimeout((int) settings.connectLimit().toMillis())
        .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS);
  }

  private <T> Future<T> limited(Future<T> call) {
    return call.timeout(settings.statementLimit().toMillis(), TimeUnit.MILLISECONDS)
        .recover(Failures::translated);
  }
}
