package deskbell.knowledge;

import deskbell.conversation.Language;
import java.util.List;
import java.util.Optional;

/**
 * What a searcher would find were a draft in force.
 *
 * @param draft found in its own language, in place of the published article of its id
 */
record Preview(Searcher searcher, Article draft) implements Retrieval {
  @Override
  public List<Passage> search(Question question, int top) {
    return question.language() == draft.language()
        ? searcher.preview(draft, question, top)
        : searcher.search(question, top);
  }

  @Override
  public List<Passage> explain(Question question, int top) {
    return question.language() == draft.language()
        ? searcher.preview(draft, question, top)
        : searcher.explain(question, top);
  }

  @Override
  public Optional<Passage> article(String id, Language language) {
    return new ArticleKey(id, language).equals(draft.key())
        ? Optional.of(Searcher.whole(draft))
        : searcher.article(id, language);
  }
}
