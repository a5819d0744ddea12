package deskbell.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.answering.Accepted;
import deskbell.conversation.Ask;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Language;
import deskbell.conversation.Unavailable;
import deskbell.webchat.Opening;
import deskbell.webchat.TokenHash;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStopTest {
  @TempDir Path directory;

  @Test
  void an_acknowledged_message_survives_the_sudden_end_of_every_postgresql_process()
      throws Exception {
    Files.createSymbolicLink(
        directory.resolve("binaries"),
        Path.of("target", "test-postgresql", "binaries").toAbsolutePath());
    var settings = DatabaseSettings.at(new DatabaseLocation.Embedded(directory));
    var id = ConversationId.random();
    var vertx = Vertx.vertx();
    try {
      var database = TestDatabase.await(Database.open(vertx, settings));
      assertThat(database.ownsEmbedded()).isTrue();
      var conversations = new PgConversations(database);
      TestDatabase.await(
          new PgSessions(database)
              .open(
                  new Opening(
                      id,
                      new TokenHash("ab".repeat(32)),
                      Language.EN,
                      Optional.empty(),
                      Optional.empty(),
                      "")));
      for (int i = 1; i <= 20; i++) {
        TestDatabase.await(conversations.accept(id, "c" + i, new Ask.Say("m" + i)));
      }
      killPostgres();
      assertThatThrownBy(() -> TestDatabase.await(database.ready()))
          .isInstanceOf(Unavailable.class);
      TestDatabase.await(database.close());

      var again = TestDatabase.await(Database.open(vertx, settings));
      assertThat(
              TestDatabase.await(new PgConversations(again).accept(id, "c20", new Ask.Say("m20"))))
          .isEqualTo(new Accepted.Repeated(20));
      TestDatabase.await(again.close());
    } finally {
      vertx.close().await(10, SECONDS);
    }
  }

  private void killPostgres() throws Exception {
    var pid =
        Long.parseLong(Files.readAllLines(directory.resolve("cluster/postmaster.pid")).getFirst());
    var postmaster = ProcessHandle.of(pid).orElseThrow();
    var all = postmaster.descendants().toList();
    postmaster.destroyForcibly();
    all.forEach(ProcessHandle::destroyForcibly);
    postmaster.onExit().get(20, SECONDS);
  }
}
