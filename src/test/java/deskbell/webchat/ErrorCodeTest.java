package deskbell.webchat;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.Busy;
import deskbell.conversation.Invalid;
import deskbell.conversation.NotFound;
import deskbell.conversation.TooMany;
import deskbell.conversation.Unavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ErrorCodeTest {
  private static final Path PAGE = Path.of("src", "docs", "chat-socket.md");

  @Test
  void the_documentation_shows_every_code_as_it_is() throws IOException {
    var page = Files.readString(PAGE);
    var shown =
        page.substring(
            page.indexOf("<!-- codes -->\n") + "<!-- codes -->\n".length(),
            page.indexOf("<!-- /codes -->"));

    assertThat(shown).as("paste this between the markers in %s", PAGE).isEqualTo(table());
  }

  @Test
  void close_codes_are_those_of_websockets_or_our_own() {
    assertThat(ErrorCode.values())
        .filteredOn(ErrorCode::closes)
        .extracting(ErrorCode::closeCode)
        .allMatch(code -> code == 1009 || code == 1012 || (code >= 4400 && code < 4500));
  }

  @Test
  void failures_have_the_code_that_tells_the_client_what_to_do() {
    assertThat(ErrorCode.of(new Invalid("frame", "is binary"))).isEqualTo(ErrorCode.BAD_JSON);
    assertThat(ErrorCode.of(new Invalid("type", "is shout"))).isEqualTo(ErrorCode.UNKNOWN_TYPE);
    assertThat(ErrorCode.of(new Invalid("text", "is blank"))).isEqualTo(ErrorCode.INVALID);
    assertThat(ErrorCode.of(new NotFound("gone"))).isEqualTo(ErrorCode.CONVERSATION_CLOSED);
    assertThat(ErrorCode.of(new Unavailable("late"))).isEqualTo(ErrorCode.UNAVAILABLE);
    assertThat(ErrorCode.of(new Busy("full"))).isEqualTo(ErrorCode.UNAVAILABLE);
    assertThat(ErrorCode.of(new TooMany("often", Duration.ZERO))).isEqualTo(ErrorCode.RATE_LIMITED);
    assertThat(ErrorCode.of(new IllegalStateException("bug"))).isEqualTo(ErrorCode.INTERNAL);
  }

  private static String table() {
    return Arrays.stream(ErrorCode.values())
        .map(
            code ->
                "| `%s` | %s | %s | %s |\n"
                    .formatted(
                        code.wire(),
                        code.closes() ? code.closeCode() : "stays",
                        code.meaning(),
                        code.advice()))
        .collect(
            Collectors.joining(
                "", "| code | connection | what happened | what to do |\n|---|---|---|---|\n", ""));
  }
}
