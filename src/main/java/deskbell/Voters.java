package deskbell;

import deskbell.answering.GroundedSpeaker;
import deskbell.answering.GroundedWriter;
import deskbell.answering.NeuralReranker;
import deskbell.answering.NeuralScorer;
import deskbell.answering.NeuralWriter;
import deskbell.answering.Reranker;
import deskbell.answering.Rewriter;
import deskbell.answering.Skills;
import deskbell.answering.Speaker;
import deskbell.answering.WareNames;
import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.knowledge.phrases.Phrase;
import deskbell.knowledge.phrases.PhraseIndex;
import deskbell.neural.NeuralDirectory;
import deskbell.neural.NeuralModel;
import deskbell.neural.NeuralService;
import deskbell.neural.NeuralSettings;
import deskbell.understanding.Catalogue;
import deskbell.understanding.FusedInterpreter;
import deskbell.understanding.FusedVoter;
import deskbell.understanding.IntentVoter;
import deskbell.understanding.LearntValues;
import deskbell.understanding.ModelDirectory;
import deskbell.understanding.NeighbourVoter;
import deskbell.understanding.Neighbours;
import deskbell.understanding.NeuralRewriter;
import deskbell.understanding.NeuralValues;
import deskbell.understanding.NeuralVoter;
import deskbell.understanding.SkillDirectory;
import deskbell.understanding.SpeakingRule;
import deskbell.understanding.entity.EntityFinder;
import deskbell.understanding.linear.AskedKinds;
import deskbell.understanding.linear.LinearVoter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The voters of a model directory, with what they own: the index of phrases, and the Transformer's
 * native memory. Blocks for the disk while it opens; the voters are for any thread.
 */
final class Voters implements AutoCloseable {
  /** The names of every voter, as a setting lists them. */
  static final String NAMES = LinearVoter.NAME + "," + NeighbourVoter.NAME + "," + NeuralVoter.NAME;

  /** Every voter, the first of which cannot be switched off. */
  static final List<String> ALL = List.of(NAMES.split(","));

  private static final double AS_IT_IS = 1;

  private final ModelDirectory directory;
  private final SkillDirectory skilled;
  private final Map<Language, List<IntentVoter>> voters = new EnumMap<>(Language.class);
  private final List<PhraseIndex> phrases = new ArrayList<>();
  private final Optional<NeuralService> transformer;

  private Voters(Optional<Path> model, Set<String> heard, NeuralSettings settings) {
    directory = ModelDirectory.of(model);
    skilled = SkillDirectory.of(model);
    transformer =
        heard.contains(NeuralVoter.NAME) && NeuralDirectory.holds(model)
            ? Optional.of(new NeuralService(NeuralModel.open(model), settings))
            : Optional.empty();
    directory.linear().forEach((language, voter) -> voters.put(language, all(voter)));
    if (heard.contains(NeighbourVoter.NAME)) {
      directory.phrases().stream()
          .collect(Collectors.groupingBy(Neighbours.Phrase::language))
          .forEach(this::addNeighbours);
    }
    transformer
        .map(service -> new NeuralVoter(service, AS_IT_IS))
        .ifPresent(voter -> voters.values().forEach(own -> own.add(voter)));
  }

  /**
   * Opens the voters of a directory, or of the shipped model where none is given.
   *
   * @param heard names of {@link #ALL} that are heard; those that the directory lacks are not
   */
  static Voters open(Optional<Path> model, List<String> heard) {
    return open(model, heard, NeuralSettings.DEFAULTS);
  }

  /** Opens them with a Transformer that serves by these settings. */
  static Voters open(Optional<Path> model, List<String> heard, NeuralSettings settings) {
    var names = new LinkedHashSet<>(heard);
    if (!names.contains(LinearVoter.NAME) || !ALL.containsAll(names)) {
      throw new Invalid(
          "voters", "are " + heard + "; linear, and with it any of " + ALL.subList(1, ALL.size()));
    }
    return new Voters(model, names, settings);
  }

  private static List<IntentVoter> all(IntentVoter first) {
    return new ArrayList<>(List.of(first));
  }

  private void addNeighbours(Language language, List<Neighbours.Phrase> learnt) {
    var own = voters.get(language);
    if (own != null) {
      var index = PhraseIndex.of(language, learnt.stream().map(Voters::labelled).toList());
      phrases.add(index);
      Neighbours nearest =
          (text, _, most) ->
              index.nearest(text, most).stream()
                  .map(near -> new Neighbours.Neighbour(near.label(), near.likeness()))
                  .toList();
      own.add(new NeighbourVoter(nearest, language, own.getFirst().intents()));
    }
  }

  private static Phrase labelled(Neighbours.Phrase phrase) {
    return new Phrase(phrase.text(), phrase.language(), phrase.intent());
  }

  /** The voters of each language, the linear one first. */
  Map<Language, List<IntentVoter>> each() {
    return voters;
  }

  /** One voter out of all of a language. */
  Map<Language, FusedVoter> fused() {
    var fusions = directory.fusions();
    var fused = new EnumMap<Language, FusedVoter>(Language.class);
    voters.forEach(
        (language, own) ->
            fused.put(
                language,
                fusions.containsKey(language)
                    ? new FusedVoter(own, fusions.get(language))
                    : FusedVoter.alone(own.getFirst())));
    return fused;
  }

  /** Understanding by all of them. */
  FusedInterpreter interpreter(Catalogue wares, Clock clock) {
    var rules = new EntityFinder(wares);
    return new FusedInterpreter(fused(), rules, learnt(rules), clock);
  }

  private LearntValues learnt(EntityFinder rules) {
    var kinds = skilled.values();
    return kinds.isEmpty()
        ? LearntValues.NONE
        : transformer
            .<LearntValues>map(service -> new NeuralValues(service, kinds, rules))
            .orElse(LearntValues.NONE);
  }

  /** What the Transformer adds to answering, where it is heard and where each part helps. */
  Skills skills(Catalogue wares) {
    return transformer.map(service -> skills(service, wares)).orElse(Skills.NONE);
  }

  private Skills skills(NeuralService service, Catalogue wares) {
    return new Skills(
        skilled
            .rewriting()
            .<Rewriter>map(
                rule -> new NeuralRewriter(service, rule.agreement(), rule.sure())::alone)
            .orElse(Rewriter.NONE),
        skilled
            .reranksBy()
            .<Reranker>map(
                weight -> new NeuralReranker(new NeuralScorer(service)::likelihoods, weight))
            .orElse(Reranker.NONE),
        skilled
            .speaking()
            .<Speaker>map(rule -> speaker(service, wares, rule, skilled.asked()))
            .orElse(Speaker.SILENT));
  }

  private static Speaker speaker(
      NeuralService service, Catalogue wares, SpeakingRule rule, AskedKinds asked) {
    return new GroundedSpeaker(
        new NeuralScorer(service).excerpts(asked),
        new GroundedWriter(new NeuralWriter(service), new WareNames(wares)),
        rule);
  }

  /** The Transformer; empty where there is none or it is not heard. */
  Optional<NeuralService> transformer() {
    return transformer;
  }

  @Override
  public void close() {
    transformer.ifPresent(NeuralService::close);
    phrases.forEach(PhraseIndex::close);
  }
}
