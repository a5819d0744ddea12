package deskbell.dialog.reading;

import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import deskbell.dialog.flow.Phrase;
import deskbell.dialog.flow.Place;
import deskbell.dialog.flow.Template;
import deskbell.dialog.flow.Wordings;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** Reads what is written in every language: {@code en:} beside {@code zh:}. */
final class TextReader {
  private static final List<String> CODES =
      Arrays.stream(Language.values()).map(Language::code).toList();

  private final Shapes shapes;
  private final Set<String> formats;
  private final IdentityHashMap<Template, Value> values = new IdentityHashMap<>();

  /**
   * A reader of texts.
   *
   * @param formats that blanks may name
   */
  TextReader(Shapes shapes, Set<String> formats) {
    this.shapes = shapes;
    this.formats = formats;
  }

  /** Where a text that this reader has read stands. */
  Place place(Template template) {
    return values.get(template).place();
  }

  /** Where a blank of such a text stands. */
  Place place(Template template, String blank) {
    return values.get(template) instanceof Value.Scalar scalar
        ? scalar.blank(blank)
        : place(template);
  }

  /** A text with blanks in every language, in one or more variants. */
  Phrase phrase(Value value, String what) {
    return new Phrase(perLanguage(value, what, this::variants));
  }

  private List<Template> variants(Value value, String what) {
    var variants =
        shapes.oneOrMore(value).stream().map(variant -> template(variant, what)).toList();
    if (variants.isEmpty()) {
      shapes.wrong(value.place(), what + " is an empty list");
    }
    if (variants.stream().map(Template::written).distinct().count() < variants.size()) {
      shapes.wrong(value.place(), what + " has the same variant twice");
    }
    return variants;
  }

  /** One or more wordings in every language. */
  Wordings wordings(Value value, String what) {
    return Wordings.of(perLanguage(value, what, this::list));
  }

  private List<String> list(Value words, String what) {
    var read = shapes.oneOrMore(words).stream().map(word -> shapes.text(word, what)).toList();
    if (read.isEmpty()) {
      shapes.wrong(words.place(), what + " is an empty list");
    }
    return read;
  }

  private <T> Map<Language, T> perLanguage(
      Value value, String what, BiFunction<Value, String, T> read) {
    var fields = shapes.fields(value, what, CODES);
    var texts = new EnumMap<Language, T>(Language.class);
    for (var language : Language.values()) {
      var written = fields.get(language.code());
      if (written.isEmpty() && value instanceof Value.Fields) {
        shapes.wrong(value.place(), what + " lacks " + language.code() + ": a language is missing");
      }
      written.ifPresent(
          text -> texts.put(language, read.apply(text, what + "." + language.code())));
    }
    return texts;
  }

  /** A text that is the same in all languages. */
  Template template(Value value, String what) {
    var template = parsed(value, what);
    values.put(template, value);
    template
        .blanks()
        .filter(blank -> blank.format().filter(format -> !formats.contains(format)).isPresent())
        .forEach(
            blank ->
                shapes.wrong(
                    place(template, blank.name()),
                    what
                        + ": unknown format "
                        + blank.format().get()
                        + Shapes.hint(blank.format().get(), formats)));
    return template;
  }

  private Template parsed(Value value, String what) {
    var text = shapes.text(value, what);
    try {
      return Blanks.parse(text);
    } catch (Invalid malformed) {
      shapes.wrong(value.place(), what + ": " + malformed.getMessage());
      return new Template(List.of());
    }
  }
}
