package deskbell.bench;

import deskbell.dialog.Flows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Flow files that nobody has written, beside those of a folder. Blocks for the disk. */
final class GeneratedFlows {
  private GeneratedFlows() {}

  /** The flows of a folder, and so many more. */
  static Flows beside(Path folder, int more) throws IOException {
    var all = Files.createTempDirectory("deskbell-flows");
    try {
      try (var files = Files.list(folder)) {
        for (var file : files.toList()) {
          Files.copy(file, all.resolve(file.getFileName()));
        }
      }
      for (int n = 1; n <= more; n++) {
        Files.writeString(all.resolve("errand-" + n + ".yaml"), flow(n));
      }
      return Flows.load(all);
    } finally {
      try (var files = Files.walk(all)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static String flow(int n) {
    return """
    title: {en: Errand %1$d, zh: 事项 %1$d}
    triggers: [errand_%1$d]
    slots:
      day:
        type: date
        question: {en: "Which day for errand %1$d?", zh: 事项 %1$d 要哪天？}
        hint: {en: "A day, please.", zh: 请给一个日期。}
        differently: {en: "Day and month?", zh: 几月几日？}
      note:
        type: text
        question: {en: "What should we know about errand %1$d?", zh: 事项 %1$d 有什么要说明的？}
        hint: {en: "A few words are enough.", zh: 几个字就行。}
        differently: {en: "In your own words, please.", zh: 请用您自己的话说。}
    steps:
      - include: find_order
      - collect: day
      - collect: note
      - confirm: {en: "Do errand %1$d on {day}?", zh: "事项 %1$d 安排在 {day} 吗？"}
        yes: {en: [Do errand %1$d], zh: [办事项 %1$d]}
        no: {en: [Leave errand %1$d], zh: [不办事项 %1$d]}
      - hand_over: errand
    """
        .formatted(n);
  }
}
