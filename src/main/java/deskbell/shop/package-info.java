/**
 * The shop's side of a conversation: orders, products and writes, from a {@link deskbell.shop.Shop}
 * over REST or from the demo shop's tables.
 *
 * <p>Flows make calls by name through {@link deskbell.shop.ShopCalls}; {@link
 * deskbell.shop.ShopDesk} is the one that answers them. It lets nobody see an order without proof
 * (a signed identity that owns it, or its number with the e-mail or the phone's last four digits),
 * counts wrong guesses in the database, and records every write as an effect before it is made, so
 * that it happens once however often the turn is tried. An effect knows whether its result came
 * before the shopper; {@link deskbell.shop.LooseEnds} settles those whose turn was lost.
 *
 * <table>
 * <caption>What each operation takes and brings. Facts that the shop does not know are absent; each
 * result about an order has the fact {@code order}.</caption>
 * <tr><th>operation</th><th>arguments beside order, email?, phone?</th><th>facts of ok</th>
 * <th>other outcomes</th></tr>
 * <tr><td>find_order</td><td></td><td>status, items, total, ordered, carrier, tracking, eta,
 * delivered, address (the city), refund_state, refund_amount, refund_date</td><td>those of proof</td></tr>
 * <tr><td>list_orders</td><td>none at all</td><td>count, and order_N, status_N, items_N, total_N,
 * ordered_N from 1 on, newest first, five at most</td><td>needs_identity</td></tr>
 * <tr><td>cancel_order</td><td></td><td>status, refund_state, refund_amount, refund_date</td><td>too_late
 * (status), already_done (status), those of proof</td></tr>
 * <tr><td>change_address</td><td>address, recipient_phone?</td><td>status, address (the city)</td><td>too_late
 * (status), needs_both_proofs, those of proof</td></tr>
 * <tr><td>change_refund_account</td><td>account</td><td>status, refund_state, refund_amount,
 * refund_date</td><td>too_late (status), no_refund (status), needs_both_proofs, those of proof</td></tr>
 * <tr><td>start_return</td><td>reason</td><td>status, return_number, method (label or
 * collection)</td><td>too_late (status), not_returnable (status), those of proof</td></tr>
 * <tr><td>refund_status</td><td></td><td>status, refund_state, refund_amount, refund_date</td><td>no_refund
 * (status), those of proof</td></tr>
 * <tr><td>request_invoice</td><td>title, tax_number?, invoice_email?</td><td>status,
 * invoice_number</td><td>not_yet (status), those of proof</td></tr>
 * </table>
 *
 * <p>The outcomes of proof are not_found (no such order, or the pair is wrong: nobody can tell
 * which), needs_proof, and too_many_tries (until: an ISO instant; minutes: until then, rounded up).
 * Every operation may bring unavailable; after a write it means that nobody knows yet whether it
 * happened. A write may bring refused: the shop does not accept a value. Statuses are received,
 * paid, packing, shipped, out_for_delivery, delivered and cancelled; refund states started,
 * returning, received, checked and refunded. Money reads {@code GBP 49.90}, days are ISO dates.
 *
 * <p>Everything runs on the caller's event loop and speaks Future; nothing here blocks.
 */
package deskbell.shop;
