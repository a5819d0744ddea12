package deskbell.webchat.mail;

import deskbell.conversation.Card;
import deskbell.conversation.Language;
import deskbell.conversation.Message;
import deskbell.conversation.Sender;
import deskbell.conversation.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A conversation as plain text. Pure; any thread. */
final class TranscriptText {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private final Texts texts = new Texts("deskbell.webchat.mail.texts");
  private final ZoneId zone;

  TranscriptText(ZoneId zone) {
    this.zone = zone;
  }

  String subject(Language language, Instant at) {
    return texts.get(language, "subject", day(language, at));
  }

  /** The messages in order, a day's date above its first; tombstones are left out. */
  String body(Language language, List<Message> messages) {
    var text = new StringBuilder(texts.get(language, "intro")).append("\n");
    var day = "";
    for (var message : messages) {
      if (!message.erased()) {
        var today = day(language, message.at());
        if (!today.equals(day)) {
          text.append("\n— ").append(today).append(" —\n");
          day = today;
        }
        text.append('\n').append(said(language, message)).append('\n');
      }
    }
    return text.append('\n').append(texts.get(language, "outro")).append('\n').toString();
  }

  private String said(Language language, Message message) {
    return Stream.concat(
            Stream.of(TIME.format(message.at().atZone(zone)) + "  " + who(language, message)),
            Stream.concat(
                Stream.of(words(message)), message.cards().stream().map(TranscriptText::card)))
        .filter(line -> !line.isBlank())
        .collect(Collectors.joining("\n"));
  }

  private String who(Language language, Message message) {
    var sender = texts.get(language, "from." + message.from().wire());
    return message.name().map(name -> name + " (" + sender + ")").orElse(sender);
  }

  /** Markdown reads well as it is, but for stars and addresses behind words. */
  private static String words(Message message) {
    return message.from() == Sender.SHOPPER
        ? message.text()
        : message
            .text()
            .replaceAll("\\[([^\\[\\]]+)]\\((https?://[^()\\s]+)\\)", "$1 ($2)")
            .replaceAll("\\*\\*(?=\\S)(.+?)(?<=\\S)\\*\\*", "$1");
  }

  private static String card(Card card) {
    return Stream.of(card.title(), card.subtitle(), card.url())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private String day(Language language, Instant at) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(language.locale())
        .format(at.atZone(zone));
  }
}
