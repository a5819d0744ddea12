package deskbell.webchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import deskbell.conversation.Ask;
import deskbell.conversation.Identity;
import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShopperFrameTest {
  private static final String TOKEN = "abcdefghijklmnopqrstuvwxyz0";

  @Test
  void every_frame_of_the_contract_is_read() {
    assertThat(ShopperFrame.decode("{\"type\":\"say\",\"id\":\"a\",\"text\":\"你好\"}"))
        .isEqualTo(new ShopperFrame.Say("a", new Ask.Say("你好")));
    assertThat(
            ShopperFrame.decode("{\"type\":\"choose\",\"id\":\"a\",\"message\":7,\"value\":\"v\"}"))
        .isEqualTo(new ShopperFrame.Choose("a", new Ask.Choose(7, "v", "")));
    assertThat(ShopperFrame.decode("{\"type\":\"human\",\"id\":\"a\"}"))
        .isEqualTo(new ShopperFrame.Human("a"));
    assertThat(ShopperFrame.decode("{\"type\":\"close\",\"id\":\"a\"}"))
        .isEqualTo(new ShopperFrame.Do("a", new Deed.Close()));
    assertThat(ShopperFrame.decode("{\"type\":\"forget\",\"id\":\"a\"}"))
        .isEqualTo(new ShopperFrame.Do("a", new Deed.Forget()));
    assertThat(ShopperFrame.decode("{\"type\":\"locale\",\"locale\":\"zh-CN\"}"))
        .isEqualTo(new ShopperFrame.Locale(Language.ZH));
    assertThat(ShopperFrame.decode("{\"type\":\"typing\",\"on\":true}"))
        .isEqualTo(new ShopperFrame.Typing(true));
    assertThat(ShopperFrame.decode("{\"type\":\"read\",\"seq\":3}"))
        .isEqualTo(new ShopperFrame.Read(3));
    assertThat(ShopperFrame.decode("{\"type\":\"ping\",\"unknown\":[1]}"))
        .isEqualTo(new ShopperFrame.Ping());
  }

  @Test
  void ratings_and_left_messages_are_read() {
    assertThat(
            ShopperFrame.decode(
                "{\"type\":\"rate\",\"id\":\"a\",\"message\":4,\"helpful\":false,\"score\":2,"
                    + "\"comment\":\"no\"}"))
        .isEqualTo(
            new ShopperFrame.Do(
                "a",
                new Deed.Rate(
                    Optional.of(4L), Optional.of(false), Optional.of(2), Optional.of("no"))));
    assertThat(
            ShopperFrame.decode(
                "{\"type\":\"leave\",\"id\":\"a\",\"email\":\"li@example.com\",\"text\":\"hi\"}"))
        .isEqualTo(new ShopperFrame.Do("a", new Deed.Leave("li@example.com", "hi")));
  }

  @Test
  void a_hello_may_be_bare_or_full() {
    assertThat(ShopperFrame.decode("{\"type\":\"hello\"}"))
        .isEqualTo(
            new ShopperFrame.Hello(
                Optional.empty(), 0, Optional.empty(), Optional.empty(), Optional.empty()));
    assertThat(
            ShopperFrame.decode(
                "{\"type\":\"hello\",\"resume\":\"%s\",\"after\":12,\"locale\":\"zh-CN\","
                        .formatted(TOKEN)
                    + "\"page\":\"https://shop.example\",\"identity\":{\"user\":\"u\","
                    + "\"expires\":1790000000,\"signature\":\"9f\"}}"))
        .isEqualTo(
            new ShopperFrame.Hello(
                Optional.of(new ResumeToken(TOKEN)),
                12,
                Optional.of(Language.ZH),
                Optional.of("https://shop.example"),
                Optional.of(
                    new Claim(new Identity("u"), Optional.of(1790000000L), Optional.of("9f")))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {                                                   | frame is not a JSON object
          []                                                  | frame is not a JSON object
          "say"                                               | frame is not a JSON object
          {} {}                                               | frame is not a JSON object
          {}                                                  | type is missing
          {"type":7}                                          | type is a number; must be a string
          {"type":"say"}                                      | id is missing
          {"type":"say","id":"a"}                             | text is missing
          {"type":"say","id":"","text":"x"}                   | id must be 1 to 64 visible ASCII characters
          {"type":"say","id":"a b","text":"x"}                | id must be 1 to 64 visible ASCII characters
          {"type":"say","id":7,"text":"x"}                    | id is a number; must be a string
          {"type":"say","id":"a","text":" "}                  | text is blank
          {"type":"say","id":"a","text":"\\u00a0\\u200b"}      | text is blank
          {"type":"say","id":"a","text":["x"]}                | text is an array; must be a string
          {"type":"say","id":"a","text":"a\\u0000b"}          | text contains the character NUL
          {"type":"say","id":"a","text":"\\ud83d"}            | text contains half a surrogate pair
          {"type":"choose","id":"a","value":"v"}              | message is missing
          {"type":"choose","id":"a","message":-1,"value":"v"} | message is -1; must be a whole number from 0
          {"type":"choose","id":"a","message":1.5,"value":"v"} | message is 1.5; must be a whole number from 0
          {"type":"choose","id":"a","message":"1","value":"v"} | message is a string; must be a whole number
          {"type":"rate","id":"a"}                            | rate needs helpful, score or comment
          {"type":"rate","id":"a","score":6}                  | score is 6; from 1 to 5
          {"type":"rate","id":"a","helpful":"yes"}            | helpful is a string; must be true or false
          {"type":"leave","id":"a","email":"li","text":"x"}   | email is not an e-mail address
          {"type":"locale","locale":"fr"}                     | locale is fr; known: en, zh
          {"type":"hello","resume":"short"}                   | resume is no token; 16 to 64 characters of base64url
          {"type":"hello","after":"3"}                        | after is a string; must be a whole number
          {"type":"hello","identity":"u"}                     | identity is a string; must be an object
          {"type":"hello","identity":{}}                      | identity.user is missing
          {"type":"hello","identity":{"user":" "}}            | identity.user must have 1 to 200 characters
          {"type":"hello","identity":{"user":"u","expires":"x"}} | identity.expires is a string; must be a whole number
          """)
  void what_breaks_a_rule_is_named(String frame, String message) {
    assertThatExceptionOfType(Invalid.class)
        .isThrownBy(() -> ShopperFrame.decode(frame))
        .withMessage(message);
  }

  @Test
  void an_unknown_type_is_told_the_known_ones() {
    assertThatExceptionOfType(Invalid.class)
        .isThrownBy(() -> ShopperFrame.decode("{\"type\":\"shout\"}"))
        .withMessageStartingWith("type is shout; known: hello, say, choose")
        .extracting(Invalid::field)
        .isEqualTo("type");
  }

  @Test
  void a_text_that_is_too_long_is_told_its_length() {
    var frame = "{\"type\":\"say\",\"id\":\"a\",\"text\":\"%s\"}".formatted("字".repeat(2_001));

    assertThatExceptionOfType(Invalid.class)
        .isThrownBy(() -> ShopperFrame.decode(frame))
        .withMessage("text has 2001 characters; at most 2000");
  }

  @Test
  void control_characters_are_taken_out_but_newlines_and_tabs_stay() {
    var frame =
        (ShopperFrame.Say)
            ShopperFrame.decode(
                "{\"type\":\"say\",\"id\":\"a\",\"text\":\"a\\u0007b\\r"
                    + "\\n"
                    + "c\\td\\u009be\\u007f👋\"}");

    assertThat(frame.ask().text()).isEqualTo("ab\nc\tde👋");
  }
}
