package deskbell;

import deskbell.answering.Answering;
import deskbell.answering.BoundedWorker;
import deskbell.answering.Memory;
import deskbell.answering.Turn;
import deskbell.console.AskAsShopper;
import deskbell.console.Asked;
import deskbell.conversation.Ask;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Language;
import deskbell.knowledge.Article;
import deskbell.knowledge.Passage;
import deskbell.knowledge.Searcher;
import deskbell.understanding.Interpreter;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/**
 * Asks the bot as a shopper who has just come. Nothing is stored; an order may be looked up, but
 * every write to the shop is confirmed in a later turn, which never comes. Any thread.
 */
final class AskBot implements AskAsShopper {
  private static final int PASSAGES = 5;

  private final Answering answering;
  private final Interpreter interpreter;
  private final Searcher searcher;
  private final BoundedWorker worker;

  AskBot(Answering answering, Interpreter interpreter, Searcher searcher, BoundedWorker worker) {
    this.answering = answering;
    this.interpreter = interpreter;
    this.searcher = searcher;
    this.worker = worker;
  }

  @Override
  public Future<Asked> ask(String text, Language language, Optional<Article> draft) {
    return answering
        .answer(firstTurn(text, language))
        .compose(
            answer ->
                worker.call(
                    () ->
                        new Asked(
                            interpreter.understand(text, Optional.of(language)),
                            passages(text, language, draft),
                            answer)));
  }

  private List<Passage> passages(String text, Language language, Optional<Article> draft) {
    return draft
        .map(article -> searcher.preview(article, text, PASSAGES))
        .orElseGet(() -> searcher.search(text, language, PASSAGES));
  }

  /** The first turn of a conversation that is never stored. */
  static Turn firstTurn(String text, Language language) {
    return new Turn(
        ConversationId.random(),
        1,
        1,
        1,
        new Ask.Say(text),
        language,
        Optional.empty(),
        "ask",
        Memory.EMPTY,
        List.of());
  }
}
