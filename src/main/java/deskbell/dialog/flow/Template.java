package deskbell.dialog.flow;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text with blanks: {@code {order}}, {@code {eta:date}}, ICU messages such as {@code {count,
 * plural, one {# parcel} other {# parcels}}}, and stretches in double square brackets that are left
 * out where a blank in them stays empty: {@code [[ It's expected on {eta:date}.]]}.
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

  /** A place whose words depend on the number, date or word that a slot or fact holds. */
  public record Message(IcuMessage icu) implements Piece {}

  /** A stretch that is shown only where each blank in it has a value. */
  public record Maybe(List<Piece> pieces) implements Piece {
    public Maybe {
      pieces = List.copyOf(pieces);
    }
  }

  /** What fills the blanks for one reader. */
  public interface Values {
    /** The words for a blank; empty where its value isn't known. */
    Optional<String> written(Blank blank);

    /** The words for a message; empty where a value of it isn't known. */
    Optional<String> written(IcuMessage message);
  }

  /** Blanks that stand outside double brackets: each must have a value. */
  public Stream<Blank> needed() {
    return pieces.stream().filter(piece -> !(piece instanceof Maybe)).flatMap(Template::blanksOf);
  }

  /** All blanks, those within messages among them. */
  public Stream<Blank> blanks() {
    return pieces.stream().flatMap(Template::blanksOf);
  }

  /** The text with its blanks filled; an empty one outside brackets leaves nothing behind. */
  public String fill(Values values) {
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
      case Message(var icu) -> icu.pattern();
      case Maybe(var inner) -> "[[" + new Template(inner).written() + "]]";
    };
  }

  private static Stream<Blank> blanksOf(Piece piece) {
    return switch (piece) {
      case Words _ -> Stream.of();
      case Blank blank -> Stream.of(blank);
      case Message(var icu) -> icu.names().stream().map(name -> new Blank(name, Optional.empty()));
      case Maybe(var inner) -> inner.stream().flatMap(Template::blanksOf);
    };
  }

  private static String filled(List<Piece> pieces, Values values) {
    return pieces.stream().map(piece -> filled(piece, values)).collect(Collectors.joining());
  }

  private static String filled(Piece piece, Values values) {
    return switch (piece) {
      case Words(var text) -> text;
      case Blank blank -> values.written(blank).orElse("");
      case Message(var icu) -> values.written(icu).orElse("");
      case Maybe(var inner) ->
          inner.stream().allMatch(part -> known(part, values)) ? filled(inner, values) : "";
    };
  }

  private static boolean known(Piece piece, Values values) {
    return switch (piece) {
      case Words _ -> true;
      case Blank blank -> values.written(blank).isPresent();
      case Message(var icu) -> values.written(icu).isPresent();
      case Maybe(var inner) -> inner.stream().allMatch(part -> known(part, values));
    };
  }
}
