package deskbell.dialog.flow;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A way to bring a shopper's words into one form: {@code gb 123} and {@code GB123} are the same.
 */
public enum Normal {
  /** Capital letters. */
  UPPER {
    @Override
    String of(String words) {
      return words.toUpperCase(Locale.ROOT);
    }
  },
  /** Small letters. */
  LOWER {
    @Override
    String of(String words) {
      return words.toLowerCase(Locale.ROOT);
    }
  },
  /** Digits alone. */
  DIGITS {
    @Override
    String of(String words) {
      return HALF_WIDTH.of(words).replaceAll("\\D", "");
    }
  },
  /** No space or line break. */
  NO_SPACES {
    @Override
    String of(String words) {
      return words.replaceAll("[\\s\\u00a0\\u3000]", "");
    }
  },
  /** One space where several or line breaks were. */
  ONE_LINE {
    @Override
    String of(String words) {
      return words.replaceAll("[\\s\\u00a0\\u3000]+", " ").strip();
    }
  },
  /** Letters and digits of one width: {@code ＡＢ１２} becomes {@code AB12}. */
  HALF_WIDTH {
    @Override
    String of(String words) {
      return Normalizer.normalize(words, Normalizer.Form.NFKC);
    }
  };

  abstract String of(String words);

  /** The names that flow files use. */
  public static List<String> names() {
    return Arrays.stream(values()).map(form -> form.name().toLowerCase(Locale.ROOT)).toList();
  }
}
