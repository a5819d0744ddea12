package deskbell;

import deskbell.answering.AnsweringSettings;
import deskbell.answering.Memory;
import deskbell.answering.Skills;
import deskbell.answering.Thinking;
import deskbell.answering.Worker;
import deskbell.bench.DialogBench;
import deskbell.bench.ThresholdSweep;
import deskbell.dialog.Dialogue;
import deskbell.dialog.FlowDialogue;
import deskbell.dialog.Flows;
import deskbell.knowledge.KnowledgeSettings;
import deskbell.knowledge.Library;
import deskbell.knowledge.Searcher;
import deskbell.knowledge.files.ArticleFolder;
import deskbell.knowledge.files.SynonymFiles;
import deskbell.rehearsal.Rehearsal;
import deskbell.rehearsal.Remembered;
import deskbell.rehearsal.StageClock;
import deskbell.rehearsal.crowd.Crowd;
import deskbell.store.MemoryCodec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;

/** The bot without a server, for rehearsals: flows, articles and a model on the caller's thread. */
final class Studio implements AutoCloseable {
  private final StageClock clock = new StageClock();
  private final Flows flows;
  private final Library library;
  private final Searcher searcher;
  private final ClosableInterpreter interpreter;

  private Studio(
      Flows flows,
      Path articles,
      Function<? super Clock, ? extends ClosableInterpreter> interpreters) {
    this.flows = flows;
    this.library = Library.of(ArticleFolder.read(articles).articles());
    this.searcher = Searcher.open(KnowledgeSettings.DEFAULTS, library, SynonymFiles.read(articles));
    this.interpreter = interpreters.apply(clock);
  }

  /**
   * Opens a studio. Blocks for the disk.
   *
   * @param articles folder of articles and synonyms
   * @param interpreters makes understanding that knows the day by a clock; closed with the studio
   */
  static Studio open(
      Flows flows,
      Path articles,
      Function<? super Clock, ? extends ClosableInterpreter> interpreters) {
    return new Studio(flows, articles, interpreters);
  }

  /** A rehearsal of the flows. */
  Rehearsal rehearsal() {
    return rehearsal(new FlowDialogue(flows));
  }

  /** A rehearsal with a dialogue of the same flows. */
  Rehearsal rehearsal(Dialogue dialogue) {
    return new Rehearsal(dialogue, thinking(), AnsweringSettings.DEFAULTS, clock, Studio::stored);
  }

  private Thinking thinking() {
    return new Thinking(interpreter.skills(), interpreter, searcher, Worker.HERE);
  }

  /** Random shoppers in front of the flows; follow-ups are taken as they are said. */
  Crowd crowd() {
    var remembered = new Remembered(interpreter, searcher, clock);
    return new Crowd(
        flows,
        new FlowDialogue(flows),
        library.all(),
        new Thinking(Skills.NONE, remembered, remembered, Worker.HERE),
        clock,
        Studio::stored);
  }

  /** Other thresholds tried on these flows; follow-ups are taken as they are said. */
  ThresholdSweep sweep() {
    var remembered = new Remembered(interpreter, searcher, clock);
    return new ThresholdSweep(
        flows,
        library.all(),
        new Thinking(Skills.NONE, remembered, remembered, Worker.HERE),
        remembered,
        clock,
        Studio::stored);
  }

  /**
   * A benchmark of deciding, on the conversations of these flows; reads the folder again. Fails
   * where the disk does.
   */
  DialogBench bench(Path folder) throws IOException {
    var remembered = new Remembered(interpreter, searcher, clock);
    var thinking = new Thinking(Skills.NONE, remembered, remembered, Worker.HERE);
    var rehearsal =
        new Rehearsal(
            new FlowDialogue(flows), thinking, AnsweringSettings.DEFAULTS, clock, Studio::stored);
    return new DialogBench(rehearsal.runAll(flows), folder, thinking, clock);
  }

  /** A memory as it is stored. */
  static String written(Memory memory) {
    return MemoryCodec.write(memory);
  }

  /** A memory as it comes back from the database. */
  static Memory stored(Memory memory) {
    return MemoryCodec.parse(written(memory));
  }

  @Override
  public void close() {
    interpreter.close();
    searcher.close();
  }
}
