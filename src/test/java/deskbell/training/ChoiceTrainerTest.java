package deskbell.training;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.training.ChoiceTrainer.Choice;
import deskbell.training.ChoiceTrainer.Option;
import deskbell.training.ChoiceTrainer.Settings;
import deskbell.understanding.linear.AskedKinds;
import deskbell.understanding.linear.LinearModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChoiceTrainerTest {
  private static final Settings SETTINGS = new Settings(5, 0.3, 1e-3, 0.2, 2);

  @Test
  void texts_call_for_the_labels_that_were_right_and_that_others_lacked() {
    var model = train();
    assertThat(score(model, "red one please", "red")).isGreaterThan(0.3);
    assertThat(score(model, "red one please", "blue")).isLessThan(-0.3);
    assertThat(score(model, "a blue one", "blue")).isGreaterThan(score(model, "a blue one", "red"));
    assertThat(Math.abs(score(model, "red one please", "round")))
        .as("every option has it, so nothing calls for it")
        .isLessThan(0.01);
  }

  @Test
  void the_same_choices_give_the_same_model() {
    assertThat(train().scores(AskedKinds.features("red or blue")))
        .isEqualTo(train().scores(AskedKinds.features("red or blue")));
  }

  @Test
  void a_choice_of_which_all_or_nothing_is_right_teaches_nothing() {
    var all = choice("green", true, true);
    var nothing = choice("green", false, false);
    var choices = new ArrayList<Choice>(choices());
    choices.addAll(List.of(all, all, nothing, nothing));
    assertThat(new ChoiceTrainer(SETTINGS).train(choices).features()).isEqualTo(train().features());
  }

  private static double score(LinearModel model, String text, String label) {
    return model.scores(AskedKinds.features(text))[model.intents().indexOf(label)];
  }

  private static LinearModel train() {
    return new ChoiceTrainer(SETTINGS).train(choices());
  }

  private static List<Choice> choices() {
    var choices = new ArrayList<Choice>();
    for (int i = 0; i < 20; i++) {
      choices.add(choice("i want the red one", true, false));
      choices.add(choice("give me a blue one", false, true));
    }
    return choices;
  }

  private static Choice choice(String text, boolean red, boolean blue) {
    return new Choice(
        AskedKinds.features(text),
        List.of(
            new Option(Set.of("red", "round"), red), new Option(Set.of("blue", "round"), blue)));
  }
}
