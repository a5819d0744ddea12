package deskbell;

import static deskbell.SettingNames.named;

import deskbell.answering.AnsweringSettings;
import deskbell.console.webhook.WebhookSettings;
import deskbell.conversation.Invalid;
import deskbell.handoff.Hours;
import deskbell.shop.ProofSettings;
import deskbell.shop.rest.RestSettings;
import deskbell.store.DatabaseLocation;
import deskbell.store.DatabaseSettings;
import deskbell.web.Cidr;
import deskbell.web.WebSettings;
import deskbell.webchat.Secret;
import deskbell.webchat.SocketSettings;
import deskbell.webchat.mail.MailSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/**
 * Everything an operator may set, by flag or by the environment variable of the same name ({@code
 * --tls-key}, {@code DESKBELL_TLS_KEY}). Each room gets its part as a record that checks itself.
 * Long because it is the list.
 */
final class Settings {
  /** The label of values that are masked wherever settings are shown. */
  static final String SECRET = "SECRET";

  @Option(
      names = "--port",
      defaultValue = "8080",
      paramLabel = "PORT",
      description = "port to listen on; 0 for any free one")
  int port;

  @Option(
      names = "--host",
      defaultValue = "0.0.0.0",
      paramLabel = "ADDRESS",
      description = "address to listen on")
  String host;

  @Option(
      names = "--database",
      defaultValue = "embedded",
      paramLabel = "ADDRESS",
      description = "embedded, or postgresql://USER:PASSWORD@HOST:PORT/DATABASE?sslmode=…")
  String database;

  @Option(
      names = "--database-connections",
      defaultValue = "" + DatabaseSettings.POOL_SIZE,
      paramLabel = "N",
      description = "connections to the database at most")
  int databaseConnections;

  @Option(
      names = "--database-wait",
      defaultValue = "" + DatabaseSettings.START_WAIT_SECONDS,
      paramLabel = "SECONDS",
      description = "how long serve waits at its start for a database that lets nobody in yet")
  int databaseWait;

  @Option(
      names = "--data",
      defaultValue = "data",
      paramLabel = "FOLDER",
      description = "folder of the embedded database and the search index")
  Path data;

  @Option(
      names = "--knowledge-base",
      defaultValue = "knowledge-base",
      paramLabel = "FOLDER",
      description = "folder of articles and synonyms")
  Path knowledgeBase;

  @Option(
      names = "--dialog-flows",
      defaultValue = "dialog-flows",
      paramLabel = "FOLDER",
      description = "folder of flows")
  Path dialogFlows;

  @Option(
      names = "--model",
      paramLabel = "FOLDER",
      description = "model directory; without it the shipped model")
  Optional<Path> model;

  @Option(
      names = "--voters",
      split = ",",
      defaultValue = Voters.NAMES,
      paramLabel = "NAMES",
      description = "who says what a message means, as far as the model holds them")
  List<String> voters = new ArrayList<>();

  @Option(
      names = "--pages",
      paramLabel = "FOLDER",
      description = "folder of browser code, read live; without it the built one")
  Optional<Path> pages;

  @Option(
      names = "--tls-certificate",
      paramLabel = "FILE",
      description = "certificate chain (PEM); needs --tls-key; without both plain HTTP")
  Optional<Path> tlsCertificate;

  @Option(
      names = "--tls-key",
      paramLabel = "FILE",
      description = "private key (PEM) of the certificate")
  Optional<Path> tlsKey;

  @Option(
      names = "--trusted-proxies",
      split = ",",
      paramLabel = "NETWORK",
      description = "proxies whose X-Forwarded-For is believed, as 10.0.0.0/8,::1")
  List<String> trustedProxies = new ArrayList<>();

  @Option(
      names = "--metrics-from",
      split = ",",
      paramLabel = "NETWORK",
      description = "who may read /metrics; without it this machine and private networks")
  List<String> metricsFrom = new ArrayList<>();

  @Option(
      names = "--origins",
      split = ",",
      paramLabel = "ORIGIN",
      description =
          "pages that may open the chat besides the server's own, as https://shop.example, unless"
              + " an administrator has set them")
  List<String> origins = new ArrayList<>();

  @Option(
      names = "--connections-per-address",
      defaultValue = "200",
      paramLabel = "N",
      description = "open connections from one address at most")
  int connectionsPerAddress;

