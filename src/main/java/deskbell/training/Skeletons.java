package deskbell.training;

import deskbell.conversation.EntityType;
import deskbell.understanding.Utterance;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Texts without what changes from one order to the next: values become {@code {slot}}, digits 0;
 * case, width and punctuation go, unless nothing else is there. Examples of one skeleton teach the
 * same. Any thread.
 */
final class Skeletons {
  private static final Set<EntityType> VALUES =
      EnumSet.complementOf(EnumSet.of(EntityType.QUANTITY));

  private final Utterances utterances = new Utterances(LocalDate.EPOCH);

  /** The skeleton of an example. */
  String of(Example example) {
    var filled = new Example(withoutSlots(example), example.language(), example.intent());
    var plain =
        Normalizer.normalize(withoutEntities(utterances.of(filled)), Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("['’]", "")
            .replaceAll("\\p{Nd}", "0");
    var words = plain.replaceAll("[^\\p{L}\\p{N}{}]+", " ").strip();
    return words.isEmpty() ? plain.strip() : words;
  }

  /** Longer values first, so that none is cut by one that is part of it. */
  private static String withoutSlots(Example example) {
    return example.slots().entrySet().stream()
        .flatMap(slot -> slot.getValue().stream().map(value -> Map.entry(value, slot.getKey())))
        .sorted(
            Comparator.comparingInt((Map.Entry<String, String> one) -> -one.getKey().length())
                .thenComparing(Map.Entry.comparingByKey()))
        .reduce(
            example.text(),
            (text, one) -> text.replace(one.getKey(), "{" + one.getValue().replace("_", "") + "}"),
            (text, _) -> text);
  }

  private static String withoutEntities(Utterance utterance) {
    return utterance.masked(VALUES, entity -> "{" + entity.type().wire().replace("_", "") + "}");
  }
}
