package deskbell;

import com.fasterxml.jackson.databind.ObjectMapper;
import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.conversation.Unavailable;
import deskbell.knowledge.KnowledgeSettings;
import deskbell.knowledge.Library;
import deskbell.knowledge.Passage;
import deskbell.knowledge.Question;
import deskbell.knowledge.Searcher;
import deskbell.knowledge.files.ArticleFolder;
import deskbell.knowledge.files.SynonymFiles;
import deskbell.understanding.Interpreter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code search}: questions on standard input, one a line; found articles as JSON, one a line. */
@Command(
    name = "search",
    description = "Finds the articles that answer the questions on standard input.",
    mixinStandardHelpOptions = true)
final class SearchCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final InputStream in;
  private final PrintStream out;

  @Option(
      names = "--lang",
      description = "en or zh; by default what each question is written in",
      paramLabel = "L")
  Optional<String> language = Optional.empty();

  @Option(names = "--top", description = "articles a question (${DEFAULT-VALUE})", paramLabel = "N")
  int top = 5;

  @Option(names = "--articles", description = "folder (${DEFAULT-VALUE})", paramLabel = "DIR")
  Path articles = Path.of("knowledge-base");

  /** The command on standard input and output. */
  SearchCommand() {
    this(System.in, System.out);
  }

  /** The command on these streams. */
  SearchCommand(InputStream in, OutputStream out) {
    this.in = in;
    this.out = new PrintStream(out, true, StandardCharsets.UTF_8);
  }

  @Override
  public Integer call() throws IOException {
    if (top < 1) {
      throw new Invalid("--top", "is " + top + "; at least 1");
    }
    var chosen = language.map(Language::parse);
    var folder = ArticleFolder.read(articles);
    folder.problems().forEach(System.err::println);
    if (folder.articles().isEmpty()) {
      throw new Unavailable("articles: " + articles + " holds no article");
    }
    try (var searcher =
            Searcher.open(
                KnowledgeSettings.DEFAULTS,
                Library.of(folder.articles()),
                SynonymFiles.read(articles));
        var understanding = Understanding.open(Optional.empty())) {
      answer(searcher, understanding, chosen);
    }
    return 0;
  }

  private void answer(Searcher searcher, Interpreter interpreter, Optional<Language> chosen)
      throws IOException {
    var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      var understood = interpreter.understand(line, chosen);
      var spoken = chosen.orElse(understood.language());
      var question = new Question(line, spoken, understood.intents());
      out.println(json(line, searcher.search(question, top)));
    }
  }

  private static String json(String query, List<Passage> passages) throws IOException {
    var found = new LinkedHashMap<String, Object>();
    found.put("query", query);
    found.put("results", passages.stream().map(SearchCommand::result).toList());
    return JSON.writeValueAsString(found);
  }

  private static Map<String, Object> result(Passage passage) {
    var result = new LinkedHashMap<String, Object>();
    result.put("id", passage.id());
    result.put("score", passage.score());
    result.put("confidence", passage.confidence());
    return result;
  }
}
