package deskbell.dialog;

import deskbell.dialog.flow.Step;
import java.util.List;
import java.util.stream.Collectors;

/** What a message says to a proposal, clause by clause: "好的，取消吧" is yes twice. */
enum Assent {
  YES,
  NO,
  /** Words that mean either, or a yes beside a no. */
  BOTH,
  /** Something else. */
  NEITHER;

  /** What was pressed or said. */
  static Assent of(Step.Confirm confirm, Heard heard) {
    if (heard.chosen().isPresent()) {
      return of(Picks.picked(confirm.yes(), heard), Picks.picked(confirm.no(), heard));
    }
    var text = heard.understood().text();
    var whole = said(confirm, text);
    return whole == NEITHER ? together(confirm, text) : whole;
  }

  private static Assent of(boolean yes, boolean no) {
    if (yes) {
      return no ? BOTH : YES;
    }
    return no ? NO : NEITHER;
  }

  private static Assent said(Step.Confirm confirm, String text) {
    return of(
        Words.yes(text) || Picks.worded(confirm.yes(), text),
        Words.no(text) || Picks.worded(confirm.no(), text));
  }

  /** Every clause must be a yes or a no; one that may be either goes with the others. */
  private static Assent together(Step.Confirm confirm, String text) {
    var clauses = Words.clauses(text);
    var said = clauses.stream().map(clause -> clause(confirm, clause)).collect(Collectors.toSet());
    if (said.contains(NEITHER) || said.isEmpty()) {
      return !said.contains(YES) && turnedDown(confirm, clauses) ? NO : NEITHER;
    }
    said.remove(BOTH);
    return said.size() == 1 ? said.iterator().next() : BOTH;
  }

  /** True where a clause is a no to what is proposed, whatever stands beside it. */
  private static boolean turnedDown(Step.Confirm confirm, List<String> clauses) {
    return clauses.stream()
        .filter(clause -> !Picks.worded(confirm.yes(), clause))
        .anyMatch(clause -> Picks.worded(confirm.no(), clause) || Words.forbids(clause));
  }

  /**
   * A clause may be a yes with what is agreed to behind it: "yes cancel it". Behind an "ok" may
   * stand the opposite, too: "ok keep it", "ok leave it then".
   */
  private static Assent clause(Step.Confirm confirm, String clause) {
    var whole = said(confirm, clause);
    if (whole != NEITHER) {
      return whole;
    }
    return Words.afterYes(clause).map(rest -> behind(said(confirm, rest), rest)).orElse(NEITHER);
  }

  private static Assent behind(Assent said, String rest) {
    return switch (said) {
      case YES, BOTH -> YES;
      case NO -> NO;
      case NEITHER -> Words.leaves(rest) ? BOTH : NEITHER;
    };
  }
}
