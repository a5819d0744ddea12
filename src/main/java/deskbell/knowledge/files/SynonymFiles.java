package deskbell.knowledge.files;

import deskbell.conversation.Language;
import deskbell.conversation.Unavailable;
import deskbell.knowledge.text.Synonyms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** The synonym files beside the articles: {@code synonyms-en.txt} and {@code synonyms-zh.txt}. */
public final class SynonymFiles {
  private SynonymFiles() {}

  /**
   * The synonyms of every language; where a folder has no file, those that ship with Deskbell. A
   * broken line is {@link deskbell.conversation.Invalid}, naming file, line and rule.
   */
  public static Map<Language, Synonyms> read(Path folder) {
    return parsed(language -> text(folder, language));
  }

  /** Those that ship with Deskbell. */
  public static Map<Language, Synonyms> shipped() {
    return parsed(SynonymFiles::shipped);
  }

  private static Map<Language, Synonyms> parsed(Function<Language, String> text) {
    var synonyms = new EnumMap<Language, Synonyms>(Language.class);
    for (var language : Language.values()) {
      synonyms.put(language, Synonyms.parse(name(language), language, text.apply(language)));
    }
    return synonyms;
  }

  /** The text of a language's file, to be edited. */
  public static String text(Path folder, Language language) {
    var file = folder.resolve(name(language));
    try {
      return Files.exists(file) ? Files.readString(file) : shipped(language);
    } catch (IOException failed) {
      throw new Unavailable("synonyms: " + file + " cannot be read as UTF-8", failed);
    }
  }

  private static String shipped(Language language) {
    try (var stream = SynonymFiles.class.getResourceAsStream(name(language))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException("the shipped " + name(language) + " cannot be read", failed);
    }
  }

  /** The file's name for a language. */
  public static String name(Language language) {
    return "synonyms-" + language.code() + ".txt";
  }
}
