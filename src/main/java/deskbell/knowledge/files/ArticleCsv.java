package deskbell.knowledge.files;

import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.conversation.Unavailable;
import deskbell.knowledge.Article;
import deskbell.knowledge.ArticleKey;
import deskbell.knowledge.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Articles as a table, one a row, in UTF-8 with a header line. Cells are parted by commas; what is
 * read may have semicolons or tabs, as spreadsheets write where a comma is the decimal sign.
 * Phrasings in {@code also} stand on lines of their own within the cell, tags between commas.
 * Reading reports each bad row and keeps the others.
 */
public record ArticleCsv(List<Article> articles, List<Problem> problems) {
  private static final String[] COLUMNS = {
    "id", "lang", "question", "also", "intent", "tags", "review", "answer"
  };

  /** What may part cells. */
  private static final String DELIMITERS = ",;\t";

  /** Characters within which the first delimiter stands. */
  private static final int HEADER = 1_000;

  /** A day, year first, as ISO 8601 or a spreadsheet writes it. */
  private static final Pattern DAY = Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})");

  /** Where a table stops being one, in the words of its parser. */
  private static final Pattern LINE = Pattern.compile("line:? (\\d+)");

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader(COLUMNS).setRecordSeparator('\n').get();

  public ArticleCsv {
    articles = List.copyOf(articles);
    problems = List.copyOf(problems);
  }

  /**
   * A row of a table.
   *
   * @param number of the row, from 1, the header apart
   * @param line where it ends in the file
   * @param article empty where something is wrong
   */
  public record Row(long number, int line, Optional<Article> article, Optional<Invalid> wrong) {}

  /** Reads a table; a file that cannot be read is {@link Unavailable}. */
  public static ArticleCsv read(Path file) {
    var name = file.getFileName().toString();
    try (var reader = Files.newBufferedReader(file)) {
      return of(name, rows(name, reader));
    } catch (IOException failed) {
      throw new Unavailable("articles: " + file + " cannot be read", failed);
    }
  }

  /** The rows of a table; what is no table at all is {@link Invalid}. */
  public static List<Row> rows(String name, Reader table) throws IOException {
    var header =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreHeaderCase(true)
            .setAllowMissingColumnNames(true);
    try (var text = withoutMark(new BufferedReader(table));
        var parser = CSVParser.parse(text, header.setDelimiter(delimiter(text)).get())) {
      return rows(name, parser);
    } catch (CSVException
        | CharacterCodingException
        | UncheckedIOException
        | IllegalArgumentException malformed) {
      throw new Invalid(name, rule(malformed), malformed);
    }
  }

  private static String rule(Exception malformed) {
    if (malformed instanceof CharacterCodingException
        || malformed.getCause() instanceof CharacterCodingException) {
      return "is not in UTF-8";
    }
    var line = LINE.matcher(String.valueOf(malformed.getMessage()));
    return "is no table: "
        + (line.find()
            ? "line " + line.group(1) + " has a quotation mark too few or in the wrong place"
            : malformed.getMessage());
  }

  private static BufferedReader withoutMark(BufferedReader reader) throws IOException {
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return reader;
  }

  /** What parts the cells of the first line; a comma where nothing does. */
  private static char delimiter(BufferedReader reader) throws IOException {
    reader.mark(HEADER);
    var start = new char[HEADER];
    var length = Math.max(0, reader.read(start));
    reader.reset();
    return (char)
        new String(start, 0, length)
            .lines()
            .limit(1)
            .flatMapToInt(String::chars)
            .filter(one -> DELIMITERS.indexOf(one) >= 0)
            .findFirst()
            .orElse(DELIMITERS.charAt(0));
  }

  private static List<Row> rows(String name, CSVParser parser) {
    named(name, parser.getHeaderNames());
    var rows = new ArrayList<Row>();
    var numbers = new HashMap<ArticleKey, Long>();
    for (var row : parser) {
      if (row.stream().allMatch(String::isBlank)) {
        continue;
      }
      var line = Math.toIntExact(parser.getCurrentLineNumber());
      try {
        fits(row, parser.getHeaderNames().size());
        var article = article(row);
        var first = numbers.putIfAbsent(article.key(), row.getRecordNumber());
        if (first != null) {
          throw new Invalid("id", "is " + article.key() + ", as in row " + first);
        }
        rows.add(new Row(row.getRecordNumber(), line, Optional.of(article), Optional.empty()));
      } catch (Invalid invalid) {
        rows.add(new Row(row.getRecordNumber(), line, Optional.empty(), Optional.of(invalid)));
      }
    }
    return rows;
  }

  /** Each column that is needed is there, and none twice. */
  private static void named(String name, List<String> header) {
    var columns = header.stream().map(it -> it.toLowerCase(Locale.ROOT)).toList();
    for (var column : List.of("id", "lang", "question", "answer")) {
      if (!columns.contains(column)) {
        throw new Invalid(name + ":1", "has no column " + column);
      }
    }
    for (var column : COLUMNS) {
      if (Collections.frequency(columns, column) > 1) {
        throw new Invalid(name + ":1", "has two columns " + column);
      }
    }
  }

  /** A text that is parted at a delimiter of its own would lose its end. */
  private static void fits(CSVRecord row, int names) {
    if (row.stream().skip(names).anyMatch(cell -> !cell.isBlank())) {
      throw new Invalid("row", "has " + row.size() + " cells; the first row names " + names);
    }
  }

  private static ArticleCsv of(String name, List<Row> rows) {
    return new ArticleCsv(
        rows.stream().flatMap(row -> row.article().stream()).toList(),
        rows.stream().flatMap(row -> problem(name, row).stream()).toList());
  }

  private static Optional<Problem> problem(String name, Row row) {
    return row.wrong()
        .map(wrong -> "row " + row.number() + ": " + wrong.getMessage())
        .map(rule -> Problem.error(name, row.line(), 1, rule));
  }

  private static Article article(CSVRecord row) {
    return new Article(
        new ArticleKey(cell(row, "id"), Language.parse(cell(row, "lang"))),
        cell(row, "question"),
        parts(row, "also", "\n"),
        optional(row, "intent"),
        parts(row, "tags", "[,，、]"),
        optional(row, "review").map(ArticleCsv::date),
        cell(row, "answer"));
  }

  private static String cell(CSVRecord row, String column) {
    return row.isSet(column) ? row.get(column).strip() : "";
  }

  private static Optional<String> optional(CSVRecord row, String column) {
    return Optional.of(cell(row, column)).filter(value -> !value.isEmpty());
  }

  private static List<String> parts(CSVRecord row, String column, String between) {
    return Arrays.stream(cell(row, column).split(between))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private static LocalDate date(String day) {
    var parts = DAY.matcher(day);
    try {
      if (parts.matches()) {
        return LocalDate.of(
            Integer.parseInt(parts.group(1)),
            Integer.parseInt(parts.group(3)),
            Integer.parseInt(parts.group(4)));
      }
    } catch (DateTimeException none) {
      throw new Invalid("review", noDate(day), none);
    }
    throw new Invalid("review", noDate(day));
  }

  private static String noDate(String day) {
    return "is \"" + day + "\"; must be a date such as 2027-06-01";
  }

  /** The table of these articles. */
  public static String write(Collection<Article> articles) {
    var text = new StringBuilder();
    try (var printer = FORMAT.print(text)) {
      for (var article : articles) {
        printer.printRecord(
            article.id(),
            article.language().code(),
            article.question(),
            String.join("\n", article.also()),
            article.intent().orElse(""),
            String.join(", ", article.tags()),
            article.review().map(LocalDate::toString).orElse(""),
            article.answer());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("a text in memory was written", impossible);
    }
    return text.toString();
  }
}
