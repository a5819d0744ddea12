package deskbell.dialog.flow;

/**
 * Where something stands in a flow file.
 *
 * @param line from 1
 * @param column from 1, in UTF-16 units
 * @param excerpt the line itself
 */
public record Place(String file, int line, int column, String excerpt) {
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
