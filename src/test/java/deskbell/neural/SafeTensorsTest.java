package deskbell.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import deskbell.conversation.Invalid;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SafeTensorsTest {
  private static byte[] written() throws IOException {
    var out = new ByteArrayOutputStream();
    SafeTensors.write(
        out,
        Map.of("weights", new float[] {1, -0.5f, 3.14159f, 0}),
        Map.of("weights", new long[] {2, 2}));
    return out.toByteArray();
  }

  private static Map<String, float[]> read(byte[] bytes) throws IOException {
    return SafeTensors.read(new ByteArrayInputStream(bytes));
  }

  private static byte[] file(String header, int data) {
    var bytes = header.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + bytes.length + data)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(bytes.length)
        .put(bytes)
        .array();
  }

  @Test
  void values_come_back_in_half_precision() throws IOException {
    var values = read(written()).get("weights");

    assertThat(values).hasSize(4);
    assertThat(values[0]).isEqualTo(1);
    assertThat(values[2]).isCloseTo(3.14159f, within(0.001f));
  }

  @Test
  void single_precision_written_elsewhere_is_read() throws IOException {
    var header =
        "{\"__metadata__\":{\"format\":\"pt\"},"
            + "\"w\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}";
    var bytes = file(header, 4);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putFloat(bytes.length - 4, 2.5f);

    assertThat(read(bytes).get("w")).containsExactly(2.5f);
  }

  @Test
  void a_file_that_was_cut_off_says_where() throws IOException {
    var bytes = written();

    assertThatThrownBy(() -> read(Arrays.copyOf(bytes, bytes.length - 2)))
        .isInstanceOf(Invalid.class)
        .hasMessage("weights ends at byte 8; the file holds 6 bytes of data");
    assertThatThrownBy(() -> read(Arrays.copyOf(bytes, 20)))
        .isInstanceOf(Invalid.class)
        .hasMessageStartingWith("header ends after 12 of ");
  }

  @Test
  void bytes_that_no_array_claims_are_refused() throws IOException {
    var bytes = written();

    assertThatThrownBy(() -> read(Arrays.copyOf(bytes, bytes.length + 4)))
        .hasMessage("data are 12 bytes; the header names 8");
  }

  @Test
  void a_value_that_is_no_number_is_refused() {
    var header = "{\"w\":{\"dtype\":\"F16\",\"shape\":[2],\"data_offsets\":[0,4]}}";
    var bytes = file(header, 4);
    bytes[bytes.length - 1] = 0x7E;

    assertThatThrownBy(() -> read(bytes)).hasMessage("w has the value NaN at place 1");
  }

  @Test
  void a_strange_type_shape_or_header_is_refused() {
    assertThatThrownBy(
            () -> read(file("{\"w\":{\"dtype\":\"I8\",\"shape\":[1],\"data_offsets\":[0,1]}}", 1)))
        .hasMessage("w is of type I8; known: F16, F32");
    assertThatThrownBy(
            () -> read(file("{\"w\":{\"dtype\":\"F16\",\"shape\":[3],\"data_offsets\":[0,4]}}", 4)))
        .hasMessage("w has 4 bytes for 3 values of type F16");
    assertThatThrownBy(() -> read(file("{nonsense", 0)))
        .hasMessageStartingWith("header is not JSON");
    assertThatThrownBy(() -> read(new byte[] {0, 0, 0, 0, 0, 0, 0, 1}))
        .hasMessageStartingWith("header is 72057594037927936 bytes long");
  }
}
