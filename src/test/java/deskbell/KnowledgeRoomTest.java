package deskbell;

import static deskbell.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.Language;
import deskbell.knowledge.Article;
import deskbell.store.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The knowledge room over files, database and disk as they really are: partly broken. */
class KnowledgeRoomTest {
  private static final Vertx VERTX = Vertx.vertx();

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @TempDir Path work;

  @AfterAll
  static void close() {
    await(VERTX.close());
  }

  @Test
  void a_broken_article_and_two_of_one_id_leave_the_others_answering() throws IOException {
    write("kb/en/sound.md", "---\nquestion: Is there a lift?\n---\nYes, on the left.\n");
    write("kb/en/broken.md", "---\nintent: stock\n---\nNo question.\n");
    write("kb/en/twice.md", "---\nquestion: Is there a cat?\n---\nYes.\n");
    write("kb/en/old/twice.md", "---\nquestion: Is there a cat?\n---\nNo.\n");
    write("kb/synonyms-en.txt", "alone\n");
    try (var room = await(open(Optional.empty()))) {
      assertThat(room.editions().current().library().all())
          .extracting(Article::id)
          .containsExactly("sound");
      assertThat(room.searcher().search("any lift", Language.EN, 1).getFirst().answer())
          .isEqualTo("Yes, on the left.");
    }
  }

  @Test
  void an_index_that_cannot_be_written_is_reported_and_memory_answers() throws IOException {
    write("kb/en/sound.md", "---\nquestion: Is there a lift?\n---\nYes, on the left.\n");
    var index = Files.createDirectories(work.resolve("index"));
    Files.writeString(index.resolve("en"), "in the way");
    try (var room = await(open(Optional.of(index)))) {
      assertThat(room.searcher().fallbacks())
          .singleElement()
          .asString()
          .startsWith("index " + index.resolve("en") + " cannot be written: ");
      assertThat(room.searcher().search("any lift", Language.EN, 1)).hasSize(1);
    }
  }

  private Future<KnowledgeRoom> open(Optional<Path> index) {
    return KnowledgeRoom.open(VERTX, work.resolve("kb"), index, database.open(VERTX));
  }

  private void write(String name, String text) throws IOException {
    var file = work.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
