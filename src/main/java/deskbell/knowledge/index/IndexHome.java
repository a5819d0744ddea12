package deskbell.knowledge.index;

import deskbell.conversation.Language;
import deskbell.conversation.Unavailable;
import deskbell.knowledge.ranking.Analysed;
import deskbell.knowledge.text.Terms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the index of one language lives: a folder, and memory from the moment on that the folder
 * cannot be written (no right, no room, another process). Searching goes on meanwhile.
 */
final class IndexHome implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IndexHome.class);

  private final Optional<DirectorySource> disk;
  private final String name;
  private volatile Optional<String> fallback = Optional.empty();
  private volatile ArticleIndex index;

  /** Opens a directory anew. */
  @FunctionalInterface
  interface DirectorySource {
    Directory open() throws IOException;
  }

  /** Something done to the index. */
  @FunctionalInterface
  private interface Change {
    void make() throws IOException;
  }

  /** A home in a folder, or in memory alone. */
  IndexHome(Optional<Path> folder, Language language) {
    this(
        folder.map(path -> path.resolve(language.code()).toString()).orElse("memory"),
        folder.map(path -> () -> open(path.resolve(language.code()))));
  }

  IndexHome(String name, Optional<DirectorySource> disk) {
    this.name = name;
    this.disk = disk;
  }

  private static Directory open(Path folder) throws IOException {
    return FSDirectory.open(Files.createDirectories(folder));
  }

  /** Builds the index from these articles. */
  void build(Collection<Analysed> articles) {
    if (disk.isEmpty()) {
      inMemory(articles);
      return;
    }
    onDisk(() -> index = ArticleIndex.build(disk.get().open(), articles), articles);
  }

  /** Makes the content exactly these articles; the content before serves until they stand. */
  void replace(Collection<Analysed> articles) {
    onDisk(() -> index.replace(articles), articles);
  }

  /** Changes some of all articles. */
  void change(Collection<Analysed> changed, Collection<String> removed, Collection<Analysed> all) {
    onDisk(() -> index.change(changed, removed), all);
  }

  /** Does it; where the disk fails, all articles are indexed in memory. */
  private void onDisk(Change change, Collection<Analysed> all) {
    try {
      change.make();
    } catch (IOException | AlreadyClosedException failed) {
      fallback = Optional.of("index " + name + " cannot be written: " + failed.getMessage());
      LOG.error("{}; serving from memory until the next start", fallback.get(), failed);
      close();
      inMemory(all);
    }
  }

  /** The articles that have most in common with a question, best first. */
  List<Candidate> candidates(Terms question, int limit) {
    return index.candidates(question, limit);
  }

  /** Why the index is in memory; empty while the disk serves. */
  Optional<String> fallback() {
    return fallback;
  }

  private void inMemory(Collection<Analysed> articles) {
    try {
      index = ArticleIndex.build(new ByteBuffersDirectory(), articles);
    } catch (IOException failed) {
      throw new Unavailable("index " + name + " cannot be built in memory", failed);
    }
  }

  @Override
  public void close() {
    if (index != null) {
      index.close();
    }
  }
}
