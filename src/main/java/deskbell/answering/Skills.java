package deskbell.answering;

/**
 * What a model adds to answering where it helps.
 *
 * @param rewriter says follow-ups so that they stand alone
 * @param reranker decides between articles that are almost equally good
 * @param speaker says answers shorter
 */
public record Skills(Rewriter rewriter, Reranker reranker, Speaker speaker) {
  /** No model. */
  public static final Skills NONE = new Skills(Rewriter.NONE, Reranker.NONE, Speaker.SILENT);
}
