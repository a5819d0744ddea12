package deskbell.dialog.reading;

import deskbell.dialog.flow.Format;
import deskbell.dialog.flow.Phrase;
import deskbell.dialog.flow.Step;
import deskbell.dialog.flow.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code shared.yaml}: tables of words, slots and parts that all flows may use. */
final class SharedReader {
  static final List<String> KNOWN = List.of("tables", "departments", "slots", "parts");

  /** The file's name without its ending. */
  static final String ID = "shared";

  /**
   * What all flows share.
   *
   * @param slots as written, since a flow may change some of their fields
   * @param departments that a handover may name
   */
  record Shared(
      Map<String, Table> tables,
      Map<String, Value.Fields> slots,
      Map<String, Value> parts,
      List<String> departments) {
    static final Shared NOTHING = new Shared(Map.of(), Map.of(), Map.of(), List.of());
  }

  private final Shapes shapes;
  private final TextReader texts;

  SharedReader(Problems problems) {
    this.shapes = new Shapes(problems);
    this.texts = new TextReader(shapes, Set.of());
  }

  Shared read(Value file) {
    var fields = shapes.fields(file, ID + ".yaml", KNOWN);
    var parts = new LinkedHashMap<String, Value>();
    named(fields, "parts").forEach((name, field) -> parts.put(name, field.value()));
    return new Shared(
        tables(fields), slots(shapes, fields.get("slots")), parts, departments(fields));
  }

  /** Slots by name, as written. */
  static Map<String, Value.Fields> slots(Shapes shapes, Optional<Value> slots) {
    var read = new LinkedHashMap<String, Value.Fields>();
    slots
        .map(value -> shapes.map(value, "slots"))
        .ifPresent(
            known ->
                known
                    .fields()
                    .forEach(
                        (name, field) -> {
                          shapes.checkName(name, field.key(), "slot");
                          if (name.equals(Step.Forget.EVERYTHING)) {
                            shapes.wrong(field.key(), "slot " + name + " is a reserved name");
                          }
                          read.put(name, shapes.map(field.value(), "slot " + name));
                        }));
    return read;
  }

  private List<String> departments(Value.Fields fields) {
    return fields.get("departments").map(value -> shapes.items(value, "departments")).stream()
        .flatMap(List::stream)
        .map(department -> shapes.name(department, "departments"))
        .toList();
  }

  private Map<String, Table> tables(Value.Fields fields) {
    var tables = new LinkedHashMap<String, Table>();
    named(fields, "tables")
        .forEach(
            (name, field) -> {
              if (Format.names().contains(name)) {
                shapes.wrong(field.key(), "table " + name + " has the name of a format");
              }
              tables.put(name, table(name, field.value()));
            });
    return tables;
  }

  private Table table(String name, Value value) {
    var words = new LinkedHashMap<String, Phrase>();
    shapes
        .map(value, "table " + name)
        .fields()
        .forEach((key, field) -> words.put(key, texts.phrase(field.value(), name + "." + key)));
    return new Table(words);
  }

  private Map<String, Value.Field> named(Value.Fields fields, String name) {
    return fields.get(name).map(value -> shapes.map(value, name).fields()).orElse(Map.of());
  }
}
