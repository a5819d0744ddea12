package deskbell.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/** The tables that a backup takes, read from PostgreSQL's own catalogue. */
final class Tables {
  /** Columns that are computed are not copied. */
  private static final String COLUMNS =
      """
      SELECT t.relname, a.attname
      FROM pg_class t
      JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'r'
        AND t.relname <> 'flyway_schema_history' AND a.attgenerated = ''
      ORDER BY t.relname, a.attnum
      """;

  private static final String REFERENCES =
      """
      SELECT DISTINCT t.relname, r.relname
      FROM pg_constraint c
      JOIN pg_class t ON t.oid = c.conrelid
      JOIN pg_class r ON r.oid = c.confrelid
      WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace AND t.oid <> r.oid
      """;

  private static final String SEQUENCES =
      """
      SELECT format(
        'SELECT setval(%L, COALESCE((SELECT max(%I) FROM %I), 0) + 1, false)',
        pg_get_serial_sequence(quote_ident(t.relname), a.attname), a.attname, t.relname)
      FROM pg_class t
      JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'r'
        AND pg_get_serial_sequence(quote_ident(t.relname), a.attname) IS NOT NULL
      """;

  private Tables() {}

  /** Tables with their columns; those that others refer to come first. */
  static Map<String, List<String>> inOrder(Connection connection) throws SQLException {
    var columns = new LinkedHashMap<String, List<String>>();
    for (var row : pairs(connection, COLUMNS)) {
      columns.computeIfAbsent(row.getFirst(), _ -> new ArrayList<>()).add(row.getLast());
    }
    var references =
        pairs(connection, REFERENCES).stream()
            .collect(
                Collectors.groupingBy(
                    List::getFirst, Collectors.mapping(List::getLast, Collectors.toList())));
    var ordered = new LinkedHashMap<String, List<String>>();
    columns.keySet().forEach(table -> place(table, columns, references, ordered));
    return ordered;
  }

  /** Lets numbers go on after the greatest one that was restored. */
  static void advanceSequences(Connection connection) throws SQLException {
    for (var statement : pairs(connection, SEQUENCES)) {
      try (var advance = connection.createStatement()) {
        advance.execute(statement.getFirst());
      }
    }
  }

  /** The driver's door to COPY. */
  static CopyManager copying(Connection connection) throws SQLException {
    return new CopyManager(connection.unwrap(BaseConnection.class));
  }

  /** A name as PostgreSQL wants it quoted. */
  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static void place(
      String table,
      Map<String, List<String>> columns,
      Map<String, List<String>> references,
      Map<String, List<String>> ordered) {
    if (ordered.containsKey(table)) {
      return;
    }
    for (var referred : references.getOrDefault(table, List.of())) {
      place(referred, columns, references, ordered);
    }
    ordered.put(table, columns.get(table));
  }

  private static List<List<String>> pairs(Connection connection, String query) throws SQLException {
    var found = new ArrayList<List<String>>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      while (rows.next()) {
        found.add(List.of(rows.getString(1), rows.getString(rows.getMetaData().getColumnCount())));
      }
    }
    return found;
  }
}
