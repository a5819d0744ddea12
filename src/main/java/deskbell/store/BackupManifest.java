package deskbell.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import deskbell.conversation.Invalid;
import java.util.List;

/**
 * What a backup holds: the entry {@code manifest.json} of its zip file.
 *
 * @param format of the file; another one is refused
 * @param schema the newest migration of the database it was taken from
 * @param taken when, RFC 3339
 */
record BackupManifest(int format, String schema, String taken, List<Table> tables) {
  static final String ENTRY = "manifest.json";

  /** The format written now. */
  static final int FORMAT = 1;

  BackupManifest {
    tables = List.copyOf(tables);
  }

  /** A table's columns in the order of its entry, and how many rows that has. */
  record Table(String name, List<String> columns, long rows) {
    Table {
      columns = List.copyOf(columns);
    }

    /** The zip entry with the rows, in the text format of COPY. */
    String entry() {
      return "tables/" + name + ".copy";
    }
  }

  byte[] write() {
    try {
      return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("plain records always become JSON", impossible);
    }
  }

  static BackupManifest read(String file, String json) {
    try {
      var tree = Json.MAPPER.readTree(json);
      if (tree.path("format").asInt() != FORMAT) {
        throw new Invalid(
            file, "has format " + tree.path("format") + "; this program reads " + FORMAT);
      }
      return Json.MAPPER.treeToValue(tree, BackupManifest.class);
    } catch (JsonProcessingException damaged) {
      throw new Invalid(file, "has a damaged " + ENTRY, damaged);
    }
  }
}
