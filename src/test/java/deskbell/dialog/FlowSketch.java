package deskbell.dialog;

import deskbell.dialog.reading.FlowFiles;
import deskbell.rehearsal.RuleRehearsal;
import deskbell.rehearsal.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A flow written down in a test, {@code try.yaml}, in a folder where others may lie beside it. */
record FlowSketch(Path folder) {
  private static final String CONVERSATION =
      """
      conversations:
        - name: told
          language: en
          signed_in: anna
          talk:
      """;

  /** Puts another file beside it. */
  FlowSketch beside(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
    return this;
  }

  /** Where a talk with the flow goes another way than written; anna is signed in. */
  List<String> differences(String flow, String talk) throws IOException {
    Files.writeString(folder.resolve("try.yaml"), flow + CONVERSATION + talk.indent(6));
    var flows = flows();
    return RuleRehearsal.of(flows).runAll(flows).stream()
        .filter(verdict -> !verdict.passed())
        .map(Verdict::report)
        .toList();
  }

  /** What is wrong with the flow, each with line and column. */
  List<String> problems(String flow) throws IOException {
    Files.writeString(folder.resolve("try.yaml"), flow);
    return FlowFiles.read(folder).problems().stream()
        .map(
            problem ->
                problem.place().line() + ":" + problem.place().column() + ": " + problem.rule())
        .toList();
  }

  /** All flows of the folder, which have to be sound. */
  Flows flows() {
    return Flows.load(folder);
  }
}
