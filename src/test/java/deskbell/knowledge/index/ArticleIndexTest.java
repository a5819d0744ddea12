package deskbell.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import deskbell.conversation.Language;
import deskbell.knowledge.files.ArticleFolder;
import deskbell.knowledge.ranking.Analysed;
import deskbell.knowledge.ranking.Reading;
import deskbell.knowledge.ranking.Topics;
import deskbell.knowledge.text.Synonyms;
import deskbell.knowledge.text.Terms;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

class ArticleIndexTest {
  private static final int LIMIT = 24;
  private static final float ROUNDING = 1e-4f;
  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparingDouble(candidate -> -candidate.score());

  private final Reading reading =
      Reading.of(Language.EN, Synonyms.NONE, Topics.of(List.of("one"), Map.of()));
  private final List<Analysed> articles =
      ArticleFolder.read(Path.of("knowledge-base")).articles().stream()
          .filter(article -> article.language() == Language.EN)
          .map(reading::analyse)
          .toList();

  @Test
  void articles_are_scored_as_by_lucenes_own_query_also_after_changes() throws IOException {
    var half = articles.size() / 2;
    try (var directory = new ByteBuffersDirectory();
        var index = ArticleIndex.build(directory, articles.subList(0, half))) {
      index.change(articles.subList(half - 5, articles.size()), ids(articles.subList(0, 7)));
      try (var reader = DirectoryReader.open(directory)) {
        assertThat(reader.leaves()).hasSizeGreaterThan(1);
        assertThat(reader.hasDeletions()).isTrue();
        var searcher = new IndexSearcher(reader);
        for (var article : articles) {
          article.phrasings().forEach(question -> assertAlike(question, index, searcher));
        }
      }
    }
  }

  @Test
  void nothing_is_proposed_for_words_that_no_article_has() throws IOException {
    try (var index = ArticleIndex.build(new ByteBuffersDirectory(), articles)) {
      assertThat(index.candidates(reading.analysis().terms("zyzzyva"), LIMIT)).isEmpty();
    }
  }

  private static List<String> ids(List<Analysed> articles) {
    return articles.stream().map(analysed -> analysed.article().id()).toList();
  }

  private static void assertAlike(Terms question, ArticleIndex index, IndexSearcher searcher) {
    try {
      var hits = searcher.search(query(question), searcher.getIndexReader().maxDoc()).scoreDocs;
      var scores = new HashMap<String, Float>();
      var ids = MultiDocValues.getBinaryValues(searcher.getIndexReader(), ArticleIndex.ID);
      Arrays.sort(hits, Comparator.comparingInt(hit -> hit.doc));
      for (var hit : hits) {
        assertThat(ids.advanceExact(hit.doc)).isTrue();
        scores.put(ids.binaryValue().utf8ToString(), hit.score);
      }
      var found = index.candidates(question, hits.length + 1);
      assertThat(found).hasSize(hits.length);
      assertThat(found).isSortedAccordingTo(BEST_FIRST);
      assertThat(found)
          .allSatisfy(
              candidate ->
                  assertThat(candidate.score())
                      .isCloseTo(scores.get(candidate.id()), within(ROUNDING)));
      assertThat(index.candidates(question, LIMIT))
          .isEqualTo(found.subList(0, Math.min(LIMIT, hits.length)));
    } catch (IOException impossible) {
      throw new AssertionError("an index in memory was read", impossible);
    }
  }

  private static Query query(Terms question) {
    var query = new BooleanQuery.Builder();
    for (var field : ArticleField.values()) {
      for (var term : new HashSet<>(field.terms(question))) {
        var match = new TermQuery(new Term(field.name(), term));
        query.add(new BoostQuery(match, field.weight()), BooleanClause.Occur.SHOULD);
      }
    }
    return query.build();
  }
}
