package deskbell.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.EntityType;
import deskbell.understanding.linear.AskedKinds;
import deskbell.understanding.linear.Calibration;
import deskbell.understanding.linear.LinearModel;
import deskbell.understanding.linear.ValueKinds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is fitted beside the voters, and what is said where nothing was. */
class SkillDirectoryTest {
  @TempDir Path folder;

  @Test
  void what_the_transformer_may_do_beside_intents_is_read_as_it_was_written() throws IOException {
    var directory = SkillDirectory.of(Optional.of(folder));
    assertThat(directory.rewriting()).isEmpty();
    assertThat(directory.speaking()).isEmpty();
    assertThat(directory.reranksBy()).isEmpty();

    var model =
        new LinearModel(
            List.of("place"),
            new int[] {7},
            new float[1],
            new float[1],
            new byte[1],
            new float[1],
            1);
    var kinds = new ValueKinds(model, new Calibration(4, 5, 0));
    var agreement = new KindAgreement(kinds, new KindAgreement.Weights(1.5, 2));
    SkillDirectory.writeRewriting(folder, Optional.of(new RewritingRule(agreement, -0.25)));
    var speaking = new SpeakingRule(List.of(3.5, -1.0), 0.75, -0.5);
    SkillDirectory.writeSpeaking(folder, Optional.of(speaking));
    SkillDirectory.writeAsked(folder, new AskedKinds(model));
    SkillDirectory.writeReranking(folder, Optional.of(0.3));
    var read = directory.rewriting().orElseThrow();
    assertThat(read.sure()).isEqualTo(-0.25);
    assertThat(read.agreement().weights()).isEqualTo(agreement.weights());
    assertThat(read.agreement().kinds().calibration()).isEqualTo(kinds.calibration());
    assertThat(read.agreement().kinds().model().intents()).containsExactly("place");
    assertThat(directory.speaking()).contains(speaking);
    assertThat(directory.asked().model().intents()).containsExactly("place");
    assertThat(directory.reranksBy()).contains(0.3);

    SkillDirectory.writeValues(folder, Set.of(EntityType.SIZE, EntityType.MONEY));
    assertThat(directory.values()).containsExactlyInAnyOrder(EntityType.SIZE, EntityType.MONEY);

    SkillDirectory.writeNone(folder);
    assertThat(directory.values()).isEmpty();
    assertThat(directory.rewriting()).isEmpty();
    assertThat(directory.speaking()).isEmpty();
    assertThat(directory.reranksBy()).isEmpty();
  }
}
