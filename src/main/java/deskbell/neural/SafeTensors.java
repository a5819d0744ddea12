package deskbell.neural;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import deskbell.conversation.Invalid;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * Files of named arrays in the layout of Hugging Face's safetensors: the length of a JSON header,
 * the header, then the values. Written in half precision, read in half or single precision. What
 * does not fit is {@link Invalid} and says where. Blocks for the disk.
 */
public final class SafeTensors {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;
  private static final int LONGEST_HEADER = 1 << 24;
  private static final long MOST_BYTES = 1L << 30;

  private SafeTensors() {}

  /** Writes arrays of these shapes in half precision. */
  public static void write(
      OutputStream out, Map<String, float[]> arrays, Map<String, long[]> shapes)
      throws IOException {
    var header = JSON.createObjectNode();
    long offset = 0;
    for (var entry : arrays.entrySet()) {
      var array = header.putObject(entry.getKey()).put("dtype", "F16");
      var shape = array.putArray("shape");
      for (long size : shapes.get(entry.getKey())) {
        shape.add(size);
      }
      long end = offset + 2L * entry.getValue().length;
      array.putArray("data_offsets").add(offset).add(end);
      offset = end;
    }
    var text = JSON.writeValueAsString(header);
    var bytes = (text + " ".repeat((8 - text.length() % 8) % 8)).getBytes(StandardCharsets.UTF_8);
    out.write(ByteBuffer.allocate(8).order(LITTLE).putLong(bytes.length).array());
    out.write(bytes);
    for (var values : arrays.values()) {
      var halves = new byte[2 * values.length];
      var buffer = ByteBuffer.wrap(halves).order(LITTLE);
      for (float value : values) {
        buffer.putShort(Float.floatToFloat16(value));
      }
      out.write(halves);
    }
  }

  /** Reads all arrays by name. */
  public static Map<String, float[]> read(InputStream in) throws IOException {
    var data = new DataInputStream(in);
    long length = Long.reverseBytes(data.readLong());
    if (length < 2 || length > LONGEST_HEADER) {
      throw new Invalid("header", "is " + length + " bytes long; 2 to " + LONGEST_HEADER);
    }
    var header = header(data.readNBytes((int) length), (int) length);
    var body = data.readAllBytes();
    var arrays = new LinkedHashMap<String, float[]>();
    long expected = 0;
    for (var entry : header.properties()) {
      if (!entry.getKey().equals("__metadata__")) {
        var values = values(entry.getKey(), entry.getValue(), body);
        arrays.put(entry.getKey(), values);
        expected = Math.max(expected, entry.getValue().path("data_offsets").path(1).asLong());
      }
    }
    if (expected != body.length) {
      throw new Invalid("data", "are " + body.length + " bytes; the header names " + expected);
    }
    return arrays;
  }

  private static JsonNode header(byte[] bytes, int length) {
    if (bytes.length < length) {
      throw new Invalid("header", "ends after " + bytes.length + " of " + length + " bytes");
    }
    try {
      return JSON.readTree(bytes);
    } catch (JsonProcessingException malformed) {
      throw new Invalid("header", "is not JSON: " + malformed.getOriginalMessage(), malformed);
    } catch (IOException impossible) {
      throw new Invalid("header", "cannot be read", impossible);
    }
  }

  private static float[] values(String name, JsonNode array, byte[] body) {
    long from = array.path("data_offsets").path(0).asLong(-1);
    long to = array.path("data_offsets").path(1).asLong(-1);
    if (from < 0 || to < from || to > Math.min(body.length, MOST_BYTES)) {
      throw new Invalid(
          name, "ends at byte " + to + "; the file holds " + body.length + " bytes of data");
    }
    var type = array.path("dtype").asText();
    int width = width(name, type);
    long count =
        StreamSupport.stream(array.path("shape").spliterator(), false)
            .mapToLong(JsonNode::asLong)
            .reduce(1, Math::multiplyExact);
    if (count * width != to - from) {
      throw new Invalid(
          name, "has " + (to - from) + " bytes for " + count + " values of type " + type);
    }
    var buffer = ByteBuffer.wrap(body, (int) from, (int) (to - from)).order(LITTLE);
    var values = new float[(int) count];
    for (int i = 0; i < values.length; i++) {
      values[i] = width == 2 ? Float.float16ToFloat(buffer.getShort()) : buffer.getFloat();
      if (!Float.isFinite(values[i])) {
        throw new Invalid(name, "has the value " + values[i] + " at place " + i);
      }
    }
    return values;
  }

  private static int width(String name, String type) {
    return switch (type) {
      case "F16" -> 2;
      case "F32" -> 4;
      default -> throw new Invalid(name, "is of type " + type + "; known: F16, F32");
    };
  }
}
