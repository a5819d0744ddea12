package deskbell;

import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.knowledge.Edition;
import deskbell.knowledge.EditionSettings;
import deskbell.knowledge.Editions;
import deskbell.knowledge.KnowledgeSettings;
import deskbell.knowledge.Library;
import deskbell.knowledge.Problem;
import deskbell.knowledge.Publishing;
import deskbell.knowledge.Searcher;
import deskbell.knowledge.Shipped;
import deskbell.knowledge.files.ArticleFolder;
import deskbell.knowledge.files.SynonymFiles;
import deskbell.knowledge.text.Synonyms;
import deskbell.store.Database;
import deskbell.store.PgArticles;
import deskbell.store.PgSynonyms;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The knowledge room's part of the wiring: files, edits, the index that follows both. */
final class KnowledgeRoom implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KnowledgeRoom.class);

  private final PgArticles articles;
  private final Searcher searcher;
  private final Editions editions;
  private final Publishing publishing;

  private KnowledgeRoom(Vertx vertx, Optional<Path> index, Database database) {
    articles = new PgArticles(database);
    var synonyms = new PgSynonyms(database);
    searcher =
        Searcher.open(
            index.map(KnowledgeSettings.DEFAULTS::in).orElse(KnowledgeSettings.DEFAULTS),
            Library.EMPTY,
            Map.of());
    editions = new Editions(vertx, articles, synonyms, this::search, EditionSettings.DEFAULTS);
    publishing = new Publishing(articles, synonyms, editions, KnowledgeRoom::checked);
  }

  /**
   * Reads the files, lays the edits over them and builds the index.
   *
   * @param index the folder of the index; empty for memory alone
   */
  static Future<KnowledgeRoom> open(
      Vertx vertx, Path knowledgeBase, Optional<Path> index, Database database) {
    return vertx
        .executeBlocking(() -> shipped(knowledgeBase))
        .compose(
            files ->
                vertx
                    .executeBlocking(() -> new KnowledgeRoom(vertx, index, database))
                    .compose(room -> room.editions.start(files).map(room)));
  }

  /** The files' articles and synonyms; what is broken is logged and left out. */
  static Shipped shipped(Path knowledgeBase) {
    var folder = ArticleFolder.read(knowledgeBase);
    folder.problems().stream().map(Problem::toString).forEach(LOG::warn);
    var synonyms = new EnumMap<Language, String>(Language.class);
    for (var language : Language.values()) {
      synonyms.put(language, SynonymFiles.text(knowledgeBase, language));
    }
    return Shipped.of(folder.articles(), synonyms);
  }

  private void search(Edition edition) {
    var synonyms = new EnumMap<Language, Synonyms>(Language.class);
    edition
        .synonyms()
        .forEach((language, wording) -> synonyms.put(language, parsed(language, wording.text())));
    searcher.publish(edition.library(), synonyms);
  }

  /** Broken synonyms leave the language without any, rather than the shop without answers. */
  private static Synonyms parsed(Language language, String text) {
    try {
      return Synonyms.parse("synonyms-" + language.code() + ".txt", language, text);
    } catch (Invalid broken) {
      LOG.warn("synonyms left out: {}", broken.getMessage());
      return Synonyms.NONE;
    }
  }

  private static void checked(Language language, String text) {
    Synonyms.parse("synonyms-" + language.code() + ".txt", language, text);
  }

  PgArticles articles() {
    return articles;
  }

  Searcher searcher() {
    return searcher;
  }

  Editions editions() {
    return editions;
  }

  Publishing publishing() {
    return publishing;
  }

  @Override
  public void close() {
    editions.close();
    searcher.close();
  }
}
