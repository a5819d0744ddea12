package deskbell.console;

import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.handoff.Transcript;
import deskbell.handoff.Transcripts;
import deskbell.knowledge.Passage;
import deskbell.shop.Order;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What an agent sees beside a conversation: {@code …/orders}, {@code …/earlier}, and {@code
 * /api/suggestions} for the shopper's words.
 */
final class BesideRoutes {
  private static final int EARLIER = 10;
  private static final int SUGGESTED = 3;
  private static final int MAX_LANGUAGE = 20;

  /** Facts of a conversation that name an order. */
  private static final List<String> ORDER_FACTS = List.of("order", "order_number");

  /** Below this an article is no help. */
  private static final double PLAUSIBLE = 0.05;

  /** What the bot says of itself; nothing that a person would. */
  private static final Set<String> OF_THE_BOT = Set.of("bot_identity", "contact_human");

  private final Transcripts transcripts;
  private final Workplace workplace;

  BesideRoutes(Transcripts transcripts, Workplace workplace) {
    this.transcripts = transcripts;
    this.workplace = workplace;
  }

  void mount(Routes routes) {
    routes.get("/api/conversations/:id/orders", Routes.AGENTS, this::orders);
    routes.get("/api/conversations/:id/earlier", Routes.AGENTS, this::earlier);
    routes.post("/api/suggestions", Routes.AGENTS, this::suggest);
  }

  private Future<Response> orders(Visit visit) {
    var language = Language.parse(visit.query("language").orElse(Language.EN.code()));
    var asked = visit.query("number");
    return transcripts
        .read(ConversationRoutes.id(visit), Long.MAX_VALUE, 1)
        .compose(
            head ->
                workplace
                    .orders()
                    .of(
                        head.identity(),
                        Stream.concat(asked.stream(), numbers(head))
                            .filter(BesideRoutes::possible)
                            .toList(),
                        language))
        .map(
            orders ->
                Response.ok(
                    new JsonObject().put("orders", DeskJson.array(orders, BesideRoutes::facts))));
  }

  private static Stream<String> numbers(Transcript head) {
    return ORDER_FACTS.stream().filter(head.summary()::containsKey).map(head.summary()::get);
  }

  /** No order has another number, so none has to be looked for. */
  private static boolean possible(String number) {
    return !number.isBlank() && number.length() <= Order.MAX_NUMBER;
  }

  private Future<Response> earlier(Visit visit) {
    return transcripts
        .earlier(ConversationRoutes.id(visit), EARLIER)
        .map(
            earlier ->
                Response.ok(
                    new JsonObject()
                        .put("conversations", DeskJson.array(earlier, DeskJson::recent))));
  }

  private Future<Response> suggest(Visit visit) {
    var fields = visit.fields();
    var text = fields.text("text", AskRoutes.MAX_TEXT);
    if (text.isBlank()) {
      throw new Invalid("text", "is blank");
    }
    var language = Language.parse(fields.text("language", MAX_LANGUAGE));
    return workplace
        .suggestions()
        .suggest(text, language, SUGGESTED + OF_THE_BOT.size())
        .map(found -> Response.ok(new JsonObject().put("articles", suggested(found))));
  }

  private static JsonArray suggested(List<Passage> found) {
    return DeskJson.array(
        found.stream()
            .filter(passage -> passage.confidence() >= PLAUSIBLE)
            .filter(passage -> passage.intent().filter(OF_THE_BOT::contains).isEmpty())
            .limit(SUGGESTED)
            .toList(),
        passage ->
            new JsonObject()
                .put("id", passage.id())
                .put("question", passage.question())
                .put("answer", passage.answer())
                .put("confidence", passage.confidence()));
  }

  private static JsonObject facts(Map<String, String> order) {
    return new JsonObject(new TreeMap<>(order));
  }
}
