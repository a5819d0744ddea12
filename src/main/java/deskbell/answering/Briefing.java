package deskbell.answering;

import deskbell.conversation.Handover;
import deskbell.dialog.DialogState;
import deskbell.dialog.Disclosed;
import deskbell.dialog.Heard;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What an agent gets to know at once when a conversation is handed over. Pure. */
final class Briefing {
  private static final Set<String> ANGRY =
      Set.of(
          Urgent.Kind.ANGER.reason(),
          Urgent.Kind.THREAT.reason(),
          Urgent.Kind.LEGAL.reason(),
          Urgent.Kind.DISPUTE.reason());

  private Briefing() {}

  /**
   * The flow's own summary, completed by what open flows and those before them have asked, the
   * language, the reading, the shopper's mood and last words. Where what was asked stays in the
   * flow, the last words are left to the transcript: they may be just that.
   *
   * @param known before this turn, as far as it may be told
   * @param upset turns in which the shopper was rude or complained
   */
  static Map<String, String> of(
      Turn turn, Disclosed known, Heard heard, Handover handover, int upset) {
    var summary = new HashMap<String, String>();
    known(known.state(), summary);
    if (known.whole()) {
      summary.put("last_question", turn.ask().text());
      heard
          .understood()
          .entities()
          .forEach(entity -> summary.putIfAbsent(entity.type().wire(), entity.value()));
    }
    summary.put("language", heard.language().code());
    summary.put("intent", heard.understood().best().intent());
    summary.put("mood", mood(handover.reason(), upset));
    summary.putAll(handover.summary());
    return summary;
  }

  /** Former flows, then those that wait, then the open one: the newest word on a slot holds. */
  private static void known(DialogState dialog, Map<String, String> summary) {
    dialog.known().forEach((slot, said) -> summary.put(slot, said.value()));
    dialog
        .flows()
        .forEach(
            flow -> {
              summary.put("flow", flow.flow());
              summary.putAll(flow.slots());
            });
  }

  private static String mood(String reason, int upset) {
    if (ANGRY.contains(reason)) {
      return "angry";
    }
    return upset > 0 ? "upset" : "calm";
  }
}
