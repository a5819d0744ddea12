package deskbell.webchat;

import deskbell.conversation.Invalid;
import java.time.Duration;
import java.util.Optional;

/**
 * How much a shopper may do, how long things may take, and how shoppers are vouched for.
 *
 * @param addressKey hides addresses where limits are counted by them; the same on all nodes
 * @param identitySecret shared with the shop, which signs {@code user.expires} with it
 * @param identityEnforced refuses a hello that names a user without a signature; otherwise such a
 *     shopper stays anonymous
 * @param mail copies of conversations can be sent by e-mail
 */
public record SocketSettings(
    Limits limits,
    Times times,
    Secret addressKey,
    Optional<Secret> identitySecret,
    boolean identityEnforced,
    boolean mail) {
  /** Fit for one shop; the key for addresses is meant to be replaced by a random one. */
  public static final SocketSettings DEFAULTS =
      new SocketSettings(
          Limits.DEFAULTS, Times.DEFAULTS, new Secret("deskbell"), Optional.empty(), false, false);

  public SocketSettings {
    if (identityEnforced && identitySecret.isEmpty()) {
      throw new Invalid("identity secret", "is missing, but identities are enforced");
    }
  }

  /**
   * How much.
   *
   * @param messages that are stored, which a conversation may send within {@code messagesWithin}
   * @param frames of any kind, which a socket may send within {@code framesWithin}
   * @param socketsPerAddress open at once; an IPv6 /64 counts as one address
   * @param conversationsPerHour begun from one address
   * @param writeQueueBytes not yet sent to a socket, above which it is not written to
   * @param page messages that are read from the store at once
   * @param acceptTries how often a frame whose storing is in doubt is tried, first time included
   */
  public record Limits(
      int messages,
      Duration messagesWithin,
      int frames,
      Duration framesWithin,
      int socketsPerAddress,
      int conversationsPerHour,
      int writeQueueBytes,
      int page,
      int acceptTries) {
    /** 20 messages in 10 s; 100 sockets and 100 new conversations an hour for each address. */
    public static final Limits DEFAULTS =
        new Limits(
            20, Duration.ofSeconds(10), 200, Duration.ofSeconds(10), 100, 100, 64 * 1024, 50, 3);

    public Limits {
      atLeastOne("messages", messages);
      atLeastOne("frames", frames);
      atLeastOne("sockets per address", socketsPerAddress);
      atLeastOne("conversations per hour", conversationsPerHour);
      atLeastOne("write queue bytes", writeQueueBytes);
      atLeastOne("page", page);
      atLeastOne("accept tries", acceptTries);
    }

    private static void atLeastOne(String name, int value) {
      if (value < 1) {
        throw new Invalid(name, "is " + value + "; 1 or more");
      }
    }
  }

  /**
   * How long.
   *
   * @param helloWithin a new socket may be silent
   * @param pingAfter a socket is silent before it is asked for a sign of life
   * @param idleAfter it is silent before it is closed
   * @param standingEvery a shopper who waits for a person is told the place in the queue
   * @param acceptRetryAfter passes between two tries of storing a frame
   * @param retryAfter a client is told to wait where nothing better is known
   * @param stopWait a stopping server waits for frames that are being stored
   * @param signEvery a server gives a sign of life
   * @param silence of a server, after which its shoppers count as gone, unless they came back
   */
  public record Times(
      Duration helloWithin,
      Duration pingAfter,
      Duration idleAfter,
      Duration standingEvery,
      Duration acceptRetryAfter,
      Duration retryAfter,
      Duration stopWait,
      Duration signEvery,
      Duration silence) {
    /**
     * 10 s for a hello, a ping after 30 s of silence, the end after 75 s; a server that is lost is
     * noticed within 40 s.
     */
    public static final Times DEFAULTS =
        new Times(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(75),
            Duration.ofSeconds(15),
            Duration.ofMillis(300),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30));

    public Times {
      if (idleAfter.compareTo(pingAfter) <= 0) {
        throw new Invalid("idle after", "is " + idleAfter + "; must be longer than " + pingAfter);
      }
      if (silence.compareTo(signEvery.multipliedBy(2)) <= 0) {
        throw new Invalid("silence", "is " + silence + "; must be longer than two signs of life");
      }
    }
  }
}
