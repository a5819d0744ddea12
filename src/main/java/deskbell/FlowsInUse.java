package deskbell;

import deskbell.dialog.Flows;
import deskbell.dialog.flow.Edition;
import deskbell.dialog.flow.Flow;
import deskbell.dialog.reading.FlowFiles;
import deskbell.dialog.reading.Problem;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The flows in use, and the words of each. Immutable; any thread.
 *
 * @param editions the words of the flows that conversations begin with
 */
record FlowsInUse(Flows flows, List<Edition> editions) {
  /** Before anything was read. */
  static final FlowsInUse NONE = new FlowsInUse(new Flows(List.of()), List.of());

  private static final Logger LOG = LoggerFactory.getLogger(FlowsInUse.class);

  FlowsInUse {
    editions = List.copyOf(editions);
  }

  /**
   * What a folder holds. A file with mistakes is logged and takes no other flow down; where an
   * earlier edition of it is known, that one stays in use. Blocks for the disk.
   *
   * @param known editions that conversations may still be in, the latest first
   */
  static FlowsInUse in(Path folder, List<Edition> known) {
    var read = FlowFiles.read(folder);
    read.problems().stream().map(Problem::toString).forEach(LOG::error);
    var older = parsed(known);
    var current = new TreeMap<String, Flow>();
    read.flows().forEach(flow -> current.put(flow.id(), flow));
    for (var flow : older.values()) {
      if (read.spoilt().contains(flow.id()) && !current.containsKey(flow.id())) {
        LOG.error("flow {} has mistakes; its last sound edition stays in use", flow.id());
        current.put(flow.id(), flow);
      }
    }
    return of(current, older, words(read.editions(), known));
  }

  /**
   * What another node has published. An edition that cannot be read here, since it was written for
   * another release, leaves this node's own flow in use.
   *
   * @param keys of the editions that are to be used
   */
  FlowsInUse published(List<String> keys, List<Edition> known) {
    var older = parsed(known);
    var words = words(editions, known);
    var current = new TreeMap<String, Flow>();
    for (var key : keys) {
      var flow = older.get(key);
      if (flow != null) {
        current.put(flow.id(), flow);
      } else {
        var id = words.containsKey(key) ? words.get(key).flow() : key;
        LOG.warn("an edition of flow {} was published that cannot be read here", id);
        flows.flow(id).ifPresent(own -> current.put(id, own));
      }
    }
    return of(current, older, words);
  }

  private static FlowsInUse of(
      Map<String, Flow> current, Map<String, Flow> older, Map<String, Edition> words) {
    LOG.info("{} flows in use", current.size());
    return new FlowsInUse(
        new Flows(List.copyOf(current.values()), List.copyOf(older.values())),
        current.values().stream().map(flow -> words.get(flow.edition())).toList());
  }

  /** Flows by edition, the latest first. */
  private static Map<String, Flow> parsed(List<Edition> known) {
    var flows = new LinkedHashMap<String, Flow>();
    known.stream()
        .flatMap(edition -> FlowFiles.parse(edition).stream())
        .forEach(flow -> flows.putIfAbsent(flow.edition(), flow));
    return flows;
  }

  private static Map<String, Edition> words(List<Edition> some, List<Edition> others) {
    return Stream.concat(some.stream(), others.stream())
        .collect(Collectors.toMap(Edition::key, Function.identity(), (one, _) -> one));
  }
}
