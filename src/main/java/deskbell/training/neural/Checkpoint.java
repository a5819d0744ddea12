package deskbell.training.neural;

import deskbell.conversation.Invalid;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where training stands after an epoch, as a file, so that it goes on there after an interruption.
 *
 * @param fingerprint of the course and settings
 * @param step steps taken
 * @param arrays weights, the best ones so far, and what the optimiser remembers, by name
 */
record Checkpoint(int fingerprint, long step, List<Epoch> epochs, Map<String, float[]> arrays) {
  private static final int MAGIC = 0x444B4331;

  Checkpoint {
    epochs = List.copyOf(epochs);
  }

  /** The arrays whose names begin so, by the rest of their names. */
  Map<String, float[]> part(String prefix) {
    var part = new LinkedHashMap<String, float[]>();
    arrays.forEach(
        (name, values) -> {
          if (name.startsWith(prefix)) {
            part.put(name.substring(prefix.length()), values);
          }
        });
    return part;
  }

  /** Writes the file; an interruption leaves the one before whole. */
  void write(Path file) throws IOException {
    var unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    try (var out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(unfinished)))) {
      out.writeInt(MAGIC);
      out.writeInt(fingerprint);
      out.writeLong(step);
      out.writeInt(epochs.size());
      for (var epoch : epochs) {
        out.writeInt(epoch.number());
        out.writeDouble(epoch.trained());
        out.writeDouble(epoch.validated());
        out.writeDouble(epoch.accuracy());
      }
      out.writeInt(arrays.size());
      for (var entry : arrays.entrySet()) {
        out.writeUTF(entry.getKey());
        var bytes = ByteBuffer.allocate(4 * entry.getValue().length);
        bytes.asFloatBuffer().put(entry.getValue());
        out.writeInt(entry.getValue().length);
        out.write(bytes.array());
      }
    }
    Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /** The checkpoint of this course; empty where there is none or it is another course's. */
  static Optional<Checkpoint> read(Path file, int fingerprint) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      if (in.readInt() != MAGIC || in.readInt() != fingerprint) {
        return Optional.empty();
      }
      long step = in.readLong();
      var epochs = new ArrayList<Epoch>();
      for (int left = in.readInt(); left > 0; left--) {
        epochs.add(new Epoch(in.readInt(), in.readDouble(), in.readDouble(), in.readDouble()));
      }
      return Optional.of(new Checkpoint(fingerprint, step, epochs, arrays(in)));
    } catch (EOFException truncated) {
      throw new Invalid(file.toString(), "is truncated; delete it to begin again", truncated);
    }
  }

  private static Map<String, float[]> arrays(DataInputStream in) throws IOException {
    var arrays = new LinkedHashMap<String, float[]>();
    for (int left = in.readInt(); left > 0; left--) {
      var name = in.readUTF();
      var values = new float[in.readInt()];
      var bytes = in.readNBytes(4 * values.length);
      if (bytes.length < 4 * values.length) {
        throw new EOFException(name);
      }
      ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
      arrays.put(name, values);
    }
    return arrays;
  }
}
