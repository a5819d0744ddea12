package deskbell.webchat;

import deskbell.conversation.ConversationEvent.TicketChanged;
import deskbell.conversation.ConversationId;
import deskbell.conversation.Events;
import deskbell.conversation.Identity;
import deskbell.conversation.Language;
import deskbell.webchat.Arrival.Taken;
import deskbell.webchat.Arrival.Turned;
import deskbell.webchat.Claim.Verdict;
import deskbell.webchat.ServerFrame.Problem;
import deskbell.webchat.ShopperFrame.Hello;
import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers hellos: who is it, and which conversation is it about? A conversation belongs to whoever
 * holds its token and is of its identity; a token is worth nothing to anybody else, and nothing any
 * more once somebody else has shown it. Shared by all event loops.
 */
final class Arrivals {
  private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);

  private final Sessions sessions;
  private final SocketSettings settings;
  private final Events events;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final RateLimit openings;

  Arrivals(Sessions sessions, Events events, SocketSettings settings, InstantSource clock) {
    this.sessions = sessions;
    this.events = events;
    this.settings = settings;
    this.clock = clock;
    openings = new RateLimit(settings.limits().conversationsPerHour(), Duration.ofHours(1));
  }

  /** Answers one; fails only where the store does. */
  Future<Arrival> greet(Hello hello, Guest guest) {
    var verdict =
        hello
            .identity()
            .map(claim -> claim.check(settings, clock.instant()))
            .orElse(Claim.ANONYMOUS);
    return switch (verdict) {
      case Verdict.Rejected(var code) -> turned(Problem.of(code, "identity: " + code.meaning()));
      case Verdict.Is(var identity) ->
          hello
              .resume()
              .map(token -> resume(token, identity, hello, guest))
              .orElseGet(() -> open(identity, hello, guest));
    };
  }

  private Future<Arrival> resume(
      ResumeToken token, Optional<Identity> identity, Hello hello, Guest guest) {
    return sessions
        .find(token.hash())
        .compose(
            found ->
                found
                    .map(session -> recognise(session, token, identity, hello, guest))
                    .orElseGet(
                        () ->
                            turned(
                                Problem.of(
                                    ErrorCode.UNKNOWN_RESUME,
                                    "resume is unknown or was revoked; say hello without it"))));
  }

  private Future<Arrival> recognise(
      Session session, ResumeToken token, Optional<Identity> identity, Hello hello, Guest guest) {
    if (session.identity().equals(identity)) {
      return taken(session, token);
    }
    if (session.identity().isPresent()) {
      return part(session, token, identity, hello, guest);
    }
    return sessions
        .identify(session.conversation(), identity.orElseThrow())
        .compose(
            theirs -> {
              if (theirs) {
                // whoever reads along at the desk sees who it is
                events.publish(new TicketChanged(session.conversation()));
                return taken(session, token);
              }
              return part(session, token, identity, hello, guest);
            });
  }

  /** Another shopper sits at the same browser: the earlier one's conversation is closed to it. */
  private Future<Arrival> part(
      Session session, ResumeToken token, Optional<Identity> identity, Hello hello, Guest guest) {
    LOG.info("conversation {}: identity changed, token revoked", session.conversation());
    return sessions.revoke(token.hash()).compose(revoked -> open(identity, hello, guest));
  }

  private Future<Arrival> open(Optional<Identity> identity, Hello hello, Guest guest) {
    var wait = openings.take(guest.address(), clock.millis());
    if (wait.isPositive()) {
      return turned(
          Problem.of(
                  ErrorCode.TOO_MANY_CONVERSATIONS,
                  "more than "
                      + settings.limits().conversationsPerHour()
                      + " conversations an hour were begun from this address")
              .retry(wait));
    }
    var token = ResumeToken.random(random);
    var opening =
        new Opening(
            ConversationId.random(),
            token.hash(),
            hello.locale().orElse(guest.language()),
            hello.page(),
            identity,
            settings.addressKey().sign(guest.address()));
    return sessions.open(opening).map(session -> new Taken(session, token));
  }

  /** Forgets addresses that began nothing for an hour. */
  void sweep() {
    openings.sweep(clock.millis());
  }

  private static Future<Arrival> taken(Session session, ResumeToken token) {
    return Future.succeededFuture(new Taken(session, token));
  }

  private static Future<Arrival> turned(Problem error) {
    return Future.succeededFuture(new Turned(error));
  }

  /**
   * Who knocks.
   *
   * @param address as {@link deskbell.web.AddressLimit#key} gives it
   * @param language the browser's, where Deskbell speaks it
   */
  record Guest(String address, Language language) {}
}
