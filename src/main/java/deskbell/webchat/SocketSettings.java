package deskbell.webchat;

import deskbell.conversation.Invalid;
import java.time.Duration;
import java.util.Optional;

/**
 * The limits of the chat socket, and how shoppers are vouched for.
 *
 * @param messages that are stored, which a conversation may send within {@code messagesWithin}
 * @param frames of any kind, which a socket may send within {@code framesWithin}
 * @param socketsPerAddress open at once; an IPv6 /64 counts as one address
 * @param conversationsPerHour begun from one address
 * @param helloWithin how long a new socket may be silent
 * @param pingAfter how long a socket is silent before it is asked for a sign of life
 * @param idleAfter how long it is silent before it is closed
 * @param writeQueueBytes not yet sent to a socket, above which it is not written to
 * @param page messages that are read from the store at once
 * @param standingEvery how often a shopper who waits for a person is told the place in the queue
 * @param acceptTries how often a message whose storing is in doubt is tried, first time included
 * @param acceptRetryAfter the pause between two tries
 * @param retryAfter what a client is told to wait where nothing better is known
 * @param stopWait how long a stopping server waits for frames that are being stored
 * @param addressKey hides addresses where limits are counted by them
 * @param identitySecret shared with the shop, which signs {@code user.expires} with it
 * @param identityEnforced refuses a hello that names a user without a signature; otherwise such a
 *     shopper stays anonymous
 */
public record SocketSettings(
    int messages,
    Duration messagesWithin,
    int frames,
    Duration framesWithin,
    int socketsPerAddress,
    int conversationsPerHour,
    Duration helloWithin,
    Duration pingAfter,
    Duration idleAfter,
    int writeQueueBytes,
    int page,
    Duration standingEvery,
    int acceptTries,
    Duration acceptRetryAfter,
    Duration retryAfter,
    Duration stopWait,
    Secret addressKey,
    Optional<Secret> identitySecret,
    boolean identityEnforced) {
  /** Fit for one shop; the key for addresses is meant to be replaced by a random one. */
  public static final SocketSettings DEFAULTS =
      new SocketSettings(
          20,
          Duration.ofSeconds(10),
          200,
          Duration.ofSeconds(10),
          100,
          100,
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(75),
          64 * 1024,
          50,
          Duration.ofSeconds(15),
          3,
          Duration.ofMillis(300),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          new Secret("deskbell"),
          Optional.empty(),
          false);

  public SocketSettings {
    if (identityEnforced && identitySecret.isEmpty()) {
      throw new Invalid("identity secret", "is missing, but identities are enforced");
    }
    if (idleAfter.compareTo(pingAfter) <= 0) {
      throw new Invalid("idle after", "is " + idleAfter + "; must be longer than " + pingAfter);
    }
    atLeastOne("messages", messages);
    atLeastOne("frames", frames);
    atLeastOne("sockets per address", socketsPerAddress);
    atLeastOne("conversations per hour", conversationsPerHour);
    atLeastOne("page", page);
    atLeastOne("accept tries", acceptTries);
  }

  private static void atLeastOne(String name, int value) {
    if (value < 1) {
      throw new Invalid(name, "is " + value + "; 1 or more");
    }
  }
}
