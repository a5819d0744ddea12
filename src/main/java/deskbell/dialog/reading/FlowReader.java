package deskbell.dialog.reading;

import deskbell.dialog.flow.Edition;
import deskbell.dialog.flow.Flow;
import deskbell.dialog.flow.Format;
import deskbell.dialog.flow.Phrase;
import deskbell.dialog.flow.Trigger;
import deskbell.dialog.reading.SharedReader.Shared;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Reads one flow file: its parts first, then the checks that need all of them. */
final class FlowReader {
  static final List<String> KNOWN = List.of("title", "triggers", "slots", "steps", "conversations");

  private final Shapes shapes;
  private final Shared shared;
  private final TextReader texts;
  private final SlotReader slots;

  /** A flow and the places of its parts, for checks that look at other flows as well. */
  record Written(Flow flow, Draft draft) {}

  FlowReader(Problems problems, Shared shared) {
    var formats = new TreeSet<>(Format.names());
    formats.addAll(shared.tables().keySet());
    this.shapes = new Shapes(problems);
    this.shared = shared;
    this.texts = new TextReader(shapes, formats);
    this.slots = new SlotReader(shapes, texts);
  }

  /** The flow as written; empty where it has a problem. */
  Optional<Written> read(Edition edition, Value file) {
    var id = edition.flow();
    int before = shapes.problems().count();
    var fields = shapes.fields(file, "flow " + id, KNOWN);
    var title =
        shapes.needed(fields, "title", "flow " + id).map(value -> texts.phrase(value, "title"));
    var draft = new Draft(triggers(id, fields));
    fields.get("triggers").ifPresent(value -> draft.triggersAt(value.place()));
    var written = slots(fields, draft);
    shapes
        .needed(fields, "steps", "flow " + id)
        .ifPresent(
            steps ->
                new StepReader(
                        shapes,
                        texts,
                        new Parts(shared.parts(), shapes),
                        shared.departments(),
                        draft)
                    .read(steps));
    title.ifPresent(phrase -> noBlanks(phrase));
    if (shapes.problems().count() == before) {
      new Uses(draft, shapes).check(written);
      new Paths(draft, shapes).check();
      new Loops(draft, shapes).check();
      new Fills(draft, shapes, texts).check();
    }
    var conversations = new ConversationReader(shapes, id, draft).read(fields.get("conversations"));
    return shapes.problems().count() > before
        ? Optional.empty()
        : Optional.of(
            new Written(
                new Flow(
                    id,
                    title.orElseThrow(),
                    draft.triggers(),
                    draft.slots(),
                    draft.steps(),
                    draft.first(),
                    shared.tables(),
                    conversations,
                    edition.key()),
                draft));
  }

  private List<Trigger> triggers(String id, Value.Fields fields) {
    var reader = new TriggerReader(shapes);
    return shapes.needed(fields, "triggers", "flow " + id).stream()
        .flatMap(value -> shapes.items(value, "triggers").stream())
        .map(reader::read)
        .toList();
  }

  /** Reads the slots into the draft; returns those that the flow's own file describes. */
  private Map<String, Value.Fields> slots(Value.Fields fields, Draft draft) {
    var own = SharedReader.slots(shapes, fields.get("slots"));
    var all = new LinkedHashMap<String, Value.Fields>(shared.slots());
    own.forEach(
        (name, slot) ->
            all.put(name, shared.slots().containsKey(name) ? slot.over(all.get(name)) : slot));
    all.forEach((name, slot) -> draft.add(slots.read(name, slot)));
    slots.checkReferences(draft.slots(), all);
    return own;
  }

  private void noBlanks(Phrase title) {
    title
        .all()
        .filter(text -> text.blanks().findAny().isPresent())
        .forEach(text -> shapes.wrong(texts.place(text), "title may have no blanks"));
  }
}
