package deskbell.console;

import deskbell.console.account.Account;
import deskbell.console.account.Role;
import deskbell.conversation.Invalid;
import deskbell.handoff.Agent;
import deskbell.web.Fields;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** An admitted request: who asks, and what. */
record Visit(RoutingContext context, Account account) {
  private static final String SUBJECT = "deskbell.subject";
  private static final String DETAILS = "deskbell.details";

  /** Whoever asks, as an agent. */
  Agent agent() {
    return new Agent(account.name().value(), account.role() == Role.ADMIN);
  }

  /** Says what the request is about, for the list of who changed what. */
  void about(String subject) {
    context.put(SUBJECT, subject);
  }

  /** What the request is about, where that was said. */
  Optional<String> subject() {
    return Optional.ofNullable(context.get(SUBJECT));
  }

  /** Says what something was changed to, for the same list; never a secret. */
  void noting(String name, Object value) {
    context.put(DETAILS, details().put(name, value));
  }

  /** What was changed to what, as far as it was said. */
  JsonObject details() {
    return Optional.<JsonObject>ofNullable(context.get(DETAILS)).orElseGet(JsonObject::new);
  }

  /** The part of the path that has this name. */
  String path(String name) {
    return context.pathParam(name);
  }

  /** The parameter of this name; empty where it is missing or blank. */
  Optional<String> query(String name) {
    return context.queryParam(name).stream().findFirst().filter(value -> !value.isBlank());
  }

  /** A parameter in words, of so many characters at most. */
  Optional<String> words(String name, int most) {
    var words = query(name).map(String::strip);
    words
        .filter(text -> text.length() > most)
        .ifPresent(
            text -> {
              throw new Invalid(name, "has " + text.length() + " characters; at most " + most);
            });
    return words;
  }

  /** A parameter that is a whole number from 0. */
  long number(String name, long otherwise) {
    return query(name).map(value -> number(name, value)).orElse(otherwise);
  }

  /** The part of the path that is a whole number from 0. */
  long numberInPath(String name) {
    return number(name, path(name));
  }

  /** The body's fields; none where there is no body. */
  Fields fields() {
    return fields(context);
  }

  /** The fields of a request's body. */
  static Fields fields(RoutingContext context) {
    var buffer = context.body().buffer();
    if (buffer == null || buffer.length() == 0) {
      return new Fields(new JsonObject());
    }
    try {
      return new Fields(new JsonObject(buffer));
    } catch (DecodeException | ClassCastException malformed) {
      throw new Invalid("body", "is not a JSON object", malformed);
    }
  }

  private static long number(String name, String value) {
    try {
      var number = Long.parseLong(value);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException noNumber) {
      throw new Invalid(name, "is \"" + value + "\"; must be a whole number from 0", noNumber);
    }
    throw new Invalid(name, "is " + value + "; must be a whole number from 0");
  }
}
