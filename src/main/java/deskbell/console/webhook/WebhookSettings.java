package deskbell.console.webhook;

import deskbell.conversation.Invalid;
import deskbell.web.Cidr;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How programs are told.
 *
 * @param every how often due deliveries are looked for
 * @param lease for so long a delivery belongs to the server that took it
 * @param timeLimit of one request, resolving the name included
 * @param together deliveries to one program at once, on each server
 * @param giveUpAfter the event is so old
 * @param keep how long it is remembered what became of a delivery
 * @param networks private ones that may be sent to; without TLS only these
 */
public record WebhookSettings(
    Duration every,
    Duration lease,
    Duration timeLimit,
    int together,
    Duration giveUpAfter,
    Duration keep,
    List<Cidr> networks) {
  /** Fit for one shop: public addresses only. */
  public static final WebhookSettings DEFAULTS =
      new WebhookSettings(
          Duration.ofSeconds(1),
          Duration.ofMinutes(1),
          Duration.ofSeconds(10),
          4,
          Duration.ofDays(3),
          Duration.ofDays(14),
          List.of());

  private static final Duration FIRST = Duration.ofSeconds(15);
  private static final Duration LONGEST = Duration.ofHours(6);
  private static final int GROWTH = 4;
  private static final double JITTER = 0.25;

  public WebhookSettings {
    networks = List.copyOf(networks);
    if (lease.compareTo(timeLimit) <= 0) {
      throw new Invalid("lease", "is " + lease + "; must be longer than " + timeLimit);
    }
  }

  /** These settings with private networks that may be sent to. */
  public WebhookSettings withNetworks(List<Cidr> allowed) {
    return new WebhookSettings(every, lease, timeLimit, together, giveUpAfter, keep, allowed);
  }

  /**
   * When to try again after so many tries: after 15 s, then four times as long each time up to six
   * hours, a quarter more or less.
   *
   * @param chance from 0 to 1
   */
  Instant again(int tries, Instant now, double chance) {
    var pause = FIRST;
    for (int i = 1; i < tries && pause.compareTo(LONGEST) < 0; i++) {
      pause = pause.multipliedBy(GROWTH);
    }
    var capped = pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    return now.plusMillis(Math.round(capped.toMillis() * (1 + JITTER * (2 * chance - 1))));
  }
}
