package deskbell.dialog;

import deskbell.conversation.Identity;
import deskbell.conversation.Understood;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A shopper's turn as flows see it.
 *
 * @param chosen the value of a pressed quick reply
 * @param identity set where the shop has vouched for the shopper
 * @param today the day on which relative dates count
 */
public record Heard(
    Understood understood, Optional<String> chosen, Optional<Identity> identity, LocalDate today) {}
