package deskbell.dialog;

import deskbell.dialog.WatchedDialogue.Way;
import java.util.Set;

/**
 * What a shopper may do in the middle of a flow. Which of it a conversation shows is seen from what
 * the dialogue makes of it, so that no note in the files has to be kept true.
 */
public enum Move {
  SEVERAL_AT_ONCE,
  ANOTHER_ORDER,
  CORRECTS_BY_VALUE,
  CORRECTS_BY_POINTING,
  NAMES_WHAT_IS_WRONG,
  ASKS_WHY,
  ASKS_SOMETHING_ELSE,
  STARTS_ANOTHER_FLOW,
  LEAVES,
  COMES_BACK_AFTER_AN_HOUR,
  PICKS_BY_NUMBER,
  PICKS_BY_LABEL,
  PICKS_BY_PARAPHRASE,
  SAYS_YES_TO_SEVERAL,
  REFERS_TO_WHAT_WAS_TALKED_ABOUT,
  POINTS_AT_ONE_OF_SEVERAL,
  MEANS_THE_NEWEST,
  MISSES_TWICE,
  MISSES_THREE_TIMES,
  COMES_BACK_AFTER_A_DAY;

  /**
   * True where a decision of the dialogue shows it.
   *
   * @param said what the shopper writes in this conversation
   */
  public boolean in(Flows flows, WatchedDialogue.Exchange exchange, Set<String> said) {
    var seen = new Seen(flows, exchange, said);
    return switch (this) {
      case SEVERAL_AT_ONCE -> seen.typed() && seen.newSlots().size() > 1;
      case ANOTHER_ORDER -> seen.typed() && seen.means("fills") && seen.leavesTheQuestionOpen();
      case CORRECTS_BY_VALUE -> seen.typed() && seen.means("corrects") && !seen.points();
      case CORRECTS_BY_POINTING -> seen.typed() && seen.means("corrects") && seen.points();
      case NAMES_WHAT_IS_WRONG -> seen.means("reopens");
      case ASKS_WHY -> seen.means("answered") && Pointing.wonders(seen.text());
      case ASKS_SOMETHING_ELSE -> seen.way() == Way.REMIND && seen.says();
      case STARTS_ANOTHER_FLOW -> seen.comesBackToTheFirst();
      case LEAVES -> seen.ends(FlowDialogue.LEFT);
      case COMES_BACK_AFTER_AN_HOUR -> seen.after(Said.PAUSE) && !seen.after(Said.STALE);
      case PICKS_BY_NUMBER -> seen.typed() && seen.picks() && Words.ordinal(seen.text()) > 0;
      case PICKS_BY_LABEL -> seen.typed() && seen.picks() && seen.saysALabel();
      case PICKS_BY_PARAPHRASE -> seen.typed() && seen.picks() && seen.paraphrases();
      case SAYS_YES_TO_SEVERAL -> seen.means("answered") && Words.yes(seen.text());
      case REFERS_TO_WHAT_WAS_TALKED_ABOUT -> seen.way() == Way.START && seen.knowsFromBefore();
      case POINTS_AT_ONE_OF_SEVERAL -> seen.typed() && seen.means("fills") && seen.points();
      case MEANS_THE_NEWEST -> Pointing.latest(seen.text()) && seen.takesUnnamed();
      case MISSES_TWICE -> seen.reaches(FlowDialogue.MAX_MISSES - 1);
      case MISSES_THREE_TIMES -> seen.reaches(FlowDialogue.MAX_MISSES);
      case COMES_BACK_AFTER_A_DAY -> seen.asksWhetherItHolds();
    };
  }
}
