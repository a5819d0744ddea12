package deskbell.training.material;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.Language;
import deskbell.understanding.Candidate;
import deskbell.understanding.KindAgreement;
import deskbell.understanding.Revision.Exchange;
import deskbell.understanding.Revision.Joined;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgreementFitTest {
  private static final String FRAMES =
      """
      {"values":"place","of":["york","leeds","bath","dover","durham"]}
      {"values":"product","of":["oak lamp","oak rug","oak desk","oak chair","oak shelf"]}
      {"ask":"when do you open in {place}?","topic":"shop"}
      {"alone":["thanks"]}
      """;

  private static final Candidate RIGHT =
      new Candidate(new Exchange(1, "york", "hull"), "is the rug in hull", -2);
  private static final Candidate MIXED =
      new Candidate(new Exchange(1, "oak rug", "hull"), "is the hull in york", -1);
  private static final Candidate ON = new Candidate(new Joined(), "is the rug in york, hull", -1.5);

  @TempDir Path corpus;

  @Test
  void kinds_count_for_what_is_right_and_all_the_more_where_the_model_errs() throws Exception {
    Files.createDirectory(corpus.resolve("rewrite"));
    for (var part : List.of("training", "validation")) {
      Files.writeString(Rewritings.file(corpus, Language.EN, part), FRAMES);
    }
    var kinds = KindsTrainer.train(corpus);
    var pair = Rewriting.of(Language.EN, List.of("is the rug in york"), "hull", RIGHT.alone());

    var weights = AgreementFit.of(kinds, List.of(pair), _ -> List.of(MIXED, ON, RIGHT));

    var agreement = new KindAgreement(kinds, weights);
    assertThat(kinds.alike("bath", "york")).isGreaterThan(kinds.alike("oak lamp", "york"));
    assertThat(weights.kind()).isPositive();
    assertThat(RIGHT.likelihood() + agreement.added(RIGHT.revision()))
        .isGreaterThan(MIXED.likelihood() + agreement.added(MIXED.revision()))
        .isGreaterThan(ON.likelihood());
  }

  @Test
  void pairs_whose_right_answer_was_not_written_teach_nothing() throws Exception {
    Files.createDirectory(corpus.resolve("rewrite"));
    Files.writeString(Rewritings.file(corpus, Language.EN, "training"), FRAMES);
    var pair = Rewriting.of(Language.EN, List.of("is the rug in york"), "hull", RIGHT.alone());

    var weights =
        AgreementFit.of(KindsTrainer.train(corpus), List.of(pair), _ -> List.of(MIXED, ON));

    assertThat(weights).isEqualTo(new KindAgreement.Weights(0, 0));
  }
}
