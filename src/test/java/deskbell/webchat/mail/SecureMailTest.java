package deskbell.webchat.mail;

import static deskbell.Waiting.until;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import deskbell.answering.Accepted;
import deskbell.conversation.Ask;
import deskbell.conversation.ConversationId;
import deskbell.store.PgConversations;
import deskbell.store.PgMails;
import deskbell.store.PgSessions;
import deskbell.store.TestDatabase;
import deskbell.webchat.Deed;
import io.vertx.core.Vertx;
import io.vertx.core.net.SelfSignedCertificate;
import java.io.FileInputStream;
import java.net.InetAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/** Copies by way of a mail server that wants STARTTLS and a sign-in, as those of providers do. */
class SecureMailTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();
  @TempDir static Path folder;

  private static final Vertx VERTX = Vertx.vertx();
  private static final String USER = "chat@shop.example";
  private static final String PASSWORD = "p:ss w@rd/+%é";
  private static final String TRUSTED = "javax.net.ssl.trustStore";
  private static final String TRUSTED_PASSWORD = "javax.net.ssl.trustStorePassword";

  /** Mails as they came in, each after a sign-in under TLS: the server takes no other. */
  private static final List<String> MAILS = new CopyOnWriteArrayList<>();

  private static SMTPServer server;
  private static Path authority;

  private final Logger logger = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Logger client = (Logger) LoggerFactory.getLogger("io.vertx.ext.mail");
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final PgSessions sessions = new PgSessions(database.open(VERTX));
  private final ConversationId id = database.conversation();

  @BeforeAll
  static void start() throws Exception {
    var certificate = SelfSignedCertificate.create("localhost");
    authority = trust(Path.of(certificate.certificatePath()));
    var context = SSLContext.getInstance("TLS");
    var keys = certificate.keyCertOptions().getKeyManagerFactory(VERTX).getKeyManagers();
    context.init(keys, null, null);
    server =
        SMTPServer.port(0)
            .bindAddress(InetAddress.getLoopbackAddress())
            .hostName("localhost")
            .startTlsSocketFactory(context)
            .requireTLS()
            .authenticationHandlerFactory(
                new EasyAuthenticationHandlerFactory(
                    (user, password, talk) -> {
                      if (!user.equals(USER) || !password.equals(PASSWORD)) {
                        throw new LoginFailedException();
                      }
                    }))
            .requireAuth()
            .messageHandler(
                (talk, from, to, data) ->
                    MAILS.add(from + " " + to + "\n" + new String(data, StandardCharsets.UTF_8)))
            .build();
    server.start();
  }

  @AfterAll
  static void stop() throws TimeoutException {
    server.stop();
    VERTX.close().await(10, SECONDS);
  }

  @BeforeEach
  void listenToEverythingThatIsLogged() {
    MAILS.clear();
    client.setLevel(Level.TRACE);
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void leaveTheLog() {
    logger.detachAppender(log);
    client.setLevel(null);
    System.clearProperty(TRUSTED);
    System.clearProperty(TRUSTED_PASSWORD);
    database.execute("DELETE FROM transcript_mail");
  }

  @Test
  void a_copy_is_taken_after_a_sign_in_that_only_this_server_can_read() throws Exception {
    trusting();
    try (var postman = postman("localhost:" + server.getPortAllocated(), PASSWORD)) {
      postman.wish();
      until("it is sent", () -> MAILS.size() == 1);
    }
    assertThat(MAILS.getFirst())
        .startsWith(USER + " ada@shop.example\n")
        .contains("Subject: Your conversation with us");
    nothingOfThePasswordIsLogged(PASSWORD);
  }

  @Test
  void a_wrong_password_is_told_without_it() throws Exception {
    trusting();
    try (var postman = postman("localhost:" + server.getPortAllocated(), "forgotten secret")) {
      postman.wish();
      until("it is told", () -> told("mail not sent, try 1"));
    }
    assertThat(MAILS).isEmpty();
    nothingOfThePasswordIsLogged("forgotten secret");
  }

  @Test
  void a_server_whose_certificate_nobody_vouches_for_learns_nothing() throws Exception {
    try (var postman = postman("localhost:" + server.getPortAllocated(), PASSWORD)) {
      postman.wish();
      until("it is told", () -> told("mail not sent, try 1"));
    }
    assertThat(MAILS).isEmpty();
    nothingOfThePasswordIsLogged(PASSWORD);
  }

  @Test
  void a_server_without_starttls_is_not_signed_in_to() throws Exception {
    var plain = new FakeSmtp(VERTX);
    try (var postman = postman(plain.address().replaceAll(".*//", ""), PASSWORD)) {
      postman.wish();
      until("it is told", () -> told("mail not sent, try 1"));
    }
    assertThat(plain.mails()).isEmpty();
    assertThat(plain.commands()).noneMatch(line -> line.startsWith("AUTH"));
    nothingOfThePasswordIsLogged(PASSWORD);
  }

  private boolean told(String words) {
    return List.copyOf(log.list).stream()
        .anyMatch(event -> event.getFormattedMessage().contains(words));
  }

  /** Neither as it is nor as the protocol and the setting write it. */
  private void nothingOfThePasswordIsLogged(String password) {
    var bytes = password.getBytes(StandardCharsets.UTF_8);
    var plain = ("\0" + USER + "\0" + password).getBytes(StandardCharsets.UTF_8);
    // the server at the other end notes in this JVM's log what it reads
    var own =
        List.copyOf(log.list).stream()
            .filter(event -> !event.getLoggerName().startsWith("org.subethamail"))
            .toList();
    assertThat(own).isNotEmpty();
    assertThat(own)
        .extracting(ILoggingEvent::getFormattedMessage)
        .noneMatch(line -> line.contains(password))
        .noneMatch(line -> line.contains(Base64.getEncoder().encodeToString(bytes)))
        .noneMatch(line -> line.contains(Base64.getEncoder().encodeToString(plain)))
        .noneMatch(line -> line.contains(encoded(password)));
  }

  /** The JVM trusts the server from now on, as an operator has it trust one's own authority. */
  private static void trusting() {
    System.setProperty(TRUSTED, authority.toString());
    System.setProperty(TRUSTED_PASSWORD, "changeit");
  }

  private static Path trust(Path certificate) throws Exception {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    try (var in = new FileInputStream(certificate.toFile())) {
      store.setCertificateEntry(
          "mail", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    var file = folder.resolve("trusted.p12");
    try (var out = Files.newOutputStream(file)) {
      store.store(out, "changeit".toCharArray());
    }
    return file;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private Copies postman(String server, String password) {
    var address = "smtp://" + encoded(USER) + ":" + encoded(password) + "@" + server;
    var settings = MailSettings.parse(address, USER, ZoneOffset.UTC);
    var mails = new PgMails(database.open(VERTX));
    var every = Duration.ofMillis(50);
    return new Copies(new Postman(VERTX, settings, mails, sessions, Clock.systemUTC(), every));
  }

  /** A postman, and the shopper who asks for a copy. */
  private final class Copies implements AutoCloseable {
    private final Postman postman;

    Copies(Postman postman) {
      this.postman = postman;
    }

    void wish() {
      var said =
          TestDatabase.await(
              new PgConversations(database.open(VERTX)).accept(id, "c1", new Ask.Say("hello")));
      assertThat(said).isInstanceOf(Accepted.Stored.class);
      var frame = UUID.randomUUID().toString();
      TestDatabase.await(sessions.record(id, frame, new Deed.Transcript("ada@shop.example")));
    }

    @Override
    public void close() throws TimeoutException {
      postman.stop().await(10, SECONDS);
    }
  }
}