  @Option(
      names = "--conversations-per-hour",
      defaultValue = "100",
      paramLabel = "N",
      description = "conversations begun from one address within an hour")
  int conversationsPerHour;

  @Option(
      names = "--messages-per-ten-seconds",
      defaultValue = "20",
      paramLabel = "N",
      description = "messages a conversation may send within ten seconds")
  int messagesPerTenSeconds;

  @Option(
      names = "--identity-secret",
      paramLabel = SECRET,
      description = "shared with the shop, which signs USER.EXPIRES with it (HMAC-SHA256)")
  Optional<String> identitySecret;

  @Option(
      names = "--identity-enforced",
      defaultValue = "false",
      arity = "0..1",
      paramLabel = "true|false",
      description = "refuse a hello that names a user without a valid signature")
  boolean identityEnforced;

  @Option(
      names = "--mail-server",
      paramLabel = "ADDRESS",
      description =
          "sends shoppers copies of their conversations: smtp://USER:PASSWORD@HOST:587 (STARTTLS),"
              + " smtps://… or smtp+plain://HOST:25; without it none are offered")
  Optional<String> mailServer;

  @Option(
      names = "--mail-from",
      paramLabel = "ADDRESS",
      description = "whom mail comes from, as \"Lantern Lane <chat@shop.example>\"")
  Optional<String> mailFrom;

  @Option(
      names = "--shop",
      defaultValue = "demo",
      paramLabel = "ADDRESS",
      description = "demo, or the base address of the shop's REST connector")
  String shop;

  @Option(
      names = "--shop-token",
      paramLabel = SECRET,
      description = "bearer token for the shop's REST connector")
  Optional<String> shopToken;

  @Option(
      names = "--desk-hours",
      defaultValue = "always",
      paramLabel = "HOURS",
      description =
          "when people answer, as \"Mon-Sat 08:00-20:00, Sun 10:00-16:00\", unless an administrator"
              + " has set it")
  String deskHours;

  @Option(
      names = "--time-zone",
      converter = ZoneName.class,
      paramLabel = "ZONE",
      description =
          "the shop's time zone, as Asia/Shanghai: what tomorrow is, and the hours; without it the"
              + " machine's")
  ZoneId timeZone = ZoneId.systemDefault();

  @Option(
      names = "--certain",
      defaultValue = "0.5",
      paramLabel = "0-1",
      description = "confidence from which a single reading is acted on")
  double certain;

  @Option(
      names = "--plausible",
      defaultValue = "0.25",
      paramLabel = "0-1",
      description = "confidence from which a reading is worth asking about")
  double plausible;

  @Option(
      names = "--wrong-proofs-per-order",
      defaultValue = "5",
      paramLabel = "N",
      description = "wrong e-mails or phones for one order within an hour")
  int wrongProofsPerOrder;

  @Option(
      names = "--wrong-proofs-per-client",
      defaultValue = "10",
      paramLabel = "N",
      description = "wrong e-mails or phones from one client within an hour")
  int wrongProofsPerClient;

  @Option(
      names = "--webhook-networks",
      split = ",",
      paramLabel = "NETWORK",
      description =
          "private networks that webhooks may be sent to, as 10.0.0.0/8; without it public"
              + " addresses only")
  List<String> webhookNetworks = new ArrayList<>();

  /** Refuses what a room refuses before anything is started. */
  void check() {
    web();
    sockets("key");
    databaseAtStart();
    shop();
    hours();
    answering();
    proofs();
    mail();
    webhooks();
    folders();
  }

  /** Whoever reads them does so late in the start, and knows no settings. */
  private void folders() {
    named(() -> folder("knowledge-base", knowledgeBase));
    named(() -> folder("dialog-flows", dialogFlows));
    model.ifPresent(path -> named(() -> folder("model", path)));
    pages.ifPresent(path -> named(() -> folder("pages", path)));
  }

  /** The time, with the shop's day. */
  Clock clock() {
    return Clock.system(timeZone);
  }

  /** The database's part. */
  DatabaseSettings database() {
    return named(
        () ->
            DatabaseSettings.at(DatabaseLocation.parse(database, data.resolve("postgresql")))
                .withPoolSize(databaseConnections));
  }

