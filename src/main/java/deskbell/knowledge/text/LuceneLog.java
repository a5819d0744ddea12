package deskbell.knowledge.text;

import java.util.logging.Level;
import java.util.logging.Logger;

/** What Lucene itself logs. Any thread. */
public final class LuceneLog {
  /** Kept here, or its level would be forgotten. */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  private LuceneLog() {}

  /** Leaves out its advice to enable an incubating module, on which an operator cannot act. */
  public static void errorsOnly() {
    LUCENE.setLevel(Level.SEVERE);
  }
}
