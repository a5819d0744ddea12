package deskbell.conversation;

/** An intent and the calibrated probability, 0 to 1, that the text means it. */
public record IntentScore(String intent, double confidence) {
  /** The intent of what a shop's desk cannot help with. */
  public static final String OUT_OF_SCOPE = "out_of_scope";
}
