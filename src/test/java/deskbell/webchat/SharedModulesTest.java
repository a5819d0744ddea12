package deskbell.webchat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import deskbell.Browser;
import deskbell.Browser.Visitor;
import deskbell.PageServer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The modules that the pages share, called one by one in a real browser. */
class SharedModulesTest {
  private static PageServer server;
  private static Visitor visitor;

  @BeforeAll
  static void start() throws TimeoutException {
    server = new PageServer(router -> {});
    visitor = Browser.person().visit(server.at("/?lang=en"));
  }

  @AfterAll
  static void stop() throws TimeoutException {
    visitor.close();
    server.close();
  }

  private static Page page() {
    return visitor.page();
  }

  private static String html(String markdown) {
    return (String)
        page()
            .evaluate(
                """
                async text => {
                  const { markdown } = await import('/shared/markdown.js');
                  const element = document.createElement('div');
                  element.append(markdown(text));
                  return element.innerHTML;
                }\
                """,
                markdown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          plain words              | <p>plain words</p>
          one\\ntwo                 | <p>one<br>two</p>
          one\\n\\ntwo               | <p>one</p><p>two</p>
          **bold** and *slanted*   | <p><strong>bold</strong> and <em>slanted</em></p>
          **费用：**满 ¥199 包邮      | <p><strong>费用：</strong>满 ¥199 包邮</p>
          **a *b* c**              | <p><strong>a <em>b</em> c</strong></p>
          snake_case_stays         | <p>snake_case_stays</p>
          2 * 3 * 4                | <p>2 * 3 * 4</p>
          \\\\*not slanted\\\\*        | <p>*not slanted*</p>
          - one\\n- two             | <ul><li>one</li><li>two</li></ul>
          1. one\\n2. two           | <ol><li>one</li><li>two</li></ol>
          3. three                 | <ol start="3"><li>three</li></ol>
          - one\\n  - inner\\n- two  | <ul><li>one<ul><li>inner</li></ul></li><li>two</li></ul>
          # Heading                | <p><strong>Heading</strong></p>
          <b>no</b> &amp;          | <p>&lt;b&gt;no&lt;/b&gt; &amp;amp;</p>
          [x](javascript:alert(1)) | <p>x)</p>
          [x](data:text/html,y)    | <p>x</p>
          [x](//evil.example)      | <p>x</p>
          """)
  void markdown_becomes_nodes(String text, String expected) {
    assertThat(html(text.replace("\\n", "\n").replace("\\\\", "\\"))).isEqualTo(expected);
  }

  @Test
  void code_is_shown_as_it_stands() {
    assertThat(html("`**x**` and\n```\n<a>\n**y**\n```"))
        .isEqualTo("<p><code>**x**</code> and</p><pre><code>&lt;a&gt;\n**y**</code></pre>");
  }

  @Test
  void links_open_safely_and_end_before_the_full_stop() {
    var attributes = "target=\"_blank\" rel=\"noopener noreferrer nofollow\"";
    assertThat(html("See https://lanternlane.example/serial."))
        .isEqualTo(
            "<p>See <a href=\"https://lanternlane.example/serial\" "
                + attributes
                + ">https://lanternlane.example/serial</a>.</p>");
    assertThat(html("请看https://lanternlane.example/serial。谢谢"))
        .contains(">https://lanternlane.example/serial</a>。谢谢");
    assertThat(html("[write](mailto:help@lanternlane.example)"))
        .isEqualTo(
            "<p><a href=\"mailto:help@lanternlane.example\" " + attributes + ">write</a></p>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "**",
        "_",
        "[",
        "](",
        "`",
        "[x](",
        "# ",
        "- ",
        "\n  - ",
        "http://",
        "https://a.",
        "\\"
      })
  void no_text_makes_markdown_slow(String part) {
    var script =
        """
        async part => {
          const { markdown } = await import('/shared/markdown.js');
          const text = part.repeat(100_000 / part.length);
          const start = performance.now();
          markdown(text);
          return performance.now() - start;
        }\
        """;
    assertThat(((Number) page().evaluate(script, part)).doubleValue()).isLessThan(3_000);
  }

  @Test
  void any_accent_is_legible() {
    var worst =
        (Number)
            page()
                .evaluate(
                    """
                    async () => {
                      const { contrast, legibleOn, textOn } = await import('/shared/contrast.js');
                      let worst = 21;
                      for (let r = 0; r <= 1; r += 0.2)
                        for (let g = 0; g <= 1; g += 0.2)
                          for (let b = 0; b <= 1; b += 0.2) {
                            const accent = [r, g, b];
                            worst = Math.min(worst, contrast(textOn(accent), accent));
                            for (const ground of [[1, 1, 1], [0.94, 0.95, 0.96], [0.09, 0.1, 0.12]]) {
                              worst = Math.min(worst, contrast(legibleOn(accent, ground), ground));
                            }
                          }
                      return worst;
                    }\
                    """);
    assertThat(worst.doubleValue()).isGreaterThanOrEqualTo(4.5);
  }

  @Test
  void the_wait_between_two_tries_doubles_is_capped_and_spread() {
    var waits =
        page()
            .evaluate(
                """
                async () => {
                  const { backOff } = await import('/shared/socket.js');
                  return [backOff(0, 0), backOff(0, 1), backOff(3, 0), backOff(3, 1), backOff(99, 0), backOff(99, 1)];
                }\
                """);
    assertThat(waits).isEqualTo(List.of(250, 500, 2_000, 4_000, 15_000, 30_000));
  }

  @Test
  void a_while_is_told_as_the_reader_writes_it() {
    var whiles =
        page()
            .evaluate(
                """
                async () => {
                  const { duration } = await import('/shared/i18n.js');
                  return [duration('en', 180), duration('en', 0.2), duration('zh', 180), duration('zh', 90_000, 'narrow')];
                }\
                """);
    assertThat(whiles).isEqualTo(List.of("3 minutes", "1 second", "3 分钟", "1 天"));
  }

  @Test
  void chinese_keeps_its_distance_from_names_and_figures_but_spells_them_as_they_are() {
    var said =
        page()
            .evaluate(
                """
                async () => {
                  const { sentences, clockTime } = await import('/shared/i18n.js');
                  const t = sentences({ zh: '我是{name}的机器人', spaced: '排在第 {name} 位', en: 'Hello from {name}.' });
                  return [
                    t('zh', { name: 'Fig and Fern' }), t('zh', { name: '灯巷' }), t('zh', { name: 'T恤' }),
                    t('spaced', { name: 2 }), t('en', { name: '灯巷' }),
                    clockTime('zh', new Date(2026, 2, 5, 9, 30), new Date(0)),
                  ];
                }\
                """);
    assertThat(said)
        .isEqualTo(
            List.of(
                "我是 Fig and Fern 的机器人",
                "我是灯巷的机器人",
                "我是 T恤的机器人",
                "排在第 2 位",
                "Hello from 灯巷.",
                "3 月 5 日 09:30"));
  }

  @Test
  void nothing_in_the_outbox_overtakes_what_must_wait() {
    var due =
        page()
            .evaluate(
                """
                async () => {
                  const { Outbox } = await import('/shared/outbox.js');
                  const outbox = new Outbox('test.', () => {});
                  for (const id of ['a', 'b', 'c', 'd']) outbox.add({ type: 'say', id, text: id }, id);
                  outbox.put({ ...outbox.get('a'), failure: { code: 'invalid', message: '' } });
                  outbox.get('c').notBefore = 1000;
                  const ids = entries => entries.map(entry => entry.frame.id).join('');
                  const first = ids(outbox.due(999, false));
                  outbox.get('b').sent = 990;
                  const result = [first, ids(outbox.due(999, false)), ids(outbox.due(999, true)), ids(outbox.due(1000, false)), ids(new Outbox('test.', () => {}).entries)];
                  outbox.clear();
                  return [...result, ids(new Outbox('test.', () => {}).entries)];
                }\
                """);
    assertThat(due).isEqualTo(List.of("b", "", "b", "cd", "abcd", ""));
  }

  @Test
  void whoever_asks_while_something_is_being_done_waits_until_it_is_done_once_more() {
    var done =
        page()
            .evaluate(
                """
                async () => {
                  const { Rerun } = await import('/shared/rerun.js');
                  const ends = [];
                  let begun = 0;
                  const rerun = new Rerun(() => new Promise((end) => { begun++; ends.push(end); }));
                  const result = [];
                  const asked = (name) => void rerun.ask().then(() => result.push(`${name}${begun}`));
                  asked('a');
                  asked('b');
                  asked('c');
                  result.push(begun, rerun.running);
                  ends.shift()();
                  await new Promise((next) => setTimeout(next));
                  result.push(begun);
                  ends.shift()();
                  await new Promise((next) => setTimeout(next));
                  result.push(rerun.running);
                  asked('d');
                  ends.shift()();
                  await new Promise((next) => setTimeout(next));
                  return result;
                }\
                """);
    assertThat(done).isEqualTo(List.of(1, true, 2, "a2", "b2", "c2", false, "d3"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"widget", "console", "shop"})
  void both_languages_say_the_same_things_with_the_same_placeholders(String room) {
    var script =
        """
        async room => {
          const placeholders = text => (text.match(/\\{\\w+\\}/g) ?? []).sort().join();
          const load = async language => (await import(`/${room}/texts_${language}.js`)).texts;
          const shape = texts => Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, placeholders(text)]));
          return [shape(await load('en')), shape(await load('zh'))];
        }\
        """;
    var shapes = (List<?>) page().evaluate(script, room);
    assertThat((Map<?, ?>) shapes.getFirst()).isNotEmpty().isEqualTo(shapes.getLast());
  }
}
