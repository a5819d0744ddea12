package deskbell.neural;

/**
 * A value found in a text.
 *
 * @param name one of {@link Pieces#SLOT_NAMES}
 * @param value as it stands in the text
 */
public record Slot(String name, String value) {}
