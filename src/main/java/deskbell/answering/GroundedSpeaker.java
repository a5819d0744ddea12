package deskbell.answering;

import deskbell.answering.Spoken.Kept;
import deskbell.answering.Spoken.Said;
import deskbell.answering.Spoken.Why;
import deskbell.answering.excerpt.Excerpt;
import deskbell.answering.excerpt.Excerpts;
import deskbell.answering.excerpt.Finder;
import deskbell.conversation.Busy;
import deskbell.conversation.Language;
import deskbell.conversation.Unavailable;
import deskbell.neural.Sentences;
import deskbell.understanding.SpeakingRule;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says of an answer what is asked for: finds the part of it that the question is about, and says
 * that in a model's words where it is sure of them or they are the part's own, else as it is
 * written; where no part stands out all is said in full. Blocks as long as the model computes; any
 * thread but an event loop.
 */
public final class GroundedSpeaker implements Speaker {
  /** The share of an answer that a part of it is no longer than. */
  private static final double SHORT = 0.6;

  private static final Logger LOG = LoggerFactory.getLogger(GroundedSpeaker.class);

  private final Excerpts excerpts;
  private final GroundedWriter writer;
  private final SpeakingRule rule;
  private final Finder finder;

  /** Speaks by these, as the rule has it. */
  public GroundedSpeaker(Excerpts excerpts, GroundedWriter writer, SpeakingRule rule) {
    this.excerpts = excerpts;
    this.writer = writer;
    this.rule = rule;
    finder = new Finder(rule.weights());
  }

  @Override
  public Spoken speak(Kind kind, Language language, String question, String written) {
    var sentences = Sentences.of(written);
    return switch (kind) {
      case FACTS -> facts(language, question, sentences);
      case TALK -> talk(question, sentences.plain());
    };
  }

  private Spoken facts(Language language, String question, Sentences written) {
    try {
      var compared = excerpts.compare(language, question, written);
      return finder
          .found(compared, rule.found())
          .map(excerpt -> said(question, written, excerpt))
          .orElseGet(() -> new Kept(Why.UNSURE, ""));
    } catch (Busy | Unavailable hindered) {
      LOG.debug("what is written is said in full: {}", hindered.getMessage());
      return new Kept(Why.BUSY, "");
    }
  }

  private Spoken said(String question, Sentences written, Excerpt excerpt) {
    if (!isShort(written, excerpt)) {
      return new Kept(Why.LONGER, "");
    }
    var part = written.text(excerpt.places());
    var facts = written.plain(excerpt.places());
    var own = writer.write(question, facts);
    if (own instanceof Said(_, var words, var sure) && isCopy(own, facts)) {
      return new Said(part, words, sure);
    }
    return sure(own) instanceof Said said
        ? said
        : new Said(part, Spoken.Words.ARTICLE, excerpt.chance());
  }

  private Spoken talk(String question, List<String> written) {
    var own = writer.write(question, written);
    return isCopy(own, written) ? new Kept(Why.LONGER, "") : sure(own);
  }

  /** Whether what is said are these facts, each letter of them. */
  public static boolean isCopy(Spoken spoken, List<String> facts) {
    return spoken instanceof Said said && bare(said.text()).equals(bare(String.join("", facts)));
  }

  private static String bare(String text) {
    return text.replaceAll("\\s+", "");
  }

  /** Whether saying so much of an answer spares the reader something. */
  public static boolean isShort(Sentences written, Excerpt excerpt) {
    return written.text(excerpt.places()).length() <= SHORT * written.length();
  }

  private Spoken sure(Spoken spoken) {
    return spoken instanceof Said(_, _, var sure) && Math.log(sure) < rule.sure()
        ? new Kept(Why.UNSURE, Spoken.share(sure))
        : spoken;
  }
}
