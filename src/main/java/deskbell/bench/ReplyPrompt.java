package deskbell.bench;

import deskbell.answering.Speaker;
import deskbell.answering.Spoken;
import deskbell.conversation.Language;
import deskbell.conversation.Texts;
import deskbell.knowledge.Article;
import deskbell.shop.Order;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Something a shopper may say, and what is written to answer it.
 *
 * @param about articles, orders or small talk
 */
public record ReplyPrompt(
    Speaker.Kind kind, String about, Language language, String question, String written) {
  private static final int SEED = 20_261_122;
  private static final Texts SMALL_TALK = new Texts("deskbell/answering/texts");
  private static final List<String> ABOUT_ORDERS_EN =
      List.of(
          "where is my parcel", "When will it arrive?", "tracking number please", "who brings it");
  private static final List<String> ABOUT_ORDERS_ZH =
      List.of("我的包裹到哪了", "什么时候能到？", "运单号多少", "哪家快递送");

  /** What a speaker says to it. Blocks as long as the speaker does. */
  Spoken said(Speaker speaker) {
    return speaker.speak(kind, language, question, written);
  }

  /** Every phrasing of these articles as a question to its answer. */
  public static List<ReplyPrompt> ofArticles(Collection<Article> articles, int most) {
    return drawn(
        articles.stream()
            .flatMap(
                article ->
                    article.phrasings().stream()
                        .map(
                            question ->
                                new ReplyPrompt(
                                    Speaker.Kind.FACTS,
                                    "articles",
                                    article.language(),
                                    question,
                                    article.answer())))
            .toList(),
        most);
  }

  /** Questions about orders that are under way. */
  public static List<ReplyPrompt> ofOrders(Collection<Order> orders, int most) {
    var prompts = new ArrayList<ReplyPrompt>();
    for (var order : orders) {
      if (order.shipment().isPresent() && order.eta().isPresent()) {
        ABOUT_ORDERS_EN.forEach(question -> prompts.add(of(order, Language.EN, question)));
        ABOUT_ORDERS_ZH.forEach(question -> prompts.add(of(order, Language.ZH, question)));
      }
    }
    return drawn(prompts, most);
  }

  private static ReplyPrompt of(Order order, Language language, String question) {
    var facts =
        switch (language) {
          case EN ->
              "Order %s is on its way with %s, tracking number %s. It's expected on %s between 8:00"
                  + " and 18:00. The sum was %s.";
          case ZH -> "订单 %s 已发货，由%s承运，运单号 %s。预计 %s 8:00–18:00 送达。订单金额 %s。";
        };
    var shipment = order.shipment().orElseThrow();
    var written =
        String.format(
            Locale.ROOT,
            facts,
            order.number(),
            shipment.carrier(),
            shipment.tracking(),
            order.eta().orElseThrow(),
            order.total());
    return new ReplyPrompt(Speaker.Kind.FACTS, "orders", language, question, written);
  }

  /** What shoppers say to talk, and what is written for its intent; others are left out. */
  public static List<ReplyPrompt> ofTalk(Collection<AnswersBench.Utterance> said, int most) {
    return drawn(
        said.stream()
            .filter(one -> SMALL_TALK.has(one.language(), one.intent()))
            .map(
                one ->
                    new ReplyPrompt(
                        Speaker.Kind.TALK,
                        "small talk",
                        one.language(),
                        one.text(),
                        SMALL_TALK.get(one.language(), one.intent())))
            .toList(),
        most);
  }

  /** So many of them, the same at each call. */
  private static List<ReplyPrompt> drawn(List<ReplyPrompt> all, int most) {
    var shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, new Random(SEED));
    return shuffled.subList(0, Math.min(most, shuffled.size()));
  }
}
