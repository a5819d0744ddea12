package deskbell.handoff;

import deskbell.conversation.Invalid;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A reply that is often needed. {@code {agent}}, {@code {shopper}} and {@code {order}} stand for
 * what is known when it is used.
 *
 * @param shortcut what an agent types after a slash
 * @param english its words; blank where it has none in this language
 * @param chinese its words; blank where it has none in this language
 */
public record CannedReply(String shortcut, String english, String chinese) {
  /** Characters of a shortcut at most. */
  public static final int MAX_SHORTCUT = 40;

  private static final Pattern SHORTCUT = Pattern.compile("[\\p{L}\\p{N}]+(-[\\p{L}\\p{N}]+)*");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}\\n]+)}");

  private static final Set<String> KNOWN = Set.of("agent", "shopper", "order");

  public CannedReply {
    if (shortcut.length() > MAX_SHORTCUT || !SHORTCUT.matcher(shortcut).matches()) {
      throw new Invalid("shortcut", "must be letters, digits and single hyphens");
    }
    if (english.isBlank() && chinese.isBlank()) {
      throw new Invalid("en", "is blank, and so is zh; write one of them");
    }
    within("en", english);
    within("zh", chinese);
  }

  /**
   * The same, unless a placeholder in it is none: written wrongly it would be sent to shoppers as
   * it is. {@link Invalid} names it.
   */
  public CannedReply fillable() {
    fillable("en", english);
    fillable("zh", chinese);
    return this;
  }

  private static void fillable(String field, String text) {
    PLACEHOLDER
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .filter(name -> !KNOWN.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new Invalid(field, "has {" + name + "}; known: {agent}, {shopper}, {order}");
            });
  }

  private static void within(String field, String text) {
    if (text.length() > AgentReply.MAX_CHARACTERS) {
      throw new Invalid(
          field, "has " + text.length() + " characters; at most " + AgentReply.MAX_CHARACTERS);
    }
  }
}
