package deskbell.conversation;

/**
 * A value found in a text.
 *
 * @param value normalised: {@code LL20481234}, {@code +8613800138000}, {@code 2026-11-24}, {@code
 *     GBP 49.90}
 * @param start first character in the original text, in UTF-16 units
 * @param end one past the last
 */
public record Entity(EntityType type, String value, int start, int end) {}
