package deskbell.webchat;

import deskbell.conversation.ConversationId;
import deskbell.conversation.Identity;
import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import java.util.Optional;

/**
 * A conversation about to begin.
 *
 * @param token hash of the resume token, which itself is never stored
 * @param page address of the page that the widget stands on
 * @param address a keyed hash of the address the shopper comes from, for {@link
 *     deskbell.answering.Turn#address}; never the address itself
 */
public record Opening(
    ConversationId conversation,
    TokenHash token,
    Language locale,
    Optional<String> page,
    Optional<Identity> identity,
    String address) {
  /** Characters a page's address may have at most. */
  public static final int MAX_PAGE = 2_000;

  public Opening {
    page.map(String::length)
        .filter(length -> length > MAX_PAGE)
        .ifPresent(
            length -> {
              throw new Invalid("page", "has " + length + " characters; at most " + MAX_PAGE);
            });
  }
}
