package deskbell.shop;

import deskbell.conversation.Invalid;
import deskbell.conversation.Language;

/** A product's name in each language. */
public record Names(String en, String zh) {
  public Names {
    if (en.isBlank() || zh.isBlank()) {
      throw new Invalid("product.name", "is blank");
    }
  }

  /** The name in a language. */
  public String in(Language language) {
    return switch (language) {
      case EN -> en;
      case ZH -> zh;
    };
  }
}
