package deskbell.rehearsal.crowd;

/** What a random shopper may do next. */
enum Manner {
  /** Types what the open question asks for. */
  ANSWERS,
  /** Presses a button. */
  PRESSES,
  /** Types something that looks like an answer and is none. */
  ATTEMPTS,
  /** Corrects something. */
  CORRECTS,
  /** Asks what an article answers. */
  ASKS,
  /** Wants what another flow does. */
  INTERRUPTS,
  /** Says a small word: yes, no, why, never mind, the second one. */
  STEERS,
  /** Talks about something else altogether. */
  STRAYS,
  /** Says a line out of some written conversation. */
  RECITES,
  /** Asks for a person, or says what must reach one. */
  ALARMS
}
