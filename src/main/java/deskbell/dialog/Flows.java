package deskbell.dialog;

import deskbell.conversation.Invalid;
import deskbell.conversation.Understood;
import deskbell.dialog.flow.Flow;
import deskbell.dialog.flow.Trigger;
import deskbell.dialog.reading.FlowFiles;
import deskbell.dialog.reading.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All flows, checked. Immutable; any thread. */
public final class Flows {
  private static final Comparator<Start> CONDITIONS_FIRST =
      Comparator.comparing(start -> start.trigger().always());

  private final Map<String, Flow> byId = new LinkedHashMap<>();
  private final Map<String, Flow> byEdition = new HashMap<>();
  private final Map<String, List<Start>> byIntent = new HashMap<>();

  /** A flow and what starts it. */
  private record Start(Trigger trigger, String flow) {}

  /** Flows of different ids and triggers. */
  public Flows(List<Flow> flows) {
    this(flows, List.of());
  }

  /** Flows of different ids and triggers, and older editions that conversations may still be in. */
  public Flows(List<Flow> flows, List<Flow> older) {
    older.forEach(flow -> byEdition.put(flow.edition(), flow));
    for (var flow : flows) {
      byEdition.put(flow.edition(), flow);
      byId.put(flow.id(), flow);
      flow.starts().forEach(trigger -> starts(trigger, flow.id()));
    }
    byIntent.values().forEach(starts -> starts.sort(CONDITIONS_FIRST));
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

  /** The flow as it was written in an edition, if it is still known. */
  public Optional<Flow> edition(String key) {
    return Optional.ofNullable(byEdition.get(key));
  }

  /** The edition of a flow that a conversation began with; the newest where it isn't known. */
  Optional<Flow> of(OpenFlow open) {
    return Optional.ofNullable(byEdition.get(open.edition()))
        .filter(flow -> flow.id().equals(open.flow()))
        .or(() -> flow(open.flow()));
  }

  /** An open flow with nothing in it that is for its own steps alone. */
  OpenFlow disclosed(OpenFlow open) {
    return open.without(of(open).map(Flow::confidential).orElseGet(open.slots()::keySet));
  }

  /** A state with nothing in it that is for its flows' own steps alone. */
  Disclosed disclosed(DialogState state) {
    var told = state.in(state.flows().stream().map(this::disclosed).toList());
    return new Disclosed(told, state.flows().isEmpty() || asksOpenly(state.flows().getLast()));
  }

  private boolean asksOpenly(OpenFlow open) {
    return of(open).filter(flow -> !flow.confidential(open.step())).isPresent();
  }

  private void starts(Trigger trigger, String flow) {
    byIntent
        .computeIfAbsent(trigger.intent(), _ -> new ArrayList<>())
        .add(new Start(trigger, flow));
  }

  /** The ids of all flows that an intent may start. */
  public Set<String> startedBy(String intent) {
    return byIntent.getOrDefault(intent, List.of()).stream()
        .map(Start::flow)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The id of the flow that a message of an intent starts: one whose condition it meets, else the
   * one without a condition.
   *
   * @param vouched whether the shop has vouched for the shopper
   */
  public Optional<String> startedBy(String intent, Understood message, boolean vouched) {
    return byIntent.getOrDefault(intent, List.of()).stream()
        .filter(start -> start.trigger().meets(message, vouched))
        .map(Start::flow)
        .findFirst();
  }

  /** All flows, by the name of their files. */
  public List<Flow> all() {
    return List.copyOf(byId.values());
  }
}
