package deskbell.shop;

import deskbell.conversation.Identity;
import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import java.util.Optional;

/**
 * Whoever a flow calls the shop for.
 *
 * @param identity set where the shop has vouched for the shopper
 * @param address the client's address as a keyed hash; wrong guesses are counted under it
 * @param language of product names in the facts
 */
public record Caller(Optional<Identity> identity, String address, Language language) {
  public Caller {
    if (address.isBlank()) {
      throw new Invalid("caller.address", "is blank");
    }
  }
}
