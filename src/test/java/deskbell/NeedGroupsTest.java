package deskbell;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.conversation.ConversationId;
import deskbell.conversation.Language;
import deskbell.knowledge.KnowledgeSettings;
import deskbell.knowledge.Library;
import deskbell.knowledge.Searcher;
import deskbell.knowledge.review.Miss;
import deskbell.knowledge.review.Need;
import deskbell.knowledge.review.Needs;
import deskbell.knowledge.review.QuestionId;
import deskbell.understanding.Catalogue;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How well questions that the shipped bot cannot answer fall into needs, in both languages. */
class NeedGroupsTest {
  /** A need a line: ways to ask for it, English before Chinese. */
  private static final String NEEDS =
      """
      Is your packaging recyclable? | Do you use plastic in your boxes? | 包装盒可以回收吗 | 你们的包装用塑料吗
      Are you hiring at the moment? | How do I apply for a job with you? | 你们招人吗 | 怎么应聘你们公司
      Can I hire a suit for the weekend? | Do you rent out clothes? | 可以租西装吗 | 衣服能租吗
      Is there parking at your shop? | Where can I park near the store? | 门店有停车场吗 | 去店里车停哪儿
      Can I set up a wedding gift list? | Do you do gift registries for weddings? | 可以建婚礼礼物清单吗 | 有结婚礼物登记服务吗
      Can I bring my dog into the shop? | Are pets allowed in your stores? | 可以带狗进店吗 | 店里让带宠物吗
      Can you engrave a name on it? | Do you do engraving? | 可以刻字吗 | 能不能在上面刻名字
      Do you sell refurbished phones? | Any second-hand phones? | 有翻新手机卖吗 | 有没有二手手机
      Do you offer an interior design service? | Can somebody help me plan my living room? | 提供室内设计服务吗 | 能帮我设计客厅吗
      I left my umbrella in your shop | Somebody forgot a bag at your store, where is lost property? | 我把伞落在你们店里了 | 在店里丢了东西找谁
      """;

  private static final QuestionId ID = new QuestionId(ConversationId.random(), 1);
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  @Test
  void few_strangers_share_a_row_and_many_pairs_of_one_need_do() {
    var belongs = new HashMap<String, Integer>();
    var missed = new ArrayList<Needs.Read>();
    try (var voters = Voters.open(Optional.empty(), List.of("linear", "neighbours"));
        var searcher = searcher()) {
      var reader =
          new QuestionReader(
              voters.interpreter(Catalogue.EMPTY, Clock.systemUTC()), searcher, 0.5, 0);
      var lines = NEEDS.lines().toList();
      for (var need = 0; need < lines.size(); need++) {
        for (var text : lines.get(need).split(" \\| ", -1)) {
          var language = text.codePointAt(0) > 0x2E80 ? Language.ZH : Language.EN;
          var miss = new Miss(ID, text, language, text, NOON, true, false, false, false);
          missed.add(new Needs.Read(miss, reader.read(text, language)));
          belongs.put(text, need);
        }
      }
    }
    var needs = Needs.of(missed);
    var together = pairs(needs);
    var right = together.stream().filter(pair -> same(pair, belongs)).count();
    var all = belongs.size() * 3 / 2;
    assertThat((double) right / together.size()).as("precision").isGreaterThan(0.75);
    assertThat((double) right / all).as("recall").isGreaterThan(0.2);
  }

  private static boolean same(List<String> pair, Map<String, Integer> belongs) {
    return belongs.get(pair.getFirst()).equals(belongs.get(pair.getLast()));
  }

  private static List<List<String>> pairs(List<Need> needs) {
    var pairs = new ArrayList<List<String>>();
    for (var need : needs) {
      var texts = need.phrasings().stream().map(Need.Phrasing::text).toList();
      for (var i = 0; i < texts.size(); i++) {
        for (var j = 0; j < i; j++) {
          pairs.add(List.of(texts.get(i), texts.get(j)));
        }
      }
    }
    return pairs;
  }

  private static Searcher searcher() {
    var shipped = KnowledgeRoom.shipped(Path.of("knowledge-base"));
    var library = Library.of(List.copyOf(shipped.articles().values()));
    return Searcher.open(KnowledgeSettings.DEFAULTS, library, Map.of());
  }
}
