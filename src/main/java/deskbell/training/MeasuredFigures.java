package deskbell.training;

import deskbell.conversation.Invalid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What commands measured, kept in the README of a model directory under headings of their own. A
 * new training drops what was measured of the model before it, and keeps what was measured of the
 * learner itself.
 */
public final class MeasuredFigures {
  /** Begins the names of measurements in which a model of the learner's own is trained. */
  public static final String LEARNER = "bench learner";

  private static final String HEADING = "## Measured by `";

  private static final Pattern OF_LEARNER =
      Pattern.compile("^" + HEADING + LEARNER + "[^\n]*\n(?:(?!## ).*\n?)*", Pattern.MULTILINE);

  private MeasuredFigures() {}

  /**
   * Puts lines into the README of a directory, in place of those that the same command printed
   * before. Blocks for the disk.
   *
   * @param command as typed, without the program's name
   * @throws Invalid where the directory has no README of a model
   */
  public static void keep(Path directory, String command, List<String> lines) throws IOException {
    var file = directory.resolve(ModelReport.FILE);
    if (!Files.exists(file)) {
      throw new Invalid("--record", "names no model directory with a README: " + directory);
    }
    Files.writeString(file, with(Files.readString(file), command, lines));
  }

  /** A README with what a command printed, before the part that tells how it is built again. */
  static String with(String readme, String command, List<String> lines) {
    var heading = HEADING + command + "`\n";
    var section = heading + "```\n" + String.join("\n", lines) + "\n```\n\n";
    int from = readme.indexOf(heading);
    if (from >= 0) {
      int next = readme.indexOf("\n## ", from);
      return readme.substring(0, from) + section + rest(readme, next);
    }
    int end = readme.indexOf(ModelReport.BUILD);
    return readme.substring(0, end < 0 ? readme.length() : end) + section + rest(readme, end - 1);
  }

  /** What stands after the line break at a place; nothing where there is none. */
  private static String rest(String readme, int lineBreak) {
    return lineBreak < 0 ? "" : readme.substring(lineBreak + 1);
  }

  /** The parts of a README that hold for every model that the learner makes. */
  static String ofLearner(String readme) {
    var found = new StringBuilder();
    OF_LEARNER.matcher(readme).results().forEach(hit -> found.append(hit.group()));
    return found.toString();
  }
}
