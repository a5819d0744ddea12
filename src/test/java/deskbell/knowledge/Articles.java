package deskbell.knowledge;

import deskbell.conversation.Language;
import java.util.List;
import java.util.Optional;

/** Articles for tests. */
public final class Articles {
  private Articles() {}

  /** An English article of a question, other phrasings and an answer. */
  public static Article english(String id, String question, List<String> also, String answer) {
    return article(Language.EN, id, question, also, answer);
  }

  /** A Chinese one. */
  public static Article chinese(String id, String question, List<String> also, String answer) {
    return article(Language.ZH, id, question, also, answer);
  }

  private static Article article(
      Language language, String id, String question, List<String> also, String answer) {
    return new Article(
        new ArticleKey(id, language),
        question,
        also,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        answer);
  }

  /** A small shop in both languages. */
  public static Library shop() {
    return Library.of(
        List.of(
            english(
                "delivery-cost",
                "How much is delivery?",
                List.of("What do you charge for shipping?", "postage price"),
                "Delivery is free from £50; below that it is £3.95."),
            english(
                "refund-time",
                "How long does a refund take?",
                List.of("When do I get my money back?", "refund timescale"),
                "We refund within 3 working days."),
            english(
                "wash-jumper",
                "How do I wash the Harbour jumper?",
                List.of("can I tumble dry LL-C101", "merino care"),
                "Wash LL-C101 by hand at 30 °C. Your order LL20481234 holds a card on it."),
            chinese("delivery-cost", "运费多少？", List.of("包邮吗", "快递费怎么算"), "满 ¥199 包邮，否则 ¥10。"),
            chinese("refund-time", "退款多久到账？", List.of("钱什么时候退回来"), "验货后 3 个工作日内退款。"),
            chinese("wash-jumper", "毛衣怎么洗？", List.of("LL-C101 能机洗吗"), "请用 30 度水手洗。")));
  }
}
