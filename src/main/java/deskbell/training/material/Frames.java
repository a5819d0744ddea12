package deskbell.training.material;

import deskbell.conversation.Invalid;
import deskbell.training.JsonLines;
import deskbell.training.material.FrameLine.About;
import deskbell.training.material.FrameLine.Alone;
import deskbell.training.material.FrameLine.Ask;
import deskbell.training.material.FrameLine.Instead;
import deskbell.training.material.FrameLine.More;
import deskbell.training.material.FrameLine.Values;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What follow-ups are composed of. Immutable.
 *
 * @param values by slot
 * @param instead ways to ask for another value, by slot
 * @param about ways to ask about a thing named before, by slot
 * @param more ways to ask on, by topic
 * @param alone what stands alone
 */
record Frames(
    Map<String, List<String>> values,
    List<Ask> asks,
    Map<String, List<String>> instead,
    Map<String, List<About>> about,
    Map<String, List<String>> more,
    List<String> alone) {
  Frames {
    check(asks.stream().flatMap(ask -> Stream.of(ask.text(), ask.answer())), values);
    check(instead.keySet().stream().map(slot -> "{" + slot + "}"), values);
    check(about.keySet().stream().map(slot -> "{" + slot + "}"), values);
    check(alone.stream(), values);
    if (asks.isEmpty() || alone.isEmpty()) {
      throw new Invalid("frames", "need a line with ask and a line with alone");
    }
  }

  private static void check(Stream<String> texts, Map<String, List<String>> values) {
    texts.forEach(
        text ->
            FrameLine.slots(text).stream()
                .filter(slot -> !values.containsKey(slot))
                .findFirst()
                .ifPresent(
                    slot -> {
                      throw new Invalid("values", "are missing for {" + slot + "}: " + text);
                    }));
  }

  /** The frames of a file. Blocks for the disk; a mistake is {@link Invalid}. */
  static Frames read(Path file) {
    var values = new LinkedHashMap<String, List<String>>();
    var asks = new ArrayList<Ask>();
    var instead = new LinkedHashMap<String, List<String>>();
    var about = new LinkedHashMap<String, List<About>>();
    var more = new LinkedHashMap<String, List<String>>();
    var alone = new ArrayList<String>();
    for (var line : JsonLines.read(file, FrameLine::of)) {
      switch (line) {
        case Values(var slot, var of) -> many(values, slot).addAll(of);
        case Ask ask -> asks.add(ask);
        case Instead(var slot, var follow) -> many(instead, slot).addAll(follow);
        case About one -> many(about, one.slot()).add(one);
        case More(var topic, var follow) -> many(more, topic).addAll(follow);
        case Alone(var texts) -> alone.addAll(texts);
      }
    }
    return new Frames(values, asks, instead, about, more, alone);
  }

  private static <T> List<T> many(Map<String, List<T>> map, String key) {
    return map.computeIfAbsent(key, _ -> new ArrayList<>());
  }

  /** Answers without a slot. */
  List<String> answersThatNameNothing() {
    return asks.stream()
        .map(Ask::answer)
        .filter(answer -> FrameLine.slots(answer).isEmpty())
        .toList();
  }

  /** Questions in which one of these slots stands, or several. */
  List<Ask> asking(Map<String, ?> slots) {
    return asks.stream().filter(ask -> count(ask, slots) > 0).toList();
  }

  /** Questions in which just one of these slots stands, so that there is no doubt which. */
  List<Ask> naming(Map<String, ?> slots) {
    return asks.stream().filter(ask -> count(ask, slots) == 1).toList();
  }

  private static long count(Ask ask, Map<String, ?> slots) {
    return FrameLine.slots(ask.text()).stream().filter(slots::containsKey).count();
  }
}
