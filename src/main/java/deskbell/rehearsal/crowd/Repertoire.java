package deskbell.rehearsal.crowd;

import deskbell.conversation.EntityType;
import deskbell.conversation.Language;
import deskbell.dialog.Flows;
import deskbell.dialog.flow.Conversation;
import deskbell.dialog.flow.Flow;
import deskbell.dialog.flow.Kind;
import deskbell.dialog.flow.Step;
import deskbell.knowledge.Article;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What random shoppers may type, by kind and language: a written list, the lines of the flows' own
 * conversations, the questions of articles. Immutable; any thread.
 */
final class Repertoire {
  private static final String ASKS = "asks";
  private static final String OPENS = "opens";
  private static final String RECITES = "recites";

  private final Flows flows;
  private final Map<Language, Map<String, List<String>>> texts = new EnumMap<>(Language.class);

  /** Reads {@code shoppers_en.txt} and {@code shoppers_zh.txt}, flows and articles. */
  Repertoire(Flows flows, Collection<Article> articles) {
    this.flows = flows;
    for (var language : Language.values()) {
      texts.put(language, read("/deskbell/rehearsal/shoppers_" + language.code() + ".txt"));
    }
    flows.all().stream().flatMap(flow -> flow.conversations().stream()).forEach(this::learn);
    for (var article : articles) {
      add(article.language(), ASKS, article.question());
      article.also().forEach(also -> add(article.language(), ASKS, also));
    }
  }

  private void learn(Conversation conversation) {
    var kind = OPENS;
    for (var line : conversation.lines()) {
      if (line instanceof Conversation.Shopper(var text, _)) {
        add(conversation.language(), kind, text);
        add(conversation.language(), RECITES, text);
        kind = RECITES;
      }
    }
  }

  private void add(Language language, String kind, String text) {
    texts.get(language).computeIfAbsent(kind, _ -> new ArrayList<>()).add(text);
  }

  /** Something to type in this manner; for {@code open}, the flow and step that wait. */
  String text(Manner manner, Language language, Optional<Waiting> open, RandomGenerator random) {
    return switch (manner) {
      case ANSWERS, PRESSES ->
          open.flatMap(at -> answer(at, language, random))
              .orElseGet(() -> any(language, OPENS, random));
      case ATTEMPTS -> any(language, "attempt", random);
      case CORRECTS -> any(language, "correct", random);
      case ASKS -> any(language, ASKS, random);
      case INTERRUPTS -> any(language, OPENS, random);
      case STEERS -> any(language, "steer", random);
      case STRAYS -> any(language, "stray", random);
      case RECITES -> any(language, RECITES, random);
      case ALARMS -> any(language, "urgent", random);
    };
  }

  /** A flow's step at which it waits. */
  record Waiting(String flow, String step) {}

  private Optional<String> answer(Waiting at, Language language, RandomGenerator random) {
    return flows.flow(at.flow()).flatMap(flow -> answer(flow, at.step(), language, random));
  }

  private Optional<String> answer(
      Flow flow, String step, Language language, RandomGenerator random) {
    return switch (flow.steps().get(step)) {
      case Step.Collect collect -> Optional.of(answer(flow, collect, language, random));
      case Step.Confirm confirm ->
          Optional.of(
              pick(
                  (random.nextBoolean() ? confirm.yes() : confirm.no())
                      .wordings()
                      .words()
                      .get(language),
                  random));
      case null, default -> Optional.empty();
    };
  }

  private String answer(
      Flow flow, Step.Collect collect, Language language, RandomGenerator random) {
    var slot = flow.slots().get(pick(flow.members(collect.slot()), random));
    return switch (slot.kind()) {
      case Kind.OfEntity(var type) -> any(language, type.wire(), random);
      case Kind.Phone() -> any(language, EntityType.PHONE.wire(), random);
      case Kind.Free _ -> any(language, "words", random);
      case Kind.Choice(var options) ->
          pick(pick(options, random).wordings().words().get(language), random);
      case Kind.YesNo _, Kind.AnyOf _ -> any(language, "steer", random);
    };
  }

  private String any(Language language, String kind, RandomGenerator random) {
    return pick(texts.get(language).get(kind), random);
  }

  static <T> T pick(List<T> from, RandomGenerator random) {
    return from.get(random.nextInt(from.size()));
  }

  private static Map<String, List<String>> read(String file) {
    var stream = Objects.requireNonNull(Repertoire.class.getResourceAsStream(file), file);
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      var found = new HashMap<String, List<String>>();
      reader
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(
              line -> {
                var colon = line.indexOf(": ");
                found
                    .computeIfAbsent(line.substring(0, colon), _ -> new ArrayList<>())
                    .add(line.substring(colon + 2));
              });
      return found;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file, unreadable);
    }
  }
}
