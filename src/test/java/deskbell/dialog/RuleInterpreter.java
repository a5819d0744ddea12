package deskbell.dialog;

import deskbell.conversation.IntentScore;
import deskbell.conversation.Language;
import deskbell.conversation.Understood;
import deskbell.dialog.flow.Conversation;
import deskbell.dialog.reading.FlowFiles;
import deskbell.shop.demo.DemoCatalogue;
import deskbell.understanding.Catalogue;
import deskbell.understanding.entity.EntityFinder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Understands by a few rules: enough to rehearse flows without a trained model. What opens a
 * shipped conversation means the intent that starts its flow.
 */
public final class RuleInterpreter {
  private static final Map<Pattern, String> INTENTS = new LinkedHashMap<>();
  private static final Map<String, String> OPENINGS = openings();

  private static final List<Catalogue.Product> PRODUCTS =
      DemoCatalogue.read().stream()
          .map(
              product ->
                  new Catalogue.Product(
                      product.code(), List.of(product.name().en(), product.name().zh())))
          .toList();

  static {
    rule("recommend|推荐", "recommend_product");
    rule("trade price|批发", "business_inquiry");
    rule("how much is delivery|运费多少", "delivery_cost");
    rule("how long does delivery|多久能到", "delivery_time");
    rule("which carriers|什么快递", "delivery_options");
    rule("have my money back|I want a refund|把钱要回|要申请退款", "request_refund");
    rule("refund|退款", "refund_status");
    rule("invoice|发票", "invoice");
    rule("return|退货", "return_item");
    rule("change the (delivery )?(address|phone)|改收货地址", "change_address");
    rule("^cancel it|cancel.*order|取消订单", "cancel_order");
    rule("never received|没收到", "not_received");
    rule("change the day", "change_order");
    rule("taking too long|催", "delivery_late");
    rule("where is my (parcel|order)|track|快递到哪|物流", "track_order");
    rule("^(yes|ok|sure)\\b|^(好的|是的|需要|能|可以)", "affirm");
    rule("^(no|nope|not)\\b|^(不|没)", "deny");
  }

  private final EntityFinder entities = new EntityFinder(() -> PRODUCTS);

  private static void rule(String pattern, String intent) {
    INTENTS.put(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), intent);
  }

  /** What the text means by the first rule that fits. */
  public Understood understand(String text, Optional<Language> expected) {
    var language = expected.orElse(Language.EN);
    return new Understood(
        text,
        language,
        entities.find(text, language, Conversation.TODAY),
        List.of(new IntentScore(intent(text), 0.9)));
  }

  private static String intent(String text) {
    return INTENTS.entrySet().stream()
        .filter(rule -> rule.getKey().matcher(text).find())
        .map(Map.Entry::getValue)
        .findFirst()
        .or(() -> Optional.ofNullable(OPENINGS.get(text)))
        .orElse(IntentScore.OUT_OF_SCOPE);
  }

  /** An intent that starts a conversation's flow, by the words that open the conversation. */
  private static Map<String, String> openings() {
    var openings = new HashMap<String, String>();
    for (var flow : FlowFiles.read(Path.of("dialog-flows")).flows()) {
      for (var conversation : flow.conversations()) {
        conversation.lines().stream()
            .filter(Conversation.Shopper.class::isInstance)
            .map(Conversation.Shopper.class::cast)
            .findFirst()
            .ifPresent(line -> openings.put(line.text(), flow.triggers().iterator().next()));
      }
    }
    return openings;
  }
}
