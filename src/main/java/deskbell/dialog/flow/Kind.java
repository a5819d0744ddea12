package deskbell.dialog.flow;

import deskbell.conversation.EntityType;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a slot holds, and so what may fill it. */
public sealed interface Kind {
  /** The kind of entity that fills it, if one does. */
  default Optional<EntityType> entity() {
    return switch (this) {
      case OfEntity(var type) -> Optional.of(type);
      case Phone _ -> Optional.of(EntityType.PHONE);
      case Free _, Choice _, YesNo _, AnyOf _ -> Optional.empty();
    };
  }

  /** A value that is found in the shopper's words. */
  record OfEntity(EntityType type) implements Kind {}

  /** A phone number, or the last four digits of one. */
  record Phone() implements Kind {}

  /**
   * The shopper's own words.
   *
   * @param min characters at least
   * @param max characters at most
   * @param pattern must be found in them; what its group {@code value} finds is the value alone
   * @param normal how they are brought into one form before that, in this order
   */
  record Free(int min, int max, Pattern pattern, List<Normal> normal) implements Kind {
    private static final String VALUE = "value";

    public Free {
      normal = List.copyOf(normal);
    }

    /** The value that the words stand for; empty where they are none. */
    public Optional<String> value(String words) {
      var value = words.strip();
      for (var form : normal) {
        value = form.of(value);
      }
      var found = pattern.matcher(value);
      if (!found.find()) {
        return Optional.empty();
      }
      var part = pattern.namedGroups().containsKey(VALUE) ? found.group(VALUE) : value;
      return Optional.ofNullable(part)
          .map(String::strip)
          .filter(fitting -> fitting.length() >= min && fitting.length() <= max);
    }
  }

  /** One of several answers. */
  record Choice(List<Option> options) implements Kind {
    public Choice {
      options = List.copyOf(options);
    }
  }

  /** Yes or no, held as {@code yes} or {@code no}. */
  record YesNo() implements Kind {}

  /** Any of several slots: filled where one of them is. Holds nothing of its own. */
  record AnyOf(List<String> slots) implements Kind {
    public AnyOf {
      slots = List.copyOf(slots);
    }
  }
}
