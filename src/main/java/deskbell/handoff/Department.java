package deskbell.handoff;

import deskbell.conversation.Invalid;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A part of the desk.
 *
 * @param id short and lasting, such as {@code returns}
 * @param english its name
 * @param chinese its name
 * @param topics reasons, flows and intents of a handover that belong there
 */
public record Department(String id, String english, String chinese, List<String> topics) {
  /** Characters of an id at most. */
  public static final int MAX_ID = 40;

  /** Characters of a name or a topic at most. */
  public static final int MAX_NAME = 60;

  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  public Department {
    if (id.length() > MAX_ID || !ID.matcher(id).matches()) {
      throw new Invalid("id", "must be lower-case letters, digits and single hyphens");
    }
    named("en", english);
    named("zh", chinese);
    topics = List.copyOf(topics);
  }

  private static void named(String field, String name) {
    if (name.isBlank()) {
      throw new Invalid(field, "is blank");
    }
    if (name.length() > MAX_NAME) {
      throw new Invalid(field, "has " + name.length() + " characters; at most " + MAX_NAME);
    }
  }
}
