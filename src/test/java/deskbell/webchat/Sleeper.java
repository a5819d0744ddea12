package deskbell.webchat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that says hello and then never gives a sign of life again, not even a pong. */
final class Sleeper {
  private static final int TEXT = 0x81;
  private static final int MASKED = 0x80;
  private static final int MASK_BYTES = 4;

  private Sleeper() {}

  /** All that the server sends after the upgrade, until it closes the connection. */
  static String connect(int port) {
    try (var socket = new Socket("localhost", port)) {
      socket.setSoTimeout(Math.toIntExact(ChatClient.LIMIT.toMillis()));
      var upgrade =
          """
          GET /chat HTTP/1.1\r
          Host: localhost\r
          Upgrade: websocket\r
          Connection: Upgrade\r
          Sec-WebSocket-Version: 13\r
          Sec-WebSocket-Key: c2xlZXBlciBzbGVlcGVyIQ==\r
          \r
          """;
      socket.getOutputStream().write(upgrade.getBytes(StandardCharsets.US_ASCII));
      var in = socket.getInputStream();
      var head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        head.append((char) in.read());
      }
      var out = new ByteArrayOutputStream();
      var hello = "{\"type\":\"hello\"}".getBytes(StandardCharsets.UTF_8);
      out.write(TEXT);
      out.write(MASKED | hello.length);
      // a mask of zeros leaves the text as it is
      out.writeBytes(new byte[MASK_BYTES]);
      out.writeBytes(hello);
      socket.getOutputStream().write(out.toByteArray());
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
