package deskbell.shop.demo;

import deskbell.conversation.Invalid;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV resource with a header; a broken line is {@link Invalid} with file and line. */
final class DemoFile {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private DemoFile() {}

  /** What each line of a resource of this package says. Blocks for the reading. */
  static <T> List<T> read(String name, Function<CSVRecord, T> line) {
    var stream = DemoFile.class.getResourceAsStream(name);
    try (var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      return read(name, reader, line);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(name, unreadable);
    }
  }

  static <T> List<T> read(String name, Reader reader, Function<CSVRecord, T> line)
      throws IOException {
    var read = new ArrayList<T>();
    try (var parser = CSVParser.builder().setReader(reader).setFormat(FORMAT).get()) {
      for (var record : parser) {
        try {
          read.add(line.apply(record));
        } catch (IllegalArgumentException | Invalid broken) {
          throw new Invalid(
              name + " line " + parser.getCurrentLineNumber(), broken.getMessage(), broken);
        }
      }
    }
    return List.copyOf(read);
  }

  /** A column's value, where it is not blank. */
  static Optional<String> optional(CSVRecord record, String column) {
    return Optional.of(record.get(column)).filter(value -> !value.isBlank());
  }
}
