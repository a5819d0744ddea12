package deskbell.knowledge.ranking;

import deskbell.conversation.Language;
import deskbell.knowledge.Article;
import deskbell.knowledge.text.Synonyms;
import deskbell.knowledge.text.TextAnalysis;

/** How text of one language is read: its analysis, with these synonyms, and its topics. */
public record Reading(Language language, Synonyms synonyms, TextAnalysis analysis, Topics topics) {
  /** Reading with synonyms of an editor's choice. */
  public static Reading of(Language language, Synonyms synonyms, Topics topics) {
    return new Reading(language, synonyms, TextAnalysis.of(language, synonyms), topics);
  }

  /** Analyses an article. */
  public Analysed analyse(Article article) {
    return Analysed.of(article, analysis, topics);
  }
}
