/**
 * Says whether a text holds only what given facts hold: {@link
 * deskbell.answering.grounding.Grounding} reads every number, price, date, time, name, link and
 * code of both, however it is written, and compares. Pure; any thread. Languages are not told
 * apart: a text in one may hold words of the other.
 */
package deskbell.answering.grounding;
