package deskbell.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Somebody who is signed in to the console of a server that was just started. One thread. */
final class ConsoleVisitor implements AutoCloseable {
  private static final Pattern SIGN_IN = Pattern.compile("sign in as (\\S+) with (\\S+) ");
  private static final int ERROR = 300;

  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final String api;

  private ConsoleVisitor(String api) {
    this.api = api;
  }

  /** Signs in as the server's log says that the first person may. */
  static ConsoleVisitor signedIn(int port, Path log) throws IOException {
    var said = SIGN_IN.matcher(Files.readString(log));
    if (!said.find()) {
      throw new IllegalStateException("the server named no sign-in; see " + log);
    }
    var words = new ObjectMapper().createObjectNode();
    words.put("name", said.group(1)).put("password", said.group(2));
    var visitor = new ConsoleVisitor("http://127.0.0.1:" + port + "/api/");
    visitor.send(
        HttpRequest.newBuilder(URI.create(visitor.api + "session"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(words.toString()))
            .build());
    return visitor;
  }

  /** Reads a path of the interface to its end. */
  String read(String path) {
    return send(HttpRequest.newBuilder(URI.create(api + path)).build());
  }

  private String send(HttpRequest request) {
    try {
      var answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() >= ERROR) {
        throw new IllegalStateException(request.uri() + " answers " + answer.statusCode());
      }
      return answer.body();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(
          "interrupted while waiting for " + request.uri(), interrupted);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
