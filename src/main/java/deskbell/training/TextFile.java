package deskbell.training;

import deskbell.conversation.Invalid;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Text files that people wrote: what is wrong with one is {@link Invalid} and says where. */
final class TextFile {
  private TextFile() {}

  /** The text of a file. Blocks for the disk. */
  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (MalformedInputException malformed) {
      throw new Invalid(file.toString(), "is not UTF-8 text", malformed);
    } catch (IOException failure) {
      throw unreadable(file, failure);
    }
  }

  /** What is said of a file or folder that cannot be read. */
  static Invalid unreadable(Path place, IOException failure) {
    return new Invalid(
        place.toString(),
        Files.exists(place) ? "cannot be read: " + failure.getMessage() : "does not exist",
        failure);
  }

  /** What is read at a line, counted from 1; a mistake there names the place. */
  static <T> T at(Path file, long line, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (Invalid invalid) {
      throw new Invalid(file + ":" + line + ":", invalid.getMessage(), invalid);
    }
  }
}
