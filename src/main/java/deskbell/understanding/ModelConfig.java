package deskbell.understanding;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import deskbell.conversation.Invalid;
import java.util.List;
import java.util.Map;

/**
 * What a model directory says of itself: {@code config.json}. The files beside it must agree.
 *
 * @param format the layout of the directory
 * @param linear what the linear voter has learnt, by the language's code
 */
@JsonIgnoreProperties("transformer") // which its own reader checks
public record ModelConfig(int format, Map<String, Learnt> linear) {
  /** The layout that this version reads and writes. */
  public static final int FORMAT = 1;

  /**
   * What the linear voter has learnt of a language.
   *
   * @param intents in the order of the weights
   * @param features that have weights
   */
  public record Learnt(List<String> intents, int features) {
    public Learnt {
      if (intents == null || intents.isEmpty()) {
        throw new Invalid("intents", "are missing");
      }
      intents = List.copyOf(intents);
    }
  }

  public ModelConfig {
    if (format != FORMAT) {
      throw new Invalid("format", "is " + format + "; this version reads " + FORMAT);
    }
    if (linear == null || linear.isEmpty()) {
      throw new Invalid("linear", "is missing: a model speaks at least one language");
    }
    linear = Map.copyOf(linear);
  }
}
