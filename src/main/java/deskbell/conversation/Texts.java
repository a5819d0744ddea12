package deskbell.conversation;

import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/**
 * User-facing sentences of one room, in every language, from {@code NAME_en.properties} and {@code
 * NAME_zh.properties} on the classpath. Placeholders are {@code {0}}, {@code {1}} …; a single quote
 * is written twice.
 */
public final class Texts {
  private final Map<Language, ResourceBundle> bundles = new EnumMap<>(Language.class);

  /** Loads the bundles; a missing one is a {@link java.util.MissingResourceException}. */
  public Texts(String name) {
    var files =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    for (var language : Language.values()) {
      bundles.put(
          language,
          ResourceBundle.getBundle(
              name, Locale.of(language.code()), Texts.class.getClassLoader(), files));
    }
  }

  /** The sentence of a key with its placeholders filled in. */
  public String get(Language language, String key, Object... values) {
    var pattern = bundles.get(language).getString(key);
    return new MessageFormat(pattern, language.locale()).format(values);
  }

  /** True where the key exists in this language. */
  public boolean has(Language language, String key) {
    return bundles.get(language).containsKey(key);
  }
}
