package deskbell.dialog;

import deskbell.conversation.IntentScore;
import deskbell.conversation.Language;
import deskbell.conversation.Understood;
import deskbell.dialog.flow.Conversation;
import deskbell.understanding.Catalogue;
import deskbell.understanding.entity.EntityFinder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Understands by a few rules: enough to rehearse flows without a trained model. */
public final class RuleInterpreter {
  private static final Map<Pattern, String> INTENTS = new LinkedHashMap<>();

  static {
    rule("how much is delivery|运费多少", "delivery_cost");
    rule("how long does delivery|多久能到", "delivery_time");
    rule("refund|退款", "refund_status");
    rule("invoice|发票", "invoice");
    rule("return|退货", "return_item");
    rule("change the (delivery )?(address|phone)|改收货地址", "change_address");
    rule("^cancel it|cancel.*order|取消订单", "cancel_order");
    rule("never received|没收到", "not_received");
    rule("change the day", "change_order");
    rule("taking too long|催", "delivery_late");
    rule("where is my (parcel|order)|track|快递到哪|物流", "track_order");
    rule("^(yes|ok|sure)\\b|^好的", "affirm");
    rule("^no\\b|^不", "deny");
  }

  private final EntityFinder entities = new EntityFinder(Catalogue.EMPTY);

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
        List.of(
            INTENTS.entrySet().stream()
                .filter(rule -> rule.getKey().matcher(text).find())
                .findFirst()
                .map(rule -> new IntentScore(rule.getValue(), 0.9))
                .orElseGet(() -> new IntentScore(IntentScore.OUT_OF_SCOPE, 0.9))));
  }
}
