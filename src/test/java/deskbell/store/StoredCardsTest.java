package deskbell.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import deskbell.answering.Answer;
import deskbell.answering.Memory;
import deskbell.conversation.Card;
import deskbell.conversation.Reply;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoredCardsTest extends ConversationsCase {
  private static final String MIGRATION = "/db/migration/V16__card_pictures_in_words.sql";

  @Test
  void cards_from_before_their_pictures_were_told_in_words_are_read() throws IOException {
    var cards =
        List.of(
            new Card("Kettle", "£39", "/kettle.svg", "Look", "https://shop.example/1"),
            new Card("Lamp", "£24", "", "", ""));
    var reply = new Reply("These two.", List.of(), cards, Optional.empty());
    written(
        turn("a", "a lamp"), new Answer(List.of(reply), Memory.EMPTY, Optional.empty(), List.of()));
    database.execute(
        """
        UPDATE message SET cards =
          (SELECT jsonb_agg(card - 'alt') FROM jsonb_array_elements(cards) AS stored(card))
        WHERE cards IS NOT NULL
        """);

    try (var migration = StoredCardsTest.class.getResourceAsStream(MIGRATION)) {
      database.execute(new String(migration.readAllBytes(), UTF_8));
    }

    assertThat(turn("b", "the second").recent().getLast().cards()).isEqualTo(cards);
  }
}
