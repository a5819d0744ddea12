package deskbell.webchat;

import deskbell.conversation.Ask;
import deskbell.conversation.Identity;
import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.web.Fields;
import deskbell.web.TextFrames;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** A frame from the widget. Unknown fields are passed over; everything else is strict. */
public sealed interface ShopperFrame {
  /** The field that errors about the frame as a whole name. */
  String FRAME = TextFrames.FRAME;

  /** The field that says what a frame is. */
  String TYPE = "type";

  /** Bytes a frame may have at most. */
  int MAX_BYTES = 16 * 1024;

  /** Characters a client's id may have at most. */
  int MAX_ID = 64;

  /** Starts a conversation or takes one up again. */
  record Hello(
      Optional<ResumeToken> resume,
      long after,
      Optional<Language> locale,
      Optional<String> page,
      Optional<Claim> identity)
      implements ShopperFrame {}

  /** Typed words. */
  record Say(String id, Ask.Say ask) implements ShopperFrame {}

  /** A pressed quick reply. */
  record Choose(String id, Ask.Choose ask) implements ShopperFrame {}

  /** The button that asks for a person. */
  record Human(String id) implements ShopperFrame {}

  /** Everything else that is stored. */
  record Do(String id, Deed deed) implements ShopperFrame {}

  /** Another language for the widget. */
  record Locale(Language locale) implements ShopperFrame {}

  /** The shopper started or stopped typing. */
  record Typing(boolean on) implements ShopperFrame {}

  /** The shopper has read up to this number. */
  record Read(long seq) implements ShopperFrame {}

  /** Asks for the newest number. */
  record Ping() implements ShopperFrame {}

  /** Parses one JSON object; anything else is {@link Invalid} with field {@link #FRAME}. */
  static JsonObject parse(String text) {
    try {
      return new JsonObject(text);
    } catch (DecodeException malformed) {
      throw new Invalid(FRAME, "is not a JSON object", malformed);
    }
  }

  /** Reads a frame; {@link Invalid} names the field that breaks a rule. */
  static ShopperFrame decode(String text) {
    return decode(parse(text));
  }

  /** Reads a parsed frame; {@link Invalid} names the field that breaks a rule. */
  static ShopperFrame decode(JsonObject json) {
    var fields = new Fields(json);
    return switch (fields.text(TYPE, MAX_ID)) {
      case "hello" -> hello(fields);
      case "say" -> new Say(id(fields), new Ask.Say(fields.text("text", Ask.Say.MAX_CHARACTERS)));
      case "choose" -> choose(fields);
      case "human" -> new Human(id(fields));
      case "close" -> new Do(id(fields), new Deed.Close());
      case "rate" -> new Do(id(fields), rate(fields));
      case "leave" -> new Do(id(fields), leave(fields));
      case "transcript" ->
          new Do(id(fields), new Deed.Transcript(fields.text("email", Deed.Leave.MAX_EMAIL)));
      case "forget" -> new Do(id(fields), new Deed.Forget());
      case "locale" -> new Locale(language(fields.text("locale", MAX_ID)));
      case "typing" -> new Typing(fields.flag("on"));
      case "read" -> new Read(fields.number("seq"));
      case "ping" -> new Ping();
      case String unknown ->
          throw new Invalid(
              TYPE,
              "is "
                  + unknown
                  + "; known: hello, say, choose, human, close, rate, leave, transcript, locale,"
                  + " forget, typing, read, ping");
    };
  }

  private static String id(Fields fields) {
    var id = fields.text("id", MAX_ID);
    if (id.isEmpty() || !id.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new Invalid("id", "must be 1 to " + MAX_ID + " visible ASCII characters");
    }
    return id;
  }

  private static Hello hello(Fields fields) {
    return new Hello(
        fields.optionalText("resume", ResumeToken.MAX).map(ResumeToken::new),
        fields.optionalNumber("after").orElse(0L),
        fields.optionalText("locale", MAX_ID).flatMap(Language::ofTag),
        fields.optionalText("page", Opening.MAX_PAGE),
        fields.optionalObject("identity").map(ShopperFrame::claim));
  }

  private static Claim claim(Fields identity) {
    return new Claim(
        new Identity(identity.text("user", Identity.MAX_CHARACTERS)),
        identity.optionalNumber("expires"),
        identity.optionalText("signature", Claim.MAX_SIGNATURE));
  }

  private static Choose choose(Fields fields) {
    var value = fields.text("value", Ask.Say.MAX_CHARACTERS);
    // the label is read from the question in the store
    return new Choose(id(fields), new Ask.Choose(fields.number("message"), value, ""));
  }

  private static Deed.Rate rate(Fields fields) {
    return new Deed.Rate(
        fields.optionalNumber("message"),
        fields.optionalFlag("helpful"),
        fields.optionalNumber("score").map(ShopperFrame::score),
        fields.optionalText("comment", Deed.Rate.MAX_COMMENT));
  }

  private static int score(long score) {
    if (score < Deed.Rate.MIN_SCORE || score > Deed.Rate.MAX_SCORE) {
      throw new Invalid("score", "is " + score + "; from 1 to 5");
    }
    return (int) score;
  }

  private static Deed.Leave leave(Fields fields) {
    return new Deed.Leave(
        fields.text("email", Deed.Leave.MAX_EMAIL), fields.text("text", Deed.Leave.MAX_TEXT));
  }

  private static Language language(String tag) {
    return Language.ofTag(tag)
        .orElseThrow(() -> new Invalid("locale", "is " + tag + "; known: en, zh"));
  }
}
