package deskbell.understanding;

import deskbell.conversation.Entity;
import deskbell.conversation.EntityType;
import deskbell.neural.PlainText;
import java.util.List;
import java.util.regex.Pattern;

/** Messages that say nothing but that somebody wants to buy something of a kind. Pure. */
final class Wishes {
  /** What such a message means: which one to buy is what is still to be said. */
  static final String INTENT = "recommend_product";

  /** "I'd like to buy a coat for my mum": no more than five words after the article. */
  private static final Pattern ENGLISH =
      Pattern.compile(
          "(?:hi|hello|hey)?[,. ]*(?:i|we)(?: am|'?m| are|'?re)?(?: want| wanna| would like|'?d"
              + " like| looking| hoping)? to buy (?:a|an|some|something)(?: new)?(?:"
              + " [a-z'-]+){0,5}[.! ]*");

  private static final Pattern CHINESE =
      Pattern.compile(
          "(?:你好|您好)?[，,！! ]*我?(?:想要?|要|打算|准备)买(?:一)?[点些个件条双身套床款盏台把块只副]"
              + "(?:[\\p{IsHan}]{1,8})[。！! ]*");

  /** Words after which it is about how to buy, or about this one. */
  private static final Pattern MORE =
      Pattern.compile("\\b(?:but|card|voucher|order|again)\\b|怎么|如何|哪|这|那|单|卡|券|不了|同款|一样|吗|呢");

  private Wishes() {}

  /** True where a message is such a wish, and names no product. */
  static boolean ofAKind(String text, List<Entity> entities) {
    var plain = PlainText.of(text);
    boolean named = entities.stream().anyMatch(entity -> entity.type() == EntityType.PRODUCT);
    return !named
        && (ENGLISH.matcher(plain).matches() || CHINESE.matcher(plain).matches())
        && !MORE.matcher(plain).find();
  }
}
