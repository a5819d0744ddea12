package deskbell.understanding;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import deskbell.conversation.Invalid;
import deskbell.understanding.linear.LinearModel;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** How the files of a model are written. Blocks for the disk; any thread. */
final class ModelFormat {
  /** Lines by key, enumerations in small letters. */
  static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
          .build();

  private ModelFormat() {}

  /** What {@link #pack} wrote. */
  static LinearModel unpack(InputStream file) throws IOException {
    try (var in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(file)))) {
      var model = LinearModel.read(in);
      // also what makes the unpacker compare its checksum
      if (in.read() >= 0) {
        throw new Invalid("linear model", "goes on after its last weight");
      }
      return model;
    }
  }

  /** Writes weights with a checksum. */
  static void pack(LinearModel model, Path file) throws IOException {
    var packed = new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
    try (var out = new DataOutputStream(packed)) {
      model.write(out);
    }
  }

  /** Writes JSON for people to read. */
  static void write(Path file, Object content) throws IOException {
    Files.writeString(file, JSON.writeValueAsString(content) + "\n");
  }
}
