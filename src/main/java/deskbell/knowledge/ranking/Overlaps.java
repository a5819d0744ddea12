package deskbell.knowledge.ranking;

import java.util.List;

/**
 * What texts have in common with a question in the terms of one kind, for all of them in one walk
 * over the question's terms. Immutable; any thread.
 */
final class Overlaps {
  private final List<Bag> texts;
  private final int[][] holders;

  /** Lays texts out by term. */
  Overlaps(List<Bag> texts, int terms) {
    this.texts = List.copyOf(texts);
    var counts = new int[terms];
    texts.forEach(text -> text.ids().forEach(id -> counts[id]++));
    this.holders = new int[terms][];
    for (var text = 0; text < texts.size(); text++) {
      var number = text;
      texts.get(text).ids().forEach(id -> hold(id, number, counts));
    }
  }

  private void hold(int id, int text, int[] counts) {
    if (holders[id] == null) {
      holders[id] = new int[counts[id]];
    }
    holders[id][holders[id].length - counts[id]--] = text;
  }

  /** The weight of the terms that each text has in common with a question. */
  float[] common(Bag question) {
    var common = new float[texts.size()];
    for (var i = 0; i < question.size(); i++) {
      add(question.weight(i), question.id(i), common);
    }
    return common;
  }

  /** The cosine of the angle between a question and each text; 0 where either is empty. */
  float[] cosines(Bag question) {
    var cosines = new float[texts.size()];
    for (var i = 0; i < question.size(); i++) {
      add(question.weight(i) * question.weight(i), question.id(i), cosines);
    }
    for (var text = 0; text < cosines.length; text++) {
      var lengths = question.norm() * texts.get(text).norm();
      cosines[text] = lengths == 0 ? 0 : cosines[text] / lengths;
    }
    return cosines;
  }

  private void add(float weight, int term, float[] sums) {
    var held = holders[term];
    if (held != null) {
      for (var text : held) {
        sums[text] += weight;
      }
    }
  }
}
