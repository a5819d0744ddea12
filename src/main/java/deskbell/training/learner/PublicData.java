package deskbell.training.learner;

import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.training.Corpus;
import deskbell.training.CorpusSplit;
import deskbell.training.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The public sets in a folder: {@code clinc150/data_full.json} (Larson 2019), {@code
 * banking77/{train,test}.csv} (Casanueva 2020), {@code hwu64/{train,valid,test}/{seq.in,label}}
 * (Liu 2019) and {@code hint3/*_train.csv} (Arora 2020). Blocks for the disk; what is missing or
 * broken is {@link Invalid} and named.
 */
final class PublicData {
  /** Parts that a set without a test is cut into. */
  static final int FOLDS = 5;

  static final String CLINC150 = "CLINC150";
  static final String BANKING77 = "BANKING77";
  static final String HWU64 = "HWU64";
  private static final String HINT3 = "HINT3 ";

  static final List<String> NAMES =
      List.of(
          CLINC150,
          BANKING77,
          HWU64,
          HINT3 + "curekart",
          HINT3 + "sofmattress",
          HINT3 + "powerplay11");

  private final Path folder;

  PublicData(Path folder) {
    this.folder = folder;
  }

  /** A set by one of the {@link #NAMES}, in folds where it has no test of its own. */
  List<PublicSet> set(String name) {
    return switch (name) {
      case CLINC150 -> List.of(clinc150());
      case BANKING77 -> List.of(banking77());
      case HWU64 -> List.of(hwu64());
      default -> {
        var shop = name.substring(HINT3.length());
        yield PublicSet.folds(name, read("hint3/" + shop + "_train.csv"), FOLDS);
      }
    };
  }

  private PublicSet clinc150() {
    var file = "clinc150/data_full.json#";
    return new PublicSet(CLINC150, read(file + "train"), read(file + "val"), read(file + "test"));
  }

  private PublicSet banking77() {
    var cut = CorpusSplit.cut(read("banking77/train.csv"), List.of());
    return new PublicSet(BANKING77, cut.training(), cut.validation(), read("banking77/test.csv"));
  }

  private PublicSet hwu64() {
    return new PublicSet(HWU64, lines("train"), lines("valid"), lines("test"));
  }

  private List<Example> lines(String part) {
    var place = folder.resolve("hwu64").resolve(part);
    var texts = read(place.resolve("seq.in"));
    var labels = read(place.resolve("label"));
    if (texts.size() != labels.size()) {
      throw new Invalid(
          place.toString(), "has " + texts.size() + " texts and " + labels.size() + " labels");
    }
    var examples = new ArrayList<Example>();
    for (int i = 0; i < texts.size(); i++) {
      examples.add(new Example(texts.get(i), Language.EN, labels.get(i)));
    }
    return examples;
  }

  private static List<String> read(Path file) {
    try {
      return Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
    } catch (IOException unreadable) {
      throw new Invalid(file.toString(), "cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  private List<Example> read(String name) {
    return Corpus.read(List.of(folder.resolve(name)));
  }
}
