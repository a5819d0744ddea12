package deskbell.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.Language;
import deskbell.knowledge.Articles;
import deskbell.knowledge.ranking.Analysed;
import deskbell.knowledge.ranking.Reading;
import deskbell.knowledge.ranking.Topics;
import deskbell.knowledge.text.Synonyms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexHomeTest {
  private final Reading reading =
      Reading.of(Language.EN, Synonyms.NONE, Topics.of(List.of("one"), Map.of()));
  private final List<Analysed> articles =
      Articles.shop().in(Language.EN).stream().map(reading::analyse).toList();

  @TempDir Path folder;

  @Test
  void the_index_lives_in_its_folder() {
    try (var home = new IndexHome(Optional.of(folder), Language.EN)) {
      home.build(articles);
      assertThat(folder.resolve("en")).isNotEmptyDirectory();
      assertThat(home.fallback()).isEmpty();
      assertFinds(home, "refund", "refund-time");
    }
  }

  @Test
  void a_folder_that_cannot_be_made_is_reported_and_memory_serves() throws IOException {
    var inTheWay = Files.writeString(folder.resolve("file"), "");
    try (var home = new IndexHome(Optional.of(inTheWay), Language.EN)) {
      home.build(articles);
      assertThat(home.fallback().orElseThrow())
          .startsWith("index " + inTheWay.resolve("en") + " cannot be written: ");
      assertFinds(home, "refund", "refund-time");
    }
  }

  @Test
  void a_folder_that_another_server_holds_is_left_to_it() {
    try (var first = new IndexHome(Optional.of(folder), Language.EN);
        var second = new IndexHome(Optional.of(folder), Language.EN)) {
      first.build(articles);
      second.build(articles);
      assertThat(first.fallback()).isEmpty();
      assertThat(second.fallback()).isPresent();
      assertFinds(first, "refund", "refund-time");
      assertFinds(second, "refund", "refund-time");
    }
  }

  @Test
  void a_disk_that_fills_up_is_reported_and_memory_serves_every_article() {
    var full = new AtomicBoolean();
    try (var home = new IndexHome("test", Optional.of(() -> filling(full)))) {
      home.build(articles);
      full.set(true);
      var fresh = reading.analyse(Articles.english("new", "Is there a lift?", List.of(), "Yes."));
      var all = new ArrayList<>(articles);
      all.add(fresh);
      home.change(List.of(fresh), List.of(), all);
      assertThat(home.fallback()).contains("index test cannot be written: No space left on device");
      assertFinds(home, "lift", "new");
      assertFinds(home, "refund", "refund-time");
    }
  }

  @Test
  void after_a_failure_changes_go_on_in_memory() {
    try (var home = new IndexHome("test", Optional.of(() -> filling(new AtomicBoolean(true))))) {
      home.build(articles);
      home.change(List.of(), List.of("refund-time"), articles.subList(0, 1));
      assertThat(home.candidates(reading.analysis().terms("refund"), 3)).isEmpty();
    }
  }

  private static Directory filling(AtomicBoolean full) {
    return new FilterDirectory(new ByteBuffersDirectory()) {
      @Override
      public IndexOutput createOutput(String name, IOContext context) throws IOException {
        if (full.get()) {
          throw new IOException("No space left on device");
        }
        return super.createOutput(name, context);
      }

      @Override
      public IndexOutput createTempOutput(String prefix, String suffix, IOContext context)
          throws IOException {
        return createOutput(prefix + suffix, context);
      }
    };
  }

  private void assertFinds(IndexHome home, String question, String id) {
    assertThat(home.candidates(reading.analysis().terms(question), 1))
        .extracting(Candidate::id)
        .containsExactly(id);
  }
}
