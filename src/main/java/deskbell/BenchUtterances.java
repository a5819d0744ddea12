package deskbell;

import deskbell.bench.AnswersBench.Utterance;
import deskbell.conversation.Language;
import deskbell.training.Corpus;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Utterances that a benchmark says. Pure but for the disk. */
final class BenchUtterances {
  private BenchUtterances() {}

  /** Those of a part of a corpus, in all languages. Blocks for the disk. */
  static List<Utterance> read(Path corpus, String part) {
    var files =
        Arrays.stream(Language.values())
            .map(language -> corpus.resolve(language.code()).resolve(part + ".jsonl"))
            .toList();
    return Corpus.read(files).stream()
        .map(example -> new Utterance(example.text(), example.language(), example.intent()))
        .toList();
  }
}
