package deskbell.dialog;

import deskbell.conversation.Invalid;
import deskbell.dialog.flow.Flow;
import deskbell.dialog.reading.FlowFiles;
import deskbell.dialog.reading.Problem;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** All flows, checked. Immutable; any thread. */
public final class Flows {
  private final Map<String, Flow> byId = new LinkedHashMap<>();
  private final Map<String, String> byIntent = new HashMap<>();

  /** Flows of different ids and triggers. */
  public Flows(List<Flow> flows) {
    for (var flow : flows) {
      byId.put(flow.id(), flow);
      flow.triggers().forEach(intent -> byIntent.put(intent, flow.id()));
    }
  }

  /**
   * Reads a folder of flow files. Blocks for the disk. Any problem in any file is {@link Invalid},
   * whose message has them all, each with file, line, column and excerpt.
   */
  public static Flows load(Path folder) {
    var read = FlowFiles.read(folder);
    if (!read.problems().isEmpty()) {
      throw new Invalid(
          "flows",
          "have mistakes:\n"
              + read.problems().stream().map(Problem::toString).collect(Collectors.joining("\n")));
    }
    return new Flows(read.flows());
  }

  /** The flow of an id. */
  public Optional<Flow> flow(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The id of the flow that an intent starts. */
  public Optional<String> startedBy(String intent) {
    return Optional.ofNullable(byIntent.get(intent));
  }

  /** All flows, by the name of their files. */
  public List<Flow> all() {
    return List.copyOf(byId.values());
  }
}
