package deskbell.webchat.mail;

import deskbell.conversation.Invalid;
import deskbell.webchat.Deed;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The SMTP server and whom mail comes from.
 *
 * @param user empty where the server asks for none
 * @param from an address, or {@code Lantern Lane <chat@shop.example>}
 * @param zone by which times are written
 */
public record MailSettings(
    String host, int port, Security security, Optional<User> user, String from, ZoneId zone) {
  /** How often due mail is looked for. */
  static final Duration EVERY = Duration.ofSeconds(5);

  /** How long one mail may take. */
  static final Duration LIMIT = Duration.ofSeconds(60);

  /** Mails under way at once. */
  static final int AT_ONCE = 4;

  private static final int SMTPS = 465;
  private static final int SUBMISSION = 587;
  private static final Pattern FROM =
      Pattern.compile("(?:[^<>\"\\p{Cntrl}]+ )?<([^<>]*)>|([^<>]*)");

  /** How the line to the server is kept private. */
  public enum Security {
    /** From the first byte. */
    TLS,
    /** After STARTTLS, or not at all. */
    STARTTLS,
    /** It is not: a relay on this machine or in a network of one's own. */
    NONE
  }

  /** Whom the server knows. */
  public record User(String name, String password) {
    @Override
    public String toString() {
      return name + ":***";
    }
  }

  public MailSettings {
    var matcher = FROM.matcher(from);
    var address = matcher.matches() ? Optional.ofNullable(matcher.group(1)).orElse(from) : "";
    if (!Deed.ADDRESS.matcher(address).matches()) {
      throw new Invalid(
          "mail from", "is " + from + "; such as chat@shop.example or Shop <chat@shop.example>");
    }
  }

  /** Of the address that mail comes from: by it the sender greets, and names each mail. */
  String domain() {
    return from.substring(from.lastIndexOf('@') + 1).replace(">", "");
  }

  /**
   * Reads {@code smtp://USER:PASSWORD@HOST:587} (STARTTLS), {@code smtps://…:465} (TLS) or {@code
   * smtp+plain://HOST:25} (neither); user and port may be left out.
   */
  public static MailSettings parse(String server, String from, ZoneId zone) {
    try {
      var uri = new URI(server);
      var security =
          switch (Optional.ofNullable(uri.getScheme()).orElse("")) {
            case "smtps" -> Security.TLS;
            case "smtp" -> Security.STARTTLS;
            case "smtp+plain" -> Security.NONE;
            default -> throw malformed(null);
          };
      if (uri.getHost() == null) {
        throw malformed(null);
      }
      var user = Optional.ofNullable(uri.getRawUserInfo()).map(MailSettings::user);
      return new MailSettings(uri.getHost(), port(uri, security), security, user, from, zone);
    } catch (URISyntaxException noAddress) {
      throw malformed(noAddress);
    }
  }

  private static int port(URI uri, Security security) {
    return uri.getPort() >= 0 ? uri.getPort() : security == Security.TLS ? SMTPS : SUBMISSION;
  }

  private static User user(String info) {
    var parts = info.split(":", 2);
    return new User(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]));
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** Never shows the value: it may hold a password. */
  private static Invalid malformed(Exception cause) {
    return new Invalid(
        "mail server",
        "is no address; such as smtp://USER:PASSWORD@HOST:587, smtps://… or smtp+plain://HOST:25",
        cause);
  }
}
