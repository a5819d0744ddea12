package deskbell.knowledge.files;

import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.conversation.Unavailable;
import deskbell.knowledge.Article;
import deskbell.knowledge.ArticleKey;
import deskbell.knowledge.Problem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A folder of articles, {@code LANGUAGE/…/NAME.md}. A broken file is reported and leaves the others
 * standing; of two files with one id neither is used. Blocks for the disk.
 *
 * @param sources the file of each article, relative to the folder
 */
public record ArticleFolder(
    Path root, List<Article> articles, Map<ArticleKey, String> sources, List<Problem> problems) {
  private static final String ENDING = ".md";

  public ArticleFolder {
    articles = List.copyOf(articles);
    sources = Map.copyOf(sources);
    problems = List.copyOf(problems);
  }

  /** Reads every article below a folder; a folder that cannot be read is {@link Unavailable}. */
  public static ArticleFolder read(Path root) {
    if (!Files.isDirectory(root)) {
      throw new Unavailable("articles: " + root + " is not a folder");
    }
    var reader = new Reader(root);
    try (var paths = Files.walk(root)) {
      paths
          .filter(Files::isRegularFile)
          .filter(ArticleFolder::isArticle)
          .sorted()
          .forEach(reader::file);
    } catch (IOException failed) {
      throw new Unavailable("articles: " + root + " cannot be read", failed);
    }
    return reader.result();
  }

  /** The line of an article's file that holds a text first, counted from 1; 1 where none does. */
  int line(ArticleKey key, String text) {
    try {
      var lines = Files.readAllLines(root.resolve(sources.get(key)));
      for (var i = 0; i < lines.size(); i++) {
        if (lines.get(i).contains(text)) {
          return i + 1;
        }
      }
      return 1;
    } catch (IOException gone) {
      throw new Unavailable("articles: " + sources.get(key) + " cannot be read again", gone);
    }
  }

  private static boolean isArticle(Path path) {
    var name = path.getFileName().toString();
    return name.endsWith(ENDING) && !name.equalsIgnoreCase("README" + ENDING);
  }

  /** Collects what the files hold. */
  private static final class Reader {
    private final Path root;
    private final Map<ArticleKey, String> claimed = new HashMap<>();
    private final Map<ArticleKey, Article> articles = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    Reader(Path root) {
      this.root = root;
    }

    void file(Path path) {
      var name = root.relativize(path).toString();
      key(path, name)
          .filter(key -> unclaimed(key, name))
          .ifPresent(key -> text(path, name).ifPresent(text -> parse(key, name, text)));
    }

    private Optional<ArticleKey> key(Path path, String name) {
      var file = path.getFileName().toString();
      var id = file.substring(0, file.length() - ENDING.length());
      try {
        return Optional.of(new ArticleKey(id, language(root.relativize(path))));
      } catch (Invalid invalid) {
        problems.add(Problem.error(name, 0, 0, invalid.getMessage()));
        return Optional.empty();
      }
    }

    private static Language language(Path relative) {
      if (relative.getNameCount() < 2) {
        throw new Invalid("file", "lies outside the language folders en/ and zh/");
      }
      var folder = relative.getName(0).toString();
      return Arrays.stream(Language.values())
          .filter(language -> language.code().equals(folder))
          .findFirst()
          .orElseThrow(() -> new Invalid("folder", "is " + folder + "; known languages: en, zh"));
    }

    private boolean unclaimed(ArticleKey key, String name) {
      var first = claimed.putIfAbsent(key, name);
      if (first != null) {
        articles.remove(key);
        problems.add(
            Problem.error(
                name, 0, 0, "id " + key.id() + " is taken by " + first + "; neither is used"));
      }
      return first == null;
    }

    private Optional<String> text(Path path, String name) {
      try {
        return Optional.of(Files.readString(path, StandardCharsets.UTF_8));
      } catch (CharacterCodingException malformed) {
        problems.add(Problem.error(name, 0, 0, "is not UTF-8"));
      } catch (IOException failed) {
        problems.add(Problem.error(name, 0, 0, "cannot be read: " + failed.getMessage()));
      }
      return Optional.empty();
    }

    private void parse(ArticleKey key, String name, String text) {
      var file = ArticleFile.parse(name, key, text);
      problems.addAll(file.problems());
      file.article().ifPresent(article -> articles.put(key, article));
    }

    ArticleFolder result() {
      var ordered =
          articles.values().stream().sorted((a, b) -> a.key().compareTo(b.key())).toList();
      claimed.keySet().retainAll(articles.keySet());
      return new ArticleFolder(root, ordered, claimed, problems.stream().sorted().toList());
    }
  }
}
