package deskbell.conversation;

import java.util.Locale;
import java.util.Optional;

/** A language that Deskbell speaks. English and Chinese are equals. */
public enum Language {
  EN(Locale.UK),
  ZH(Locale.SIMPLIFIED_CHINESE);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  /** The two-letter code: {@code en}, {@code zh}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The locale that numbers, dates and resource bundles of this language use. */
  public Locale locale() {
    return locale;
  }

  /** The language of a BCP 47 tag such as {@code zh-CN}; empty where Deskbell does not speak it. */
  public static Optional<Language> ofTag(String tag) {
    return switch (Locale.forLanguageTag(tag.replace('_', '-')).getLanguage()) {
      case "en" -> Optional.of(EN);
      case "zh" -> Optional.of(ZH);
      default -> Optional.empty();
    };
  }

  /** The language of a code from a file or flag; anything unknown is {@link Invalid}. */
  public static Language parse(String code) {
    return ofTag(code).orElseThrow(() -> new Invalid("lang", "is " + code + "; known: en, zh"));
  }
}
