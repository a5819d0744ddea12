package deskbell.knowledge;

/**
 * Something wrong with an article's file.
 *
 * @param file as the reader was given it
 * @param line counted from 1; 0 where the problem concerns the whole file
 * @param column counted from 1; 0 where there is none
 * @param rule what is wrong, naming field, value and rule
 */
public record Problem(Severity severity, String file, int line, int column, String rule)
    implements Comparable<Problem> {
  /** How bad it is. */
  public enum Severity {
    /** The article cannot be used. */
    ERROR,
    /** The article works, and somebody should look at it. */
    WARNING
  }

  /** A problem that keeps the article from being used. */
  public static Problem error(String file, int line, int column, String rule) {
    return new Problem(Severity.ERROR, file, line, column, rule);
  }

  /** A problem that somebody should look at. */
  public static Problem warning(String file, int line, int column, String rule) {
    return new Problem(Severity.WARNING, file, line, column, rule);
  }

  /** True where the article cannot be used. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  @Override
  public int compareTo(Problem other) {
    var byFile = file.compareTo(other.file);
    if (byFile != 0) {
      return byFile;
    }
    return line != other.line ? Integer.compare(line, other.line) : rule.compareTo(other.rule);
  }

  /** One line as compilers print it: {@code en/a.md:3:1: error: question is missing}. */
  @Override
  public String toString() {
    var place = line == 0 ? file : file + ":" + line + ":" + column;
    return place + ": " + (isError() ? "error: " : "warning: ") + rule;
  }
}
