package deskbell.conversation;

/** A value from outside breaks a rule. */
public final class Invalid extends DeskbellException {
  private final String field;
  private final String rule;

  /** Names the field and the rule: {@code new Invalid("text", "is blank")}. */
  public Invalid(String field, String rule) {
    this(field, rule, null);
  }

  /** The same with what caused it, for the log. */
  public Invalid(String field, String rule, Throwable cause) {
    super(field + " " + rule, cause);
    this.field = field;
    this.rule = rule;
  }

  /** The same under the name that whoever set the value knows it by. */
  public Invalid named(String name) {
    return new Invalid(name, rule, this);
  }

  /** The offending field. */
  public String field() {
    return field;
  }
}
