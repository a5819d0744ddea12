package deskbell.understanding.entity;

import deskbell.conversation.EntityType;

/**
 * A value found in the normalised copy of a text.
 *
 * @param start first character in the copy
 * @param end one past the last
 */
record Match(EntityType type, String value, int start, int end) {
  boolean overlaps(Match other) {
    return start < other.end && other.start < end;
  }
}
