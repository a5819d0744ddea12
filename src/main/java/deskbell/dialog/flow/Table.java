package deskbell.dialog.flow;

import java.util.Map;

/** What to call the shop's values: {@code shipped} is "sent" to a shopper. */
public record Table(Map<String, Phrase> words) {
  public Table {
    words = Map.copyOf(words);
  }
}
