package deskbell;

import deskbell.answering.Answering;
import deskbell.answering.Memory;
import deskbell.answering.Turn;
import deskbell.console.AskAsShopper;
import deskbell.console.Asked;
import deskbell.console.Suggestions;
import deskbell.conversation.Ask;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Language;
import deskbell.conversation.Understood;
import deskbell.knowledge.Article;
import deskbell.knowledge.Passage;
import deskbell.knowledge.Question;
import deskbell.knowledge.Retrieval;
import deskbell.knowledge.Searcher;
import deskbell.understanding.Interpreter;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks the bot as a shopper who has just come. Nothing is stored; an order may be looked up, but
 * every write to the shop is confirmed in a later turn, which never comes. Any thread.
 */
final class AskBot implements AskAsShopper, Suggestions {
  private static final int PASSAGES = 5;

  /** A bare yes or no asks for nothing that an article could answer. */
  private static final Set<String> ANSWERS = Set.of("affirm", "deny");

  private final Bot bot;
  private final Interpreter interpreter;
  private final Searcher searcher;

  AskBot(Bot bot, Interpreter interpreter, Searcher searcher) {
    this.bot = bot;
    this.interpreter = interpreter;
    this.searcher = searcher;
  }

  /** What is known before the answer, and who gives it. */
  private record Prepared(Understood understood, List<Passage> passages, Answering answering) {}

  @Override
  public Future<Asked> ask(String text, Language language, Optional<Article> draft) {
    var turn = firstTurn(text, language);
    return bot.worker()
        .call(() -> prepared(text, language, draft))
        .compose(
            ready ->
                ready
                    .answering()
                    .answer(turn)
                    .map(answer -> new Asked(ready.understood(), ready.passages(), answer)));
  }

  @Override
  public Future<List<Passage>> suggest(String text, Language language, int top) {
    return bot.worker()
        .call(
            () -> {
              var understood = interpreter.understand(text, Optional.of(language));
              if (ANSWERS.contains(understood.best().intent())) {
                return List.of();
              }
              return searcher.search(Question.of(understood), top);
            });
  }

  private Prepared prepared(String text, Language language, Optional<Article> draft) {
    Retrieval retrieval = draft.<Retrieval>map(searcher::with).orElse(searcher);
    var understood = interpreter.understand(text, Optional.of(language));
    return new Prepared(
        understood,
        retrieval.explain(Question.of(understood), PASSAGES),
        draft.isPresent() ? bot.answering(retrieval) : bot.answering());
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
