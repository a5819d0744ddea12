package deskbell.dialog.reading;

import deskbell.conversation.Invalid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** The JSON Schemas by which editors complete and check flow files. */
public enum Schema {
  FLOW,
  SHARED;

  /** The one of this name: {@code flow} or {@code shared}. */
  public static Schema of(String name) {
    return Arrays.stream(values())
        .filter(schema -> schema.file().startsWith(name + "."))
        .findFirst()
        .orElseThrow(() -> new Invalid("schema", "is " + name + "; must be flow or shared"));
  }

  /** What its file is called; they refer to one another by these names. */
  public String file() {
    return name().toLowerCase(Locale.ROOT) + ".schema.json";
  }

  /** The schema itself, as JSON. */
  public String text() {
    try (var stream = Schema.class.getResourceAsStream("/deskbell/dialog/" + file())) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
