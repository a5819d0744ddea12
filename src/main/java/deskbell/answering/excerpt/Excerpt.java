package deskbell.answering.excerpt;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * Sentences of an answer that a question asks for.
 *
 * @param places of the sentences, in order, with those that they cannot be understood without
 * @param chance that they are all that is asked for
 */
public record Excerpt(List<Integer> places, double chance) {
  public Excerpt {
    places = List.copyOf(places);
  }

  /** Whether all of these places are among its own. */
  public boolean holds(Collection<Integer> others) {
    return new HashSet<>(places).containsAll(others);
  }

  /** Both together. */
  Excerpt and(Excerpt other) {
    var both = Stream.of(places, other.places).flatMap(List::stream).distinct().sorted().toList();
    return new Excerpt(both, chance + other.chance);
  }
}
