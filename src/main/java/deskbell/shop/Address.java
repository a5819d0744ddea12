package deskbell.shop;

import deskbell.conversation.Invalid;

/**
 * Where an order goes.
 *
 * @param text all of it, on one line
 * @param city all of it that a bot may repeat; empty where it is not known
 */
public record Address(String text, String city) {
  public Address {
    if (text.isBlank()) {
      throw new Invalid("address.text", "is blank");
    }
  }
}
