package deskbell.dialog;

import deskbell.conversation.Identity;
import deskbell.conversation.Language;
import deskbell.conversation.Understood;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * A shopper's turn as flows see it.
 *
 * @param said the words as they were said; those of {@code understood} may have been revised so
 *     that they stand alone
 * @param chosen the value of a pressed quick reply
 * @param identity set where the shop has vouched for the shopper
 * @param now when it is heard; relative dates count by its day
 * @param afterPerson true where a person has answered just before: it goes on with what it was
 *     about
 */
public record Heard(
    Understood understood,
    String said,
    Optional<String> chosen,
    Optional<Identity> identity,
    ZonedDateTime now,
    boolean afterPerson) {
  /** A turn that was understood as it was said, and that no person has answered before. */
  public Heard(
      Understood understood,
      Optional<String> chosen,
      Optional<Identity> identity,
      ZonedDateTime now) {
    this(understood, understood.text(), chosen, identity, now, false);
  }

  /** The day on which it is heard. */
  public LocalDate today() {
    return now.toLocalDate();
  }

  /** The language in which it is answered. */
  public Language language() {
    return understood.language();
  }
}
