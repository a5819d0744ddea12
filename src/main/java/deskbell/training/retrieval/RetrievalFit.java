package deskbell.training.retrieval;

import deskbell.answering.Doubt;
import deskbell.conversation.Language;
import deskbell.knowledge.quality.Figures;
import deskbell.knowledge.quality.JudgedQuestion;
import deskbell.knowledge.quality.Outcome;
import deskbell.knowledge.ranking.Features;
import deskbell.knowledge.ranking.Ranked;
import deskbell.knowledge.ranking.Ranker;
import deskbell.knowledge.ranking.RankingModel;
import deskbell.knowledge.ranking.Signs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Fits ranking and confidence together. Every figure is cross-validated: a question is ranked by
 * weights, and its confidence given by a calibration, that were fitted without it.
 */
final class RetrievalFit {
  /** Parts that the questions are cut into. */
  private static final int FOLDS = 10;

  /** What a judged question counts beside one that was made from a phrasing. */
  private static final double JUDGED_WEIGHT = 4;

  private final Map<Language, Exercises> exercises;
  private final List<JudgedQuestion> questions;
  private final List<RankingCase> phrasings;
  private final List<Ranking> rankings = new ArrayList<>();

  RetrievalFit(List<Exercises> exercises, List<JudgedQuestion> questions) {
    this.exercises = exercises.stream().collect(Collectors.toMap(Exercises::language, e -> e));
    this.questions = List.copyOf(questions);
    this.phrasings = exercises.stream().flatMap(e -> e.phrasings().stream()).toList();
  }

  /** A question ranked by weights that do not know it. */
  private record Ranking(
      JudgedQuestion question, int fold, int rank, Signs signs, Contest contest) {
    ConfidenceTrainer.Example example() {
      return new ConfidenceTrainer.Example(signs, rank == 1);
    }
  }

  /** The fitted model with its cross-validated figures in {@link RankingModel#made}. */
  RankingModel fit(double threshold, Map<String, String> made) {
    rankings.clear();
    for (var fold = 0; fold < FOLDS; fold++) {
      rankings.addAll(rankFold(fold));
    }
    var described = new LinkedHashMap<>(made);
    var outcomes = outcomes(rankings);
    for (var language : exercises.keySet()) {
      var own = outcomes.stream().filter(o -> o.question().language() == language).toList();
      described.put("figures " + language.code(), Figures.of(own, threshold).toString());
    }
    var all = ConfidenceTrainer.train(rankings.stream().map(Ranking::example).toList());
    return new RankingModel(described, weights(_ -> true), all.weights(), all.bias());
  }

  /** The best articles of every question, as the last {@link #fit} ranked them. */
  List<Contest> contests() {
    return rankings.stream().map(Ranking::contest).toList();
  }

  private static int fold(JudgedQuestion question) {
    return Math.floorMod(question.text().hashCode(), FOLDS);
  }

  private Map<String, Double> weights(Predicate<JudgedQuestion> chosen) {
    var cases = new ArrayList<>(phrasings);
    questions.stream()
        .filter(chosen)
        .flatMap(q -> exercises.get(q.language()).judged(q, JUDGED_WEIGHT).stream())
        .forEach(cases::add);
    return RankingTrainer.train(cases);
  }

  private List<Ranking> rankFold(int fold) {
    var weights = weights(question -> fold(question) != fold);
    var ranker = new Ranker(unsure(weights));
    return questions.stream()
        .filter(question -> fold(question) == fold)
        .map(question -> rank(ranker, question, fold))
        .toList();
  }

  private Ranking rank(Ranker ranker, JudgedQuestion question, int fold) {
    var exercise = exercises.get(question.language());
    var query = exercise.query(question.text());
    var ranking = ranker.rank(exercise.shelf(), query, exercise.candidates(query));
    var rank = 0;
    for (var i = ranking.size() - 1; i >= 0; i--) {
      rank = question.articles().contains(ranking.get(i).id()) ? i + 1 : rank;
    }
    var signs = ranking.isEmpty() ? Signs.NOTHING : exercise.shelf().signs(query, ranking);
    return new Ranking(question, fold, rank, signs, contest(question, fold, ranking));
  }

  private Contest contest(JudgedQuestion question, int fold, List<Ranked> ranking) {
    var shelf = exercises.get(question.language()).shelf();
    var best = ranking.subList(0, Math.min(Doubt.MOST, ranking.size()));
    return new Contest(
        question,
        fold,
        best.stream().map(Ranked::id).toList(),
        best.stream().map(one -> shelf.find(one.id()).orElseThrow().article().answer()).toList(),
        best.stream().map(Ranked::share).toList());
  }

  private static List<Outcome> outcomes(List<Ranking> rankings) {
    var outcomes = new ArrayList<Outcome>();
    for (var fold = 0; fold < FOLDS; fold++) {
      var number = fold;
      var others = rankings.stream().filter(r -> r.fold() != number).map(Ranking::example).toList();
      var fit = ConfidenceTrainer.train(others);
      var ranker = new Ranker(new RankingModel(Map.of(), zero(), fit.weights(), fit.bias()));
      rankings.stream()
          .filter(r -> r.fold() == number)
          .map(r -> new Outcome(r.question(), r.rank(), ranker.confidence(r.signs())))
          .forEach(outcomes::add);
    }
    return outcomes;
  }

  private static RankingModel unsure(Map<String, Double> weights) {
    var confidence = Signs.NAMES.stream().collect(Collectors.toMap(name -> name, _ -> 0.0));
    return new RankingModel(Map.of(), weights, confidence, 0);
  }

  private static Map<String, Double> zero() {
    return Features.NAMES.stream().collect(Collectors.toMap(name -> name, _ -> 0.0));
  }
}
