package deskbell;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.OptionSpec;

/** Shows settings: as a table for the README, and as the values in force with secrets masked. */
final class SettingsSheet {
  private static final Pattern PASSWORD_IN_ADDRESS = Pattern.compile("(?<=//)([^:/@]+):[^@]*@");

  private SettingsSheet() {}

  /** One Markdown row for each setting. */
  static String table(List<OptionSpec> options) {
    var table = new StringBuilder("| flag | variable | default | meaning |\n|---|---|---|---|\n");
    for (var option : options) {
      table.append(
          "| `%s %s` | `%s` | %s | %s |\n"
              .formatted(
                  option.longestName(),
                  option.paramLabel().replace("|", "\\|"),
                  EnvironmentDefaults.variable(option),
                  Optional.ofNullable(option.defaultValue()).map("`%s`"::formatted).orElse("–"),
                  String.join(" ", option.description())));
    }
    return table.toString();
  }

  /** One line for each setting that has a value. */
  static List<String> inForce(List<OptionSpec> options) {
    return options.stream()
        .filter(option -> !shown(option).isEmpty())
        .map(option -> option.longestName().substring(2) + " = " + shown(option))
        .toList();
  }

  private static String shown(OptionSpec option) {
    var value = plain(option.getValue());
    if (option.paramLabel().equals(Settings.SECRET)) {
      return value.isEmpty() ? "" : "***";
    }
    return PASSWORD_IN_ADDRESS.matcher(value).replaceAll("$1:***@");
  }

  private static String plain(Object value) {
    return switch (value) {
      case null -> "";
      case Optional<?> optional -> optional.map(Objects::toString).orElse("");
      case Collection<?> values -> String.join(",", values.stream().map(Object::toString).toList());
      default -> value.toString();
    };
  }
}
