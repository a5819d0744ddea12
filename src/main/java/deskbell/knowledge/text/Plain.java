package deskbell.knowledge.text;

import java.util.stream.Collectors;

/** A text without what does not change its meaning: case, width, punctuation, spaces. */
public final class Plain {
  private Plain() {}

  /** The same for two texts that read alike. */
  public static String of(String text) {
    return Scanner.scan(Normal.of(text)).stream().map(Run::text).collect(Collectors.joining(" "));
  }
}
