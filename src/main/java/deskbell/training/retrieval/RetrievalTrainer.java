package deskbell.training.retrieval;

import com.fasterxml.jackson.databind.ObjectMapper;
import deskbell.conversation.Language;
import deskbell.conversation.Unavailable;
import deskbell.knowledge.KnowledgeSettings;
import deskbell.knowledge.Library;
import deskbell.knowledge.files.ArticleFolder;
import deskbell.knowledge.files.SynonymFiles;
import deskbell.knowledge.quality.JudgedQuestion;
import deskbell.knowledge.ranking.RankingModel;
import deskbell.knowledge.ranking.Reading;
import deskbell.knowledge.ranking.Topics;
import deskbell.knowledge.text.Synonyms;
import deskbell.knowledge.text.TextAnalysis;
import deskbell.understanding.Interpreter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fits all that retrieval has learned, from articles, labelled phrases and judged questions, and
 * writes it where the program finds it. Test questions have no part in it.
 *
 * @param articles folder of articles and synonyms
 * @param corpus folder of labelled phrases, {@code en/*.jsonl} and {@code zh/*.jsonl}, and of
 *     {@code questions/LANGUAGE-calibration.jsonl}
 * @param interpreter says what questions may mean
 * @param out folder for {@code topics-LANGUAGE.bin} and {@code ranking.json}
 */
public record RetrievalTrainer(Path articles, Path corpus, Interpreter interpreter, Path out) {
  /** Phrases that others are measured by; nothing is learned from them. */
  private static final List<String> MEASURING = List.of("held-out.jsonl", "validation.jsonl");

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * What was fitted.
   *
   * @param model with its cross-validated figures
   * @param contests the best articles of each question
   */
  public record Fitted(RankingModel model, List<Contest> contests) {
    public Fitted {
      contests = List.copyOf(contests);
    }
  }

  /** Fits and writes. */
  public Fitted run() {
    try {
      Files.createDirectories(out);
      var synonyms = SynonymFiles.read(articles);
      var library = Library.of(ArticleFolder.read(articles).articles());
      var exercises = new ArrayList<Exercises>();
      var questions = new ArrayList<JudgedQuestion>();
      for (var language : Language.values()) {
        var topics = topics(language, synonyms.get(language));
        var reading = Reading.of(language, synonyms.get(language), topics);
        exercises.add(new Exercises(library, reading, interpreter, KnowledgeSettings.CANDIDATES));
        questions.addAll(JudgedQuestion.read(questions(language)));
      }
      var fit = new RetrievalFit(exercises, questions);
      var model = fit.fit(KnowledgeSettings.THRESHOLD, made());
      exercises.forEach(Exercises::close);
      Files.writeString(out.resolve("ranking.json"), model.write());
      return new Fitted(model, fit.contests());
    } catch (IOException failed) {
      throw new Unavailable("training: " + failed.getMessage(), failed);
    }
  }

  private Path questions(Language language) {
    return corpus.resolve("questions").resolve(language.code() + "-calibration.jsonl");
  }

  private static Map<String, String> made() {
    var made = new LinkedHashMap<String, String>();
    made.put("command", "./deskbell knowledge fit");
    made.put("questions", "src/main/corpus/questions/{en,zh}-calibration.jsonl and every phrasing");
    made.put("figures", "cross-validated in ten parts");
    return made;
  }

  private Topics topics(Language language, Synonyms synonyms) throws IOException {
    var analysis = TextAnalysis.of(language, synonyms);
    var examples = new ArrayList<TopicTrainer.Example>();
    for (var file : phraseFiles(language)) {
      for (var line : Files.readAllLines(file)) {
        if (!line.isBlank()) {
          var json = JSON.readTree(line);
          var features = Topics.features(analysis.terms(json.path("text").asText()));
          examples.add(new TopicTrainer.Example(features, json.path("intent").asText()));
        }
      }
    }
    var topics = TopicTrainer.train(examples);
    try (var stream = Files.newOutputStream(out.resolve("topics-" + language.code() + ".bin"))) {
      topics.write(stream);
    }
    return topics;
  }

  private List<Path> phraseFiles(Language language) throws IOException {
    try (var files = Files.list(corpus.resolve(language.code()))) {
      return files
          .filter(file -> file.toString().endsWith(".jsonl"))
          .filter(file -> !MEASURING.contains(file.getFileName().toString()))
          .sorted()
          .toList();
    }
  }
}
