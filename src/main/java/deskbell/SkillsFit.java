package deskbell;

import deskbell.answering.GroundedWriter;
import deskbell.answering.NeuralScorer;
import deskbell.answering.NeuralWriter;
import deskbell.answering.grounding.Names;
import deskbell.conversation.EntityType;
import deskbell.neural.NeuralService;
import deskbell.training.material.AgreementFit;
import deskbell.training.material.AskedKindsTrainer;
import deskbell.training.material.KindsTrainer;
import deskbell.training.material.RewriteFit;
import deskbell.training.material.Rewritings;
import deskbell.training.material.ShortAnswer;
import deskbell.training.material.SpeakFit;
import deskbell.training.material.ValuesFit;
import deskbell.understanding.Catalogue;
import deskbell.understanding.KindAgreement;
import deskbell.understanding.NeuralRewriter;
import deskbell.understanding.NeuralValues;
import deskbell.understanding.RevisionScorer;
import deskbell.understanding.RewritingRule;
import deskbell.understanding.SkillDirectory;
import deskbell.understanding.entity.EntityFinder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Fits from how sure a Transformer is believed with what it does beside intents: rewriting
 * follow-ups, and saying answers shorter. By validation material; blocks as long as the model
 * computes.
 *
 * @param material the corpus whose folders {@code entities}, {@code rewrite} and {@code replies}
 *     are asked
 * @param articles what replies answer from
 * @param out the model directory that it is written to
 */
record SkillsFit(Path material, Path articles, Path out, Consumer<String> say) {
  private static final String TRAINING = "training";
  private static final String VALIDATION = "validation";

  void fit(NeuralService service) throws IOException {
    values(service);
    rewriting(service);
    speaking(service);
  }

  private void values(NeuralService service) throws IOException {
    var rules = new EntityFinder(Catalogue.EMPTY);
    var learnt = new NeuralValues(service, EnumSet.allOf(EntityType.class), rules);
    var kinds = ValuesFit.of(ValuesFit.marked(material, VALIDATION), rules, learnt);
    SkillDirectory.writeValues(out, kinds);
    say.accept("values that the Transformer names where rules find none: " + kinds);
  }

  private void rewriting(NeuralService service) throws IOException {
    var kinds = KindsTrainer.train(material);
    var pairs = Rewritings.part(material, VALIDATION);
    var model = rewriter(service, RevisionScorer.NONE);
    var weights =
        AgreementFit.of(kinds, pairs, pair -> model.candidates(pair.text(), pair.history()));
    say.accept("of a rewriting count " + weights);
    var agreement = new KindAgreement(kinds, weights);
    var weighed = rewriter(service, agreement);
    var sure = RewriteFit.of(pairs, pair -> weighed.attempt(pair.text(), pair.history()));
    SkillDirectory.writeRewriting(out, sure.map(from -> new RewritingRule(agreement, from)));
    say.accept(
        sure.map(from -> "rewritings are believed from " + from).orElse("nothing is rewritten"));
  }

  private static NeuralRewriter rewriter(NeuralService service, RevisionScorer scorer) {
    return new NeuralRewriter(service, scorer, Double.NEGATIVE_INFINITY);
  }

  private void speaking(NeuralService service) throws IOException {
    var learnt = ShortAnswer.part(material, TRAINING, articles);
    if (learnt.isEmpty()) {
      SkillDirectory.writeSpeaking(out, Optional.empty());
      say.accept("all is said in full: there are no replies to learn from");
      return;
    }
    var asked = AskedKindsTrainer.train(learnt);
    SkillDirectory.writeAsked(out, asked);
    var excerpts = new NeuralScorer(service).excerpts(asked);
    var writer = new GroundedWriter(new NeuralWriter(service), () -> Names.KNOWN);
    var rule =
        SpeakFit.of(
            ShortAnswer.part(material, VALIDATION, articles),
            answer -> answer.compared(excerpts),
            (answer, excerpt) -> answer.said(writer, excerpt));
    SkillDirectory.writeSpeaking(out, rule);
    say.accept(rule.map(by -> "answers are said shorter by " + by).orElse("all is said in full"));
  }
}