  /** The same for a server, which waits for a database that is started together with it. */
  DatabaseSettings databaseAtStart() {
    return named(() -> database().withStartWait(Duration.ofSeconds(databaseWait)));
  }

  /** The HTTP server's part. */
  WebSettings web() {
    return named(this::website);
  }

  private WebSettings website() {
    var all = WebSettings.DEFAULTS;
    return new WebSettings(
        host,
        port,
        tls(),
        networks("trusted-proxies", trustedProxies),
        origins,
        connectionsPerAddress,
        all.idle(),
        all.stopWait(),
        pages,
        metricsFrom.isEmpty() ? all.metricsFrom() : networks("metrics-from", metricsFrom));
  }

  /** The chat socket's part; the key hides the addresses that limits count by. */
  SocketSettings sockets(String addressKey) {
    return named(() -> chat(new Secret(addressKey)));
  }

  private SocketSettings chat(Secret addressKey) {
    var all = SocketSettings.Limits.DEFAULTS;
    var limits =
        new SocketSettings.Limits(
            messagesPerTenSeconds,
            all.messagesWithin(),
            Math.max(all.frames(), 2 * messagesPerTenSeconds),
            all.framesWithin(),
            connectionsPerAddress,
            conversationsPerHour,
            all.writeQueueBytes(),
            all.page(),
            all.acceptTries());
    return new SocketSettings(
        limits,
        SocketSettings.Times.DEFAULTS,
        addressKey,
        identitySecret.map(secret -> named("identity-secret", () -> new Secret(secret))),
        identityEnforced,
        mailServer.isPresent());
  }

  /** Where mail goes out; empty for none. */
  Optional<MailSettings> mail() {
    return mailServer.map(server -> named(() -> MailSettings.parse(server, from(), timeZone)));
  }

  private String from() {
    return mailFrom.orElseThrow(
        () -> new Invalid("mail-from", "is missing; mail needs a sender where it has a server"));
  }

  /** The shop's connector; empty for the demo shop. */
  Optional<RestSettings> shop() {
    return named(this::restShop);
  }

  private Optional<RestSettings> restShop() {
    if (shop.equals("demo")) {
      return Optional.empty();
    }
    var token =
        shopToken.orElseThrow(() -> new Invalid("shop-token", "is missing for the shop " + shop));
    return Optional.of(RestSettings.at(address(shop), token));
  }

  private static URI address(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException malformed) {
      throw new Invalid(
          "shop", "is neither demo nor an address: " + malformed.getReason(), malformed);
    }
  }

  /** When people answer, unless an administrator has set it. */
  Hours hours() {
    return named(() -> Hours.parse(deskHours, timeZone));
  }

  /** The webhooks' part. */
  WebhookSettings webhooks() {
    return named(
        () -> WebhookSettings.DEFAULTS.withNetworks(networks("webhook-networks", webhookNetworks)));
  }

  /** The answering room's part. */
  AnsweringSettings answering() {
    return named(() -> AnsweringSettings.DEFAULTS.withThresholds(certain, plausible));
  }

  /** How often a proof may be wrong. */
  ProofSettings proofs() {
    return named(
        () -> new ProofSettings(wrongProofsPerOrder, wrongProofsPerClient, Duration.ofHours(1)));
  }

  private Optional<WebSettings.Tls> tls() {
    if (tlsCertificate.isPresent() != tlsKey.isPresent()) {
      throw new Invalid(
          tlsKey.isPresent() ? "tls-certificate" : "tls-key",
          "is missing: certificate and key are set together or not at all");
    }
    return tlsCertificate.map(
        certificate ->
            new WebSettings.Tls(
                readable("tls-certificate", certificate),
                readable("tls-key", tlsKey.orElseThrow())));
  }

  private static Path readable(String setting, Path file) {
    if (!Files.isReadable(file)) {
      throw new Invalid(setting, "is " + file + ", which cannot be read");
    }
    return file;
  }

  private static Path folder(String setting, Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new Invalid(setting, "is " + folder + ", which is no folder");
    }
    return folder;
  }

  private static List<Cidr> networks(String setting, List<String> texts) {
    return texts.stream().map(text -> named(setting, () -> Cidr.parse(text))).toList();
  }
}
