package deskbell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.conversation.Invalid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class SettingsTest {
  @Test
  void the_readme_holds_the_table_of_settings() throws IOException {
    assertThat(Files.readString(Path.of("README.md")))
        .as("the settings table in README.md; this is what it should be:\n%s", table())
        .contains(table());
  }

  @Test
  void the_environment_stands_in_for_flags_and_flags_win() {
    assertThat(settings(Map.of("DESKBELL_PORT", "9000")).port).isEqualTo(9000);
    assertThat(settings(Map.of("DESKBELL_PORT", "9000"), "--port=9001").port).isEqualTo(9001);
    assertThat(settings(Map.of()).port).isEqualTo(8080);
  }

  @Test
  void secrets_are_masked() {
    var line = line(Map.of("DESKBELL_IDENTITY_SECRET", "hush"), "--database=postgresql://a:b@c/d");
    assertThat(SettingsSheet.inForce(options(line)))
        .contains("identity-secret = ***", "database = postgresql://a:***@c/d")
        .noneMatch(shown -> shown.contains("hush"));
  }

  @Test
  void a_setting_out_of_bounds_is_refused_by_name() {
    assertThatThrownBy(() -> settings(Map.of(), "--plausible=0.9").answering())
        .isInstanceOf(Invalid.class)
        .hasMessage("plausible is 0.9; at most certain, 0.5");
    assertThatThrownBy(() -> settings(Map.of(), "--tls-key=key.pem").web())
        .hasMessageContaining("tls-certificate is missing");
    assertThatThrownBy(() -> settings(Map.of(), "--shop=https://shop.example").shop())
        .hasMessageContaining("shop-token is missing");
  }

  private static Settings settings(Map<String, String> environment, String... flags) {
    return line(environment, flags).<ServeCommand>getCommand().settings;
  }

  private static CommandLine line(Map<String, String> environment, String... flags) {
    var line =
        new CommandLine(new ServeCommand())
            .setDefaultValueProvider(new EnvironmentDefaults(environment));
    line.parseArgs(flags);
    return line;
  }

  private static List<OptionSpec> options(CommandLine line) {
    return line.getCommandSpec().mixins().get("settings").options();
  }

  private static String table() {
    return SettingsSheet.table(options(line(Map.of())));
  }
}
