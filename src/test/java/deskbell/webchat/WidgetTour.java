package deskbell.webchat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.function.Consumer;

/**
 * Brings the widget on a page into every state that a shopper may see, one after the other, and
 * shows each by name. The page has the widget in one of the two languages, with nothing said yet.
 */
public final class WidgetTour {
  private static final JsonObject ARTICLE =
      new JsonObject().put("source", new JsonObject().put("kind", "article").put("id", "cost"));
  private static final String DELIVERY =
      """
      Standard delivery is **£3.95**, free from £50.

      - Next day: £5.95
      - Pick-up point: £2.95

      See [all options](https://shop.example/d).\
      """;
  private static final String DELIVERY_ZH =
      """
      标准配送 **¥10**，满 ¥199 包邮。

      - 次日达：¥18
      - 自提点取货：¥5

      查看[全部配送方式](https://shop.example/d)。\
      """;
  private static final int MENU_SOUND = 2;
  private static final int MENU_LEAVE = 3;
  private static final int MENU_POST = 5;
  private static final int MENU_END = 6;
  private static final int MENU_FORGET = 7;

  private final Page page;
  private final FakeChat chat;
  private final boolean chinese;
  private final Consumer<String> show;

  /** A tour of this page; {@code show} is called in each state with its name. */
  public WidgetTour(Page page, FakeChat chat, boolean chinese, Consumer<String> show) {
    this.page = page;
    this.chat = chat;
    this.chinese = chinese;
    this.show = show;
  }

  /** Goes through all. */
  public void go() {
    chat.answering(this::answer);
    talk();
    wishes();
    person();
    trouble();
    end();
  }

  private void answer(FakeChat.Talk talk, String text) {
    var plain = chinese ? DELIVERY_ZH : DELIVERY;
    switch (text) {
      case "?" -> talk.post("bot", chinese ? "请问是哪一个订单？" : "Which order is it?", choices());
      case "!" -> talk.post("bot", chinese ? "这两件最合适：" : "These two would fit:", cards());
      default -> talk.post("bot", plain, ARTICLE);
    }
  }

  private JsonObject choices() {
    var choices = new JsonArray();
    for (var label : new String[] {"LL20481234", chinese ? "另一个订单" : "Another order"}) {
      choices.add(new JsonObject().put("label", label).put("value", label));
    }
    return new JsonObject().put("choices", choices);
  }

  private JsonObject cards() {
    return new JsonObject()
        .put(
            "cards",
            new JsonArray()
                .add(
                    card(
                        chinese ? "铜灯" : "Copper lamp",
                        chinese ? "¥399 · 有货" : "£49 · in stock",
                        page.url().replaceAll("/\\?.*", "") + "/shop/pictures/lamp.svg"))
                .add(
                    card("LL20481234", chinese ? "已发货，预计周四送达" : "Sent, expected on Thursday", "")));
  }

  private JsonObject card(String title, String subtitle, String image) {
    return new JsonObject()
        .put("title", title)
        .put("subtitle", subtitle)
        .put("image", image)
        .put("action", chinese ? "查看" : "View")
        .put("url", "https://shop.example/lamp");
  }

  private void talk() {
    assertThat(page.locator(".launcher")).isVisible();
    show.accept("launcher");
    page.locator(".launcher").click();
    assertThat(page.locator(".greeting .privacy")).isVisible();
    show.accept("greeting");
    say(chinese ? "运费是多少？" : "How much is delivery?", 2);
    show.accept("answer");
    page.locator(".thumb").last().click();
    assertThat(page.locator(".why")).isVisible();
    page.locator(".why input").scrollIntoViewIfNeeded();
    show.accept("reason");
    page.locator(".why .choices button").first().click();
    assertThat(page.locator(".notice p")).isVisible();
    show.accept("notice");
    say("!", 4);
    assertThat(page.locator(".card")).hasCount(2);
    show.accept("cards");
    say("?", 6);
    show.accept("choices");
    page.locator(".composer textarea").fill("x".repeat(2_001));
    assertThat(page.locator(".note")).not().isEmpty();
    show.accept("too-long");
    page.locator(".composer textarea").fill("");
    page.locator(".log").evaluate("it => it.scrollTop = 0");
    page.waitForTimeout(100);
    chat.talk().post("bot", chinese ? "还有一件事。" : "One more thing.");
    assertThat(page.locator(".newer")).isVisible();
    show.accept("newer");
    page.locator(".newer").click();
  }

  private void wishes() {
    open(MENU_SOUND);
    page.locator("header .icon-button").nth(1).click();
    show.accept("menu");
    page.keyboard().press("Escape");
    for (var sheet : new int[] {MENU_LEAVE, MENU_POST, MENU_END, MENU_FORGET}) {
      open(sheet);
      assertThat(page.locator(".sheet")).isVisible();
      if (sheet == MENU_LEAVE) {
        page.locator(".sheet [type=submit]").click();
        assertThat(page.locator(".sheet [aria-invalid=true]")).hasCount(2);
      }
      show.accept("sheet-" + sheet);
      page.keyboard().press("Escape");
    }
  }

  private void open(int item) {
    page.locator("header .icon-button").nth(1).click();
    page.locator(".menu button").nth(item).click();
  }

  private void person() {
    page.locator("header .icon-button").first().click();
    assertThat(page.locator(".standing.calm")).isVisible();
    show.accept("waiting");
    chat.talk()
        .status(
            "waiting", new JsonObject().put("open", false).put("opens", "2026-03-02T09:00:00Z"));
    assertThat(page.locator(".standing.warn")).isVisible();
    show.accept("nobody-there");
    chat.talk().status("human", new JsonObject().put("agent", chinese ? "小美" : "Mei"));
    var name = new JsonObject().put("name", chinese ? "小美" : "Mei");
    chat.talk().post("agent", chinese ? "您好，我是小美。" : "Hello, I’m Mei.", name);
    chat.talk().post("system", chinese ? "小美加入了对话。" : "Mei has joined.");
    chat.talk().send(new JsonObject().put("type", "typing").put("from", "agent").put("on", true));
    assertThat(page.locator(".typing")).isVisible();
    show.accept("agent");
  }

  private void trouble() {
    chat.refuseNext("id_reused", new JsonObject());
    var lines = lines().count();
    write(chinese ? "谢谢" : "Thank you");
    assertThat(lines()).hasCount(lines + 1);
    assertThat(page.locator(".foot.failed")).isVisible();
    show.accept("not-sent");
    page.locator(".foot.failed button").last().click();
    chat.deaf(true);
    chat.cut(1012);
    write(chinese ? "你好" : "Hello?");
    assertThat(page.locator(".standing.warn")).isVisible();
    show.accept("offline");
    chat.deaf(false);
    page.locator(".standing button").click();
    assertThat(page.locator(".standing.warn")).hasCount(0);
  }

  private void end() {
    chat.talk().status("closed", new JsonObject());
    page.locator(".ended [role=radio]").nth(3).click();
    assertThat(page.locator(".ended textarea")).isVisible();
    show.accept("ended");
    page.keyboard().press("Escape");
    assertThat(page.locator(".launcher")).isVisible();
    chat.talk().post("agent", chinese ? "再见。" : "Good-bye.");
    assertThat(page.locator(".badge")).isVisible();
    show.accept("unread");
  }

  private void say(String text, int lines) {
    write(text);
    assertThat(lines()).hasCount(lines);
  }

  private void write(String text) {
    page.locator(".composer textarea").fill(text);
    page.locator(".composer textarea").press("Enter");
  }

  private Locator lines() {
    return page.locator(".list .bubble");
  }
}
