package deskbell.shop;

import deskbell.conversation.Invalid;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody says of an order to prove that it is theirs. Normalised: full-width characters are
 * plain, the number and the e-mail have one case, the phone is digits alone.
 */
record Claim(String order, Optional<String> email, Optional<String> phone) {
  private static final int LAST_DIGITS = 4;
  private static final Set<String> PROOF = Set.of("email", "phone");

  /** Reads the claim from a call's arguments; without an order number it is Invalid. */
  static Claim of(Map<String, String> arguments) {
    var order = Arguments.required(arguments, "order").toUpperCase(Locale.ROOT);
    if (order.length() > Order.MAX_NUMBER) {
      throw new Invalid("order", "has more than " + Order.MAX_NUMBER + " characters");
    }
    return new Claim(
        order,
        Arguments.optional(arguments, "email").map(email -> email.toLowerCase(Locale.ROOT)),
        Arguments.optional(arguments, "phone").map(Claim::digits));
  }

  /** The arguments of a call without what proves the order. */
  static Map<String, String> withoutProof(Map<String, String> arguments) {
    var rest = new HashMap<>(arguments);
    rest.keySet().removeAll(PROOF);
    return Map.copyOf(rest);
  }

  /** True where nothing is missing of what is asked for, right or wrong. */
  boolean complete(Need need) {
    return switch (need) {
      case EITHER -> email.isPresent() || phone.isPresent();
      case BOTH -> email.isPresent() && phone.isPresent();
    };
  }

  /** True where the order exists and the claim proves it; the same work where it does not. */
  boolean proves(Optional<Order> found, Need need) {
    var contact = found.map(Order::contact).orElse(Order.Contact.NONE);
    boolean sameEmail = Same.text(email.orElse(""), plainEmail(contact));
    boolean samePhone = samePhone(phone.orElse(""), digits(contact.phone()));
    return switch (need) {
      case EITHER -> sameEmail || samePhone;
      case BOTH -> sameEmail && samePhone;
    };
  }

  private static String plainEmail(Order.Contact contact) {
    return plain(contact.email()).toLowerCase(Locale.ROOT);
  }

  /** The last four digits, or all of them with or without the country's code. */
  private static boolean samePhone(String said, String known) {
    if (said.length() < LAST_DIGITS || known.length() < LAST_DIGITS) {
      return false;
    }
    int shared = Math.min(said.length(), known.length());
    boolean longEnough = shared == said.length() || shared >= Order.Contact.MIN_PHONE_DIGITS;
    return longEnough && Same.text(tail(said, shared), tail(known, shared));
  }

  private static String tail(String text, int characters) {
    return text.substring(text.length() - characters);
  }

  /**
   * The digits without the zeros of a trunk or international prefix, unless only four are given.
   */
  private static String digits(String phone) {
    var digits = plain(phone).replaceAll("[^0-9]", "");
    return digits.length() <= LAST_DIGITS ? digits : digits.replaceFirst("^0{1,2}", "");
  }

  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
  }
}
