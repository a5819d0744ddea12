package deskbell.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.answering.Accepted;
import deskbell.answering.Answer;
import deskbell.answering.Memory;
import deskbell.conversation.Ask;
import deskbell.conversation.Conflict;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Handover;
import deskbell.conversation.Invalid;
import deskbell.conversation.Message;
import deskbell.conversation.Reply;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
  @RegisterExtension static final TestDatabase from = new TestDatabase();
  @RegisterExtension static final TestDatabase to = new TestDatabase();
  @RegisterExtension static final TestDatabase unused = new TestDatabase();
  private static final Vertx vertx = Vertx.vertx();

  @TempDir Path folder;

  @AfterAll
  static void stop() throws Exception {
    vertx.close().await(10, SECONDS);
  }

  @Test
  void what_was_backed_up_is_restored_and_goes_on() throws Exception {
    var id = from.conversation();
    handedOver(id, "tab\there, back\\slash,\nline, 你好 😀");
    from.execute("UPDATE setup SET number = 7, origins = '{https://shop.example}'");
    var file = folder.resolve("deskbell.zip");
    var rows = Backup.take(from.settings(), file);
    assertThat(rows).isGreaterThanOrEqualTo(4);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");

    assertThat(Restore.bring(to.settings(), file)).isEqualTo(rows);
    var messages = "SELECT string_agg(m::text, '|' ORDER BY seq) FROM message m";
    assertThat(to.text(messages)).isEqualTo(from.text(messages)).contains("你好 😀");
    assertThat(to.text("SELECT c::text FROM conversation c"))
        .isEqualTo(from.text("SELECT c::text FROM conversation c WHERE id = '" + id + "'"));
    assertThat(to.text("SELECT setup::text FROM setup"))
        .isEqualTo(from.text("SELECT setup::text FROM setup"))
        .contains("https://shop.example");

    var restored = new PgConversations(to.open(vertx));
    var next = TestDatabase.await(restored.accept(id, "next", new Ask.Say("still there?")));
    assertThat(((Accepted.Stored) next).message()).extracting(Message::seq).isEqualTo(3L);
    handedOver(new PgConversations(to.open(vertx)), to.conversation(), "new ticket");

    assertThatThrownBy(() -> Restore.bring(to.settings(), file))
        .isInstanceOf(Conflict.class)
        .hasMessageMatching(
            "the database already holds data \\(table \\w+\\); restore into an empty one");
    assertThatThrownBy(() -> Backup.take(from.settings(), file))
        .isInstanceOf(Conflict.class)
        .hasMessage(file + " exists already; name another file");
  }

  @Test
  void what_is_no_backup_is_refused_and_changes_nothing() throws Exception {
    var text = Files.writeString(folder.resolve("notes.zip"), "hello");
    refused(text, " is no backup");
    refused(folder.resolve("missing.zip"), " does not exist");
    refused(zip("empty.zip", "other", ""), " is no backup: it has no manifest.json");
    refused(zip("damaged.zip", "manifest.json", "{"), " has a damaged manifest.json");
    refused(
        zip("format.zip", "manifest.json", "{\"format\":9}"),
        " has format 9; this program reads 1");
    refused(
        zip(
            "newer.zip",
            "manifest.json",
            "{\"format\":1,\"schema\":\"9999\",\"taken\":\"now\",\"tables\":[]}"),
        " has schema 9999; this program knows up to ");
    refused(
        zip(
            "short.zip",
            "manifest.json",
            """
            {"format":1,"schema":"%s","taken":"now",
             "tables":[{"name":"conversation","columns":["id"],"rows":1}]}
            """
                .formatted(unused.text("SELECT max(version::int) FROM flyway_schema_history"))),
        " lacks tables/conversation.copy");
    assertThat(unused.text("SELECT count(*) FROM conversation")).isEqualTo("0");
  }

  private static void refused(Path file, String message) {
    assertThatThrownBy(() -> Restore.bring(unused.settings(), file))
        .isInstanceOf(Invalid.class)
        .hasMessageStartingWith(file + message);
  }

  private Path zip(String name, String entry, String content) throws IOException {
    var file = folder.resolve(name);
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    return file;
  }

  private static void handedOver(ConversationId id, String text) {
    handedOver(new PgConversations(from.open(vertx)), id, text);
  }

  private static void handedOver(PgConversations conversations, ConversationId id, String text) {
    var accepted =
        (Accepted.Stored) TestDatabase.await(conversations.accept(id, "a", new Ask.Say(text)));
    var answer =
        new Answer(
            List.of(Reply.of("A person will come.")),
            Memory.EMPTY,
            Optional.of(new Handover("asked", Map.of())),
            List.of());
    TestDatabase.await(conversations.commit(accepted.turn().orElseThrow(), answer));
  }
}
