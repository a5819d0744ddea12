package deskbell.training.material;

import deskbell.conversation.Entity;
import deskbell.conversation.EntityType;
import deskbell.conversation.Language;
import deskbell.training.Corpus;
import deskbell.training.EntityFigures;
import deskbell.training.EntityFigures.Found;
import deskbell.training.Example;
import deskbell.understanding.LearntValues;
import deskbell.understanding.entity.EntityFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which kinds of values a Transformer names better than rules alone, by messages whose values
 * people marked.
 */
public final class ValuesFit {
  /** The kinds that rules find; others are marked for the Transformer to learn. */
  private static final Set<String> KINDS =
      Arrays.stream(EntityType.values())
          .map(EntityType::wire)
          .collect(Collectors.toUnmodifiableSet());

  /** Values of which a message holds "yesterday" are found the same on any day. */
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  private ValuesFit() {}

  /**
   * Messages with marked values of a part ({@code validation}) of a corpus, of all languages that
   * have it. Blocks for the disk.
   */
  public static List<Example> marked(Path corpus, String part) {
    var files =
        Arrays.stream(Language.values())
            .map(one -> corpus.resolve("entities").resolve(one.code() + "-" + part + ".jsonl"))
            .filter(Files::exists)
            .toList();
    return files.isEmpty() ? List.of() : Corpus.read(files);
  }

  /** Figures on messages with marked values. */
  public static EntityFigures figures(List<Example> marked) {
    return new EntityFigures(marked, KINDS);
  }

  /** What rules find in a message, and learnt values beside. */
  public static List<Found> found(Example example, EntityFinder rules, LearntValues learnt) {
    var text = example.text();
    var found = new ArrayList<Found>();
    for (Entity one :
        learnt.beside(
            rules.find(text, example.language(), TODAY), text, example.language(), TODAY)) {
      found.add(new Found(one.type().wire(), text.substring(one.start(), one.end())));
    }
    return found;
  }

  /** The kinds of which more is found, and found rightly, with learnt values than without. */
  public static Set<EntityType> of(List<Example> marked, EntityFinder rules, LearntValues learnt) {
    var figures = figures(marked);
    var without = figures.f1(one -> found(one, rules, LearntValues.NONE));
    var with = figures.f1(one -> found(one, rules, learnt));
    var better = EnumSet.noneOf(EntityType.class);
    for (var kind : EntityType.values()) {
      if (with.getOrDefault(kind.wire(), 0.0) > without.getOrDefault(kind.wire(), 0.0)) {
        better.add(kind);
      }
    }
    return better;
  }
}
