package deskbell.training;

import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** CSV (RFC 4180) with a head, a column for the text and one for the intent. English. */
final class ExampleTable {
  private static final List<String> TEXTS = List.of("text", "sentence");
  private static final List<String> LABELS = List.of("label", "category", "intent");
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setAllowMissingColumnNames(true)
          .get();

  private ExampleTable() {}

  static List<Example> read(Path file) {
    try (var parser = FORMAT.parse(new StringReader(TextFile.read(file)))) {
      var text = column(TEXTS, parser.getHeaderNames());
      var label = column(LABELS, parser.getHeaderNames());
      if (text.isEmpty() || label.isEmpty()) {
        throw new Invalid(file + ":1", "needs one of the columns " + TEXTS + " and of " + LABELS);
      }
      var examples = new ArrayList<Example>();
      for (var row : parser) {
        var line = parser.getCurrentLineNumber();
        examples.add(TextFile.at(file, line, () -> example(row, text.get(), label.get())));
      }
      return examples;
    } catch (IOException malformed) {
      throw new Invalid(file.toString(), "is not CSV: " + malformed.getMessage(), malformed);
    }
  }

  private static Optional<String> column(List<String> names, List<String> head) {
    return names.stream().filter(head::contains).findFirst();
  }

  private static Example example(CSVRecord row, String text, String label) {
    if (!row.isSet(text) || !row.isSet(label)) {
      throw new Invalid("row", "has " + row.size() + " columns, fewer than the head");
    }
    return new Example(row.get(text), Language.EN, row.get(label));
  }
}
