package deskbell.webchat.mail;

import deskbell.webchat.Sessions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.StartTLSOptions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the copies that are due. One that the SMTP server does not take is tried again after one
 * minute, four, sixteen … and given up after {@link #TRIES}. A crash between sending and noting so
 * sends it twice. Its log names conversations, never addresses. On the event loop that started it.
 */
public final class Postman {
  private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
  private static final int TRIES = 6;
  private static final Duration FIRST_WAIT = Duration.ofMinutes(1);

  /** Messages of a conversation in one mail at most, the newest. */
  private static final int LONGEST = 1_000;

  private final Vertx vertx;
  private final MailSettings settings;
  private final Mails mails;
  private final Sessions sessions;
  private final InstantSource clock;
  private final TranscriptText text;
  private final MailClient client;
  private final long timer;
  private Future<Void> round = Future.succeededFuture();

  /** Begins at once. */
  public Postman(
      Vertx vertx, MailSettings settings, Mails mails, Sessions sessions, InstantSource clock) {
    this(vertx, settings, mails, sessions, clock, MailSettings.EVERY);
  }

  /** Looks for due mail so often. */
  Postman(
      Vertx vertx,
      MailSettings settings,
      Mails mails,
      Sessions sessions,
      InstantSource clock,
      Duration every) {
    this.vertx = vertx;
    this.settings = settings;
    this.mails = mails;
    this.sessions = sessions;
    this.clock = clock;
    text = new TranscriptText(settings.zone());
    client = MailClient.create(vertx, config(settings));
    timer = vertx.setPeriodic(every.toMillis(), _ -> go());
  }

  private static MailConfig config(MailSettings settings) {
    var config =
        new MailConfig()
            .setHostname(settings.host())
            .setPort(settings.port())
            .setOwnHostname(settings.domain())
            .setSsl(settings.security() == MailSettings.Security.TLS)
            .setStarttls(
                settings.security() == MailSettings.Security.STARTTLS
                    ? StartTLSOptions.REQUIRED
                    : StartTLSOptions.DISABLED)
            .setHostnameVerificationAlgorithm("HTTPS")
            .setMaxPoolSize(MailSettings.AT_ONCE)
            .setKeepAlive(false);
    settings
        .user()
        .ifPresentOrElse(
            user ->
                config
                    .setLogin(LoginOption.REQUIRED)
                    .setUsername(user.name())
                    .setPassword(user.password()),
            () -> config.setLogin(LoginOption.DISABLED));
    return config;
  }

  /** One round after the other. */
  private void go() {
    if (round.isComplete()) {
      round =
          mails
              .take(MailSettings.AT_ONCE, FIRST_WAIT)
              .compose(this::send)
              .compose(_ -> mails.sweep())
              .onFailure(failure -> LOG.warn("due mail could not be read", failure));
    }
  }

  private Future<Void> send(List<DueMail> due) {
    return Future.join(due.stream().map(this::send).toList()).otherwiseEmpty().mapEmpty();
  }

  private Future<Void> send(DueMail due) {
    return sessions
        .after(due.conversation(), Math.max(0, due.seq() - LONGEST), LONGEST)
        .compose(
            messages ->
                client.sendMail(
                    new MailMessage()
                        .setFrom(settings.from())
                        .setTo(due.email())
                        .addHeader("Auto-Submitted", "auto-generated")
                        .setSubject(text.subject(due.language(), clock.instant()))
                        .setText(
                            text.body(
                                due.language(),
                                messages.stream().filter(m -> m.seq() <= due.seq()).toList()))))
        .timeout(MailSettings.LIMIT.toMillis(), TimeUnit.MILLISECONDS)
        .compose(_ -> mails.done(due.id()), failure -> failed(due, failure));
  }

  private Future<Void> failed(DueMail due, Throwable failure) {
    var why = String.valueOf(failure.getMessage()).replace(due.email(), "…");
    LOG.warn("conversation {}: mail not sent, try {}: {}", due.conversation(), due.tries(), why);
    return due.tries() < TRIES ? Future.succeededFuture() : mails.done(due.id());
  }

  /** Stops looking; completes once what is under way is sent. */
  public Future<Void> stop() {
    vertx.cancelTimer(timer);
    return round.otherwiseEmpty().eventually(client::close);
  }
}
