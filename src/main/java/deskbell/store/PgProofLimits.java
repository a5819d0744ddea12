package deskbell.store;

import deskbell.shop.ProofLimits;
import deskbell.shop.ProofSettings;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Wrong guesses in the table {@code proof_try}, counted within a sliding window. Any thread. */
public final class PgProofLimits implements ProofLimits {
  private static final String BEGIN = "SELECT begin_proof($1, $2, $3, $4, $5) AS blocking";
  private static final String WITHDRAW = "DELETE FROM proof_try WHERE attempt = $1";

  private final Database database;
  private final Duration window;

  /** Limits of this database, with the window of the settings. */
  public PgProofLimits(Database database, ProofSettings settings) {
    this.database = database;
    this.window = settings.window();
  }

  @Override
  public Future<Verdict> begin(List<Subject> subjects, Instant now) {
    var attempt = UUID.randomUUID();
    var values =
        Tuple.of(
            attempt,
            subjects.stream().map(Subject::key).toArray(String[]::new),
            subjects.stream().map(Subject::limit).toArray(Integer[]::new),
            now.atOffset(ZoneOffset.UTC),
            now.minus(window).atOffset(ZoneOffset.UTC));
    return database.call(
        client ->
            client
                .preparedQuery(BEGIN)
                .execute(values)
                .map(
                    rows ->
                        verdict(attempt, rows.iterator().next().getOffsetDateTime("blocking"))));
  }

  @Override
  public Future<Void> withdraw(UUID attempt) {
    return database
        .call(client -> client.preparedQuery(WITHDRAW).execute(Tuple.of(attempt)))
        .mapEmpty();
  }

  private Verdict verdict(UUID attempt, OffsetDateTime blocking) {
    return blocking == null
        ? new Verdict.Open(attempt)
        : new Verdict.Locked(blocking.toInstant().plus(window));
  }
}
