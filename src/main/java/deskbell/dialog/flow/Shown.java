package deskbell.dialog.flow;

import deskbell.conversation.Language;
import deskbell.dialog.flow.Template.Blank;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a flow knows in one conversation, as it is shown to a reader of one language. A blank is
 * written by its format where it names one, else by its slot's kind; a slot comes before a fact of
 * the same name.
 */
public record Shown(
    Flow flow, Language language, Map<String, String> slots, Map<String, String> facts) {

  /** A text's first variant with its blanks filled, as safe Markdown. */
  public String text(Phrase phrase) {
    return text(phrase.in(language));
  }

  /** A text's next variant with its blanks filled, as safe Markdown. */
  public String text(Phrase phrase, Telling telling) {
    return text(telling.next(phrase, language));
  }

  /** A text that is the same in all languages, with its blanks filled. */
  public String text(Template template) {
    return template.fill(
        new Template.Values() {
          @Override
          public Optional<String> written(Blank blank) {
            return known(blank.name()).map(raw -> Shown.this.written(blank, raw));
          }

          @Override
          public Optional<String> written(IcuMessage message) {
            return message.write(language, Shown.this::known);
          }
        });
  }

  /** The raw value of a slot or fact. */
  public Optional<String> known(String name) {
    return Optional.ofNullable(slots.getOrDefault(name, facts.get(name)));
  }

  /** A slot's value as it is shown; empty where it isn't filled. */
  public Optional<String> slot(String name) {
    return Optional.ofNullable(slots.get(name)).map(raw -> byKind(name, raw));
  }

  private String written(Blank blank, String raw) {
    return blank
        .format()
        .map(format -> formatted(format, raw))
        .orElseGet(() -> byKind(blank.name(), raw));
  }

  private String formatted(String format, String raw) {
    var table = flow.tables().get(format);
    if (table == null) {
      return Format.valueOf(format.toUpperCase(Locale.ROOT)).write(raw, language);
    }
    return Optional.ofNullable(table.words().get(raw))
        .map(this::text)
        .orElseGet(() -> Markdown.plain(raw.replace('_', ' ')));
  }

  private String byKind(String name, String raw) {
    var slot = flow.slots().get(name);
    if (slot == null) {
      return Markdown.plain(raw);
    }
    return switch (slot.kind()) {
      case Kind.Choice(var options) ->
          options.stream()
              .filter(option -> option.value().equals(raw))
              .findFirst()
              .map(option -> option.wordings().label(language))
              .orElseGet(() -> Markdown.plain(raw));
      case Kind.OfEntity(var type) -> Format.of(type).write(raw, language);
      case Kind.Phone _, Kind.Free _, Kind.YesNo _, Kind.AnyOf _ -> Markdown.plain(raw);
    };
  }
}
