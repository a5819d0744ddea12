package deskbell.console;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Open questions and what a change would change, as the console meets them, in memory. */
final class FakeReview {
  private static final int SLICE = 100;
  private static final int ALL = 1_000;

  private final Set<String> away = ConcurrentHashMap.newKeySet();

  void mount(FakeDesk.Mount mount) {
    new FakeFlowUse().mount(mount);
    mount.add(HttpMethod.GET, "/api/needs", (context, body) -> needs());
    mount.add(HttpMethod.POST, "/api/needs/dismiss", (context, body) -> away(body, true));
    mount.add(HttpMethod.POST, "/api/needs/restore", (context, body) -> away(body, false));
    mount.add(HttpMethod.GET, "/api/usage/articles", (context, body) -> used(context));
    mount.add(HttpMethod.POST, "/api/what-if", (context, body) -> whatIf(body));
  }

  private JsonObject away(JsonObject body, boolean dismiss) {
    for (var question : body.getJsonArray("questions")) {
      if (dismiss) {
        away.add((String) question);
      } else {
        away.remove(question);
      }
    }
    return new JsonObject();
  }

  private JsonObject needs() {
    var dogs =
        need(12, 4, 0)
            .put("intent", "contact_info")
            .put(
                "articles",
                new JsonArray()
                    .add(title("our-shops", "Where are your shops?", "你们的门店在哪里？"))
                    .add(title("contact-us", "How do I contact you?", "怎么联系你们？")))
            .put(
                "phrasings",
                new JsonArray()
                    .add(phrasing("Can I bring my dog into the shop?", "en", 5))
                    .add(phrasing("可以带狗进店吗", "zh", 4))
                    .add(phrasing("are pets allowed", "en", 2))
                    .add(phrasing("店里让带宠物吗", "zh", 1)));
    var engraving =
        need(3, 1, 2)
            .put(
                "articles",
                new JsonArray()
                    .add(
                        title(
                            "gift-cards",
                            "Where do I buy a gift card, and how long does it last?",
                            "礼品卡怎么用？")))
            .put("phrasings", new JsonArray().add(phrasing("Can you engrave …?", "en", 3)));
    var answered =
        need(2, 0, 0)
            .put("answered", true)
            .put("articles", new JsonArray())
            .put("phrasings", new JsonArray().add(phrasing("包装盒可以回收吗", "zh", 2)));
    for (var need : List.of(dogs, engraving, answered)) {
      need.put("dismissed", away.contains(need.getJsonArray("questions").getString(0)));
    }
    return new JsonObject()
        .put("questions", 17)
        .put("all", true)
        .put("needs", new JsonArray().add(dogs).add(engraving).add(answered));
  }

  /** Two articles that answer and one that never did; more on another page. */
  private static JsonObject used(RoutingContext context) {
    var all =
        List.of(
            use("delivery-cost", "en", "How much is delivery?", 412, 31, 2, 9)
                .put("last", "2026-11-22"),
            use("delivery-cost", "zh", "运费是多少？", 260, 12, 0, 3).put("last", "2026-11-21"),
            use("gift-note", "en", "Can I add a handwritten note to a parcel?", 0, 0, 0, 0));
    var never = context.request().getParam("show", "all").equals("never");
    var unhelpful = context.request().getParam("show", "all").equals("unhelpful");
    var shown = unhelpful ? List.<JsonObject>of() : never ? all.subList(2, 3) : all;
    return new JsonObject()
        .put("articles", new JsonArray(shown))
        .put("total", never || unhelpful ? shown.size() : 208)
        .put("page", Integer.parseInt(context.request().getParam("page", "1")))
        .put("pageSize", 50)
        .put("answers", 672)
        .put("never", 1)
        .put("from", "2026-10-24")
        .put("since", "2026-11-01");
  }

  private static JsonObject use(
      String id,
      String language,
      String question,
      int answered,
      int helpful,
      int unhelpful,
      int handedOver) {
    return new JsonObject()
        .put("id", id)
        .put("language", language)
        .put("question", question)
        .put("answered", answered)
        .put("helpful", helpful)
        .put("unhelpful", unhelpful)
        .put("handedOver", handedOver);
  }

  private static JsonObject need(int people, int handedOver, int unhelpful) {
    return new JsonObject()
        .put("people", people)
        .put("handedOver", handedOver)
        .put("unhelpful", unhelpful)
        .put("newest", "2026-11-20T12:00:00Z")
        .put("answered", false)
        .put("dismissed", false)
        .put("questions", new JsonArray().add(people + "/1"));
  }

  private static JsonObject title(String id, String english, String chinese) {
    return new JsonObject()
        .put("id", id)
        .put("asked", id.equals("gift-cards"))
        .put("en", english)
        .put("zh", chinese);
  }

  private static JsonObject phrasing(String text, String language, int times) {
    return new JsonObject().put("text", text).put("language", language).put("times", times);
  }

  private static JsonObject whatIf(JsonObject body) {
    var done = Integer.parseInt(body.getString("after", "0"));
    var changes = new JsonArray();
    if (done == 0) {
      var cost = outlook("article", "How much is delivery?");
      changes
          .add(change("is postage free", outlook("unknown"), cost, false))
          .add(change("is postage free", outlook("unknown"), cost, false))
          .add(change("where do you send to", cost, outlook("choice", "Abroad", "At home"), false))
          .add(change("delivery price please", cost, cost, true));
    }
    var json = new JsonObject().put("asked", SLICE).put("changes", changes);
    if (done == 0) {
      json.put("total", ALL);
    }
    return done + SLICE < ALL ? json.put("next", Integer.toString(done + SLICE)) : json;
  }

  private static JsonObject change(
      String question, JsonObject before, JsonObject after, boolean reworded) {
    return new JsonObject()
        .put("question", question)
        .put("language", "en")
        .put("before", before)
        .put("after", after)
        .put("reworded", reworded);
  }

  private static JsonObject outlook(String kind, String... labels) {
    var about = new JsonArray();
    List.of(labels)
        .forEach(label -> about.add(new JsonObject().put("label", label).put("value", label)));
    return new JsonObject().put("kind", kind).put("about", about);
  }
}
