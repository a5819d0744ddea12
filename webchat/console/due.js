/** By when a shopper should have been answered, and by when the matter should be settled. */
import { duration } from '../shared/i18n.js';

/** @typedef {import('../shared/protocol').Ticket} Ticket */
/** @typedef {{ kind: 'answer' | 'settle', left: number, level: 'calm' | 'soon' | 'late' }} Due seconds left, negative where it is late */

/** The share of the time left at which it becomes pressing. */
const PRESSING = 0.25;

/**
 * What is due next; undefined for what is answered by e-mail, which nobody waits for at the page.
 *
 * @param {Ticket} ticket
 * @param {{ firstResponse: number, resolution: number }} targets seconds
 * @param {number} now milliseconds
 * @returns {Due | undefined}
 */
export function due(ticket, targets, now) {
  if (ticket.email) {
    return undefined;
  }
  const answered = ticket.state === 'claimed' && Boolean(ticket.repliedAt);
  const [kind, from, target] = answered
    ? /** @type {const} */ (['settle', ticket.createdAt, targets.resolution])
    : /** @type {const} */ (['answer', ticket.queuedAt ?? ticket.createdAt, targets.firstResponse]);
  const left = target - (now - new Date(from).getTime()) / 1000;
  return { kind, left, level: left < 0 ? 'late' : left < target * PRESSING ? 'soon' : 'calm' };
}

/**
 * That in the reader's words.
 *
 * @param {import('./app.js').App} app
 * @param {Due} it
 */
export function dueWords({ t, language }, { kind, left }) {
  return t(left < 0 ? `due.${kind}.late` : `due.${kind}`, { time: duration(language, Math.abs(left)) });
}
