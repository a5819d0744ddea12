package deskbell;

import deskbell.conversation.Invalid;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Calls a refused setting by its flag and its variable. Rooms know their fields by names of their
 * own, and an operator knows none of these.
 */
final class SettingNames {
  /** Fields whose settings have other names. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "messages", "messages-per-ten-seconds",
          "origin", "origins",
          "shop address", "shop",
          "sockets per address", "connections-per-address");

  private SettingNames() {}

  /** A part of the settings; what it refuses is called by the setting that its field comes from. */
  static <T> T named(Supplier<T> part) {
    try {
      return part.get();
    } catch (Invalid refused) {
      var field = refused.field();
      throw called(SETTINGS.getOrDefault(field, field.replace(' ', '-')), refused);
    }
  }

  /** A value of one setting; what is refused of it is called by that setting. */
  static <T> T named(String setting, Supplier<T> value) {
    try {
      return value.get();
    } catch (Invalid refused) {
      throw called(setting, refused);
    }
  }

  private static Invalid called(String setting, Invalid refused) {
    var option = CommandSpec.forAnnotatedObject(new ServeCommand()).findOption("--" + setting);
    return option == null ? refused : refused.named(name(option));
  }

  private static String name(OptionSpec option) {
    return "%s (%s)".formatted(option.longestName(), EnvironmentDefaults.variable(option));
  }
}
