package deskbell.dialog.flow;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text with blanks: {@code {order}}, {@code {eta:date}}, and stretches in double square brackets
 * that are left out where a blank in them stays empty: {@code [[ It's expected on {eta:date}.]]}.
 */
public record Template(List<Piece> pieces) {
  public Template {
    pieces = List.copyOf(pieces);
  }

  /** A part of a text. */
  public sealed interface Piece {}

  /** Words as they stand. */
  public record Words(String text) implements Piece {}

  /**
   * A place for a slot or fact.
   *
   * @param format how it is written: {@code date}, {@code money}, or a table's name
   */
  public record Blank(String name, Optional<String> format) implements Piece {}

  /** A stretch that is shown only where each blank in it has a value. */
  public record Maybe(List<Piece> pieces) implements Piece {
    public Maybe {
      pieces = List.copyOf(pieces);
    }
  }

  /** Blanks that stand outside double brackets: each must have a value. */
  public Stream<Blank> needed() {
    return pieces.stream().filter(Blank.class::isInstance).map(Blank.class::cast);
  }

  /** All blanks. */
  public Stream<Blank> blanks() {
    return pieces.stream().flatMap(Template::blanksOf);
  }

  /** The text with its blanks filled; an empty one outside brackets leaves nothing behind. */
  public String fill(Function<Blank, Optional<String>> values) {
    return filled(pieces, values).strip();
  }

  /** The text as it stands in the file. */
  public String written() {
    return pieces.stream().map(Template::written).collect(Collectors.joining());
  }

  private static String written(Piece piece) {
    return switch (piece) {
      case Words(var text) -> text;
      case Blank(var name, var format) -> "{" + name + format.map(f -> ":" + f).orElse("") + "}";
      case Maybe(var inner) -> "[[" + new Template(inner).written() + "]]";
    };
  }

  private static Stream<Blank> blanksOf(Piece piece) {
    return switch (piece) {
      case Words _ -> Stream.of();
      case Blank blank -> Stream.of(blank);
      case Maybe(var inner) -> inner.stream().flatMap(Template::blanksOf);
    };
  }

  private static String filled(List<Piece> pieces, Function<Blank, Optional<String>> values) {
    return pieces.stream().map(piece -> filled(piece, values)).collect(Collectors.joining());
  }

  private static String filled(Piece piece, Function<Blank, Optional<String>> values) {
    return switch (piece) {
      case Words(var text) -> text;
      case Blank blank -> values.apply(blank).orElse("");
      case Maybe(var inner) -> {
        boolean known =
            inner.stream().flatMap(Template::blanksOf).allMatch(b -> values.apply(b).isPresent());
        yield known ? filled(inner, values) : "";
      }
    };
  }
}
