package deskbell.store.embedded;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** The random passwords of the embedded server's two roles, kept in a file with mode 600. */
record Passwords(String administrator, String application) {
  private static final int BYTES = 24;

  /** Reads the file; writes a new one where there is none. */
  static Passwords in(Path file) throws IOException {
    if (!Files.exists(file)) {
      var fresh = new Passwords(random(), random());
      Directories.writePrivate(
          file,
          "administrator=%s\napplication=%s\n"
              .formatted(fresh.administrator(), fresh.application()));
    }
    return read(file);
  }

  /** Reads the file. */
  static Passwords read(Path file) throws IOException {
    var properties = new Properties();
    properties.load(new StringReader(Files.readString(file)));
    return new Passwords(
        required(file, properties, "administrator"), required(file, properties, "application"));
  }

  private static String required(Path file, Properties properties, String key) throws IOException {
    var value = properties.getProperty(key);
    if (value == null || value.isBlank()) {
      throw new IOException(file + " has no " + key);
    }
    return value;
  }

  private static String random() {
    var bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public String toString() {
    return "Passwords[masked]";
  }
}
