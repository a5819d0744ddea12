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
 * <tr><td>find_order</td><td></td><td>status, items, item_count,
 * item_N, total, ordered, carrier, tracking, eta,
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
 * <tr><td>open_case</td><td>kind (one of {@link deskbell.shop.CaseKind}), story, item?, wish?</td>
 * <td>status, case_number</td><td>already_open (status, case_number), those of proof</td></tr>
 * <tr><td>hurry_order</td><td></td><td>status, eta</td><td>already_done (today), too_late, not_yet
 * (not paid), each with status, those of proof</td></tr>
 * <tr><td>start_exchange</td><td>item?, size?, colour?</td><td>status, exchange_number</td>
 * <td>not_in_order, out_of_stock, too_late, not_yet, already_done (exchange_number), each with
 * status, those of proof</td></tr>
 * <tr><td>request_refund</td><td>reason? (refused_parcel)</td><td>status, refund_state,
 * refund_amount, refund_date</td><td>already_done, too_late, not_paid, each with status, those of
 * proof</td></tr>
 * <tr><td>price_protection</td><td>item?</td><td>status, difference</td><td>not_in_order,
 * not_eligible, too_late, already_done (difference), each with status, those of proof</td></tr>
 * <tr><td>book_installation</td><td>day, item?</td><td>status, visit_number, visit_day</td>
 * <td>day_full (next_day), not_in_order, not_eligible, already_done (visit_number, visit_day), each
 * with status, those of proof</td></tr>
 * <tr><td>check_account</td><td>none at all</td><td></td><td>still_open (open_orders,
 * open_refunds: their numbers), needs_identity</td></tr>
 * <tr><td>erase_account</td><td>none at all</td><td>erased_by</td><td>not_yet, not_found (no such
 * account), needs_identity</td></tr>
 * <tr><td>check_voucher</td><td>code</td><td>percent, amount_off, minimum, valid_from, valid_until</td>
 * <td>not_valid (voucher_reason: expired, not_yet, used, first_order or not_yours, and the facts of
 * ok), not_found, too_many_tries (until, minutes)</td></tr>
 * <tr><td>find_products</td><td>product (a code), or category, told, words, colour?, size?,
 * budget?, wish? (cheaper, other, bigger, smaller, size), beside? (a code), shown? (codes), and no
 * order</td><td>count, shown, sized (whether one comes in sizes), next_size (of bigger and smaller), and code_N, name_N, stock_N,
 * price_N, image_N, alt_N, size_N (whose stock it is) from 1 on, the closest first, three at
 * most</td><td>too_many (told leaves more than three alike), near (as ok, what would
 * fit but for one thing; but: dearer, other_colour, other_size, sold_out), nothing_fits, which_size
 * (sizes), no_other_size (sizes)</td></tr>
 * <tr><td>size_advice</td><td>product (a code), or item or told (words); measures?, more?, and no
 * order</td><td>product_code, product_name, best_size, why (measured, tall, usual, uk), by (chest,
 * waist, foot, weight, uk), took (the measure as it was said), range (what the size is made for),
 * size_stock</td><td>between (as ok, and other_size; why: larger, smaller, usual), none_fits
 * (last_size, by, took, range; why: large, small), needs_measures (about: chest, waist, foot or
 * weight; lacks: all, height, weight), one_size, no_chart (sizes), each with product_code and
 * product_name; which_product (code_N, name_N and what else find_products brings, or nothing),
 * no_such_product</td></tr>
 * </table>
 *
 * <p>The outcomes of proof are not_found (no such order, or the pair is wrong: nobody can tell
 * which), needs_proof, and too_many_tries (until: an ISO instant; minutes: until then, rounded up).
 * Every operation may bring unavailable; after a write it means that nobody knows yet whether it
 * happened. A write may bring refused: the shop does not accept a value. Statuses are received,
 * paid, packing, shipped, out_for_delivery, delivered and cancelled; refund states started,
 * returning, received, checked and refunded. An item is a code, a name or words of one;
 * not_in_order says that it is none of the order's or could be several, and an order with one item
 * needs none. Money reads {@code GBP 49.90}, days are ISO dates.
 *
 * <p>Everything runs on the caller's event loop and speaks Future; nothing here blocks.
 */
package deskbell.shop;
