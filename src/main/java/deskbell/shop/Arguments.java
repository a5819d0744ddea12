package deskbell.shop;

import deskbell.conversation.Invalid;
import java.util.Map;
import java.util.Optional;

/** Reads a call's arguments; a blank one counts as absent. */
final class Arguments {
  private Arguments() {}

  static String required(Map<String, String> arguments, String name) {
    return optional(arguments, name).orElseThrow(() -> new Invalid(name, "is missing"));
  }

  static Optional<String> optional(Map<String, String> arguments, String name) {
    return Optional.ofNullable(arguments.get(name))
        .map(Claim::plain)
        .filter(value -> !value.isEmpty());
  }
}
