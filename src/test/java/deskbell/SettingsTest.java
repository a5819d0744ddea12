package deskbell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import deskbell.conversation.Invalid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

class SettingsTest {
  @Test
  void how_long_the_database_is_waited_for_is_a_setting_within_reason() {
    assertThat(settings(Map.of()).databaseAtStart().startWait()).hasSeconds(60);
    assertThat(settings(Map.of("DESKBELL_DATABASE_WAIT", "0")).databaseAtStart().startWait())
        .isZero();
    assertThatThrownBy(() -> settings(Map.of(), "--database-wait=-1").databaseAtStart())
        .hasMessage("--database-wait (DESKBELL_DATABASE_WAIT) is -1 s; from 0 to 3600 s");
  }

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
  void a_folder_that_is_not_there_is_refused_by_name_before_anything_is_started() {
    for (var setting : List.of("knowledge-base", "dialog-flows", "model", "pages")) {
      assertThatThrownBy(() -> settings(Map.of(), "--" + setting + "=nowhere").check())
          .isInstanceOf(Invalid.class)
          .hasMessageStartingWith("--" + setting + " (DESKBELL_")
          .hasMessageEndingWith(") is nowhere, which is no folder");
    }
    settings(Map.of()).check();
  }

  @Test
  void a_setting_out_of_bounds_is_refused_by_name() {
    assertThatThrownBy(() -> settings(Map.of(), "--plausible=0.9").answering())
        .isInstanceOf(Invalid.class)
        .hasMessage("--plausible (DESKBELL_PLAUSIBLE) is 0.9; at most certain, 0.5");
    assertThatThrownBy(() -> settings(Map.of(), "--tls-key=key.pem").web())
        .hasMessageContaining("--tls-certificate (DESKBELL_TLS_CERTIFICATE) is missing");
    assertThatThrownBy(
            () -> settings(Map.of(), "--tls-key=no.pem", "--tls-certificate=pom.xml").web())
        .hasMessage("--tls-key (DESKBELL_TLS_KEY) is no.pem, which cannot be read");
    assertThatThrownBy(() -> settings(Map.of(), "--database-connections=0").database())
        .hasMessage(
            "--database-connections (DESKBELL_DATABASE_CONNECTIONS) is 0; must be positive");
    assertThatThrownBy(() -> settings(Map.of(), "--shop=https://shop.example").shop())
        .hasMessageContaining("--shop-token (DESKBELL_SHOP_TOKEN) is missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--port|70000|is 70000; from 0 to 65535",
        "--connections-per-address|0|is 0; 1 or more",
        "--trusted-proxies|10.0.0.0/99|is 10.0.0.0/99; bits go from 0 to 32",
        "--metrics-from|here|is here; such as 10.0.0.0/8 or fd00::/8",
        "--origins|shop.example|is shop.example; such as https://shop.example",
        "--conversations-per-hour|0|is 0; 1 or more",
        "--messages-per-ten-seconds|0|is 0; 1 or more",
        "--identity-secret|''|is empty",
        "--identity-enforced|true|is missing, but identities are enforced",
        "--database|mysql://a|must be embedded or begin with postgresql://",
        "--shop|ftp://a|is ftp://a; must be http(s)://host/path",
        "--desk-hours|9-5|has \"9-5\"; such as Mon-Fri 09:00-18:00, Sat 10:00-14:00",
        "--certain|7|is 7.0; from 0 to 1",
        "--wrong-proofs-per-order|0|is 0; 1 or more",
        "--wrong-proofs-per-client|0|is 0; 1 or more"
      })
  void what_a_room_refuses_is_called_by_its_flag_and_its_variable(
      String flag, String value, String rule) {
    var settings = settings(Map.of("DESKBELL_SHOP_TOKEN", "t"), flag + "=" + value);
    var named = flag.equals("--identity-enforced") ? "--identity-secret" : flag;
    var variable = "DESKBELL_" + named.substring(2).replace('-', '_').toUpperCase(Locale.ROOT);
    assertThatThrownBy(settings::check)
        .isInstanceOf(Invalid.class)
        .hasMessage(named + " (" + variable + ") " + rule);
  }

  @Test
  void the_shops_zone_is_a_setting_and_without_it_the_machines() {
    var shanghai = ZoneId.of("Asia/Shanghai");
    var set = Map.of("DESKBELL_TIME_ZONE", "Asia/Shanghai");
    assertThat(settings(set).clock().getZone()).isEqualTo(shanghai);
    assertThat(settings(set, "--desk-hours=Mon 09:00-18:00").hours().zone()).isEqualTo(shanghai);
    assertThat(settings(Map.of()).clock().getZone()).isEqualTo(ZoneId.systemDefault());
  }

  @Test
  void the_zone_is_printed_also_where_it_is_the_machines() {
    assertThat(SettingsSheet.inForce(options(line(Map.of()))))
        .contains("time-zone = " + ZoneId.systemDefault());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mars/Base", "GMT+8", "europe/london", ""})
  void a_zone_that_is_no_iana_name_is_refused(String zone) {
    assertThatThrownBy(() -> settings(Map.of("DESKBELL_TIME_ZONE", zone)))
        .isInstanceOf(ParameterException.class)
        .hasMessageContaining(
            "time-zone is %s; must be an IANA name such as Europe/London or Asia/Shanghai", zone);
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
