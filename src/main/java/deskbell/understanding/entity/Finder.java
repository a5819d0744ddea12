package deskbell.understanding.entity;

import java.util.List;

/** Finds one kind of entity. Stateless; any thread. */
@FunctionalInterface
interface Finder {
  /**
   * The matches in a text, in any order; they may overlap.
   *
   * @param surer what finders of higher priority have found
   */
  List<Match> find(Reading reading, List<Match> surer);
}
