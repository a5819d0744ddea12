package deskbell.knowledge.files;

import deskbell.conversation.Language;
import deskbell.conversation.Unavailable;
import deskbell.knowledge.text.Synonyms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** The synonym files beside the articles: {@code synonyms-en.txt} and {@code synonyms-zh.txt}. */
public final class SynonymFiles {
  private SynonymFiles() {}

  /**
   * The synonyms of every language; none where there is no file. A broken line is {@link
   * deskbell.conversation.Invalid}, naming file, line and rule.
   */
  public static Map<Language, Synonyms> read(Path folder) {
    var synonyms = new EnumMap<Language, Synonyms>(Language.class);
    for (var language : Language.values()) {
      synonyms.put(language, read(folder, language));
    }
    return synonyms;
  }

  private static Synonyms read(Path folder, Language language) {
    var file = folder.resolve(name(language));
    if (!Files.exists(file)) {
      return Synonyms.NONE;
    }
    try {
      return Synonyms.parse(file.getFileName().toString(), language, Files.readString(file));
    } catch (IOException failed) {
      throw new Unavailable("synonyms: " + file + " cannot be read", failed);
    }
  }

  /** The file's name for a language. */
  public static String name(Language language) {
    return "synonyms-" + language.code() + ".txt";
  }
}
