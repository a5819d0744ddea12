package deskbell.shop;

import deskbell.conversation.Invalid;
import deskbell.conversation.Language;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** An amount of a currency, with the currency's usual number of decimals. */
public record Money(Currency currency, BigDecimal amount) {
  public Money {
    if (amount.signum() < 0) {
      throw new Invalid("money.amount", "is negative");
    }
    try {
      amount = amount.setScale(currency.getDefaultFractionDigits(), RoundingMode.UNNECESSARY);
    } catch (ArithmeticException inexact) {
      throw new Invalid("money.amount", "has more decimals than " + currency + " has", inexact);
    }
  }

  /** Such as {@code of("GBP", "49.90")}; an unknown currency or a malformed amount is Invalid. */
  public static Money of(String currency, String amount) {
    return new Money(currency(currency), decimal(amount));
  }

  /** Reads what {@link #toString} writes; anything else is Invalid. */
  public static Money parse(String fact) {
    int space = fact.indexOf(' ');
    if (space < 0) {
      throw new Invalid("money", "is " + Excerpt.of(fact) + "; such as GBP 49.90");
    }
    return of(fact.substring(0, space), fact.substring(space + 1));
  }

  /** Of amounts in several currencies the one of the language's country, else the first one. */
  static Optional<Money> own(List<Money> amounts, Language language) {
    var own = Currency.getInstance(language.locale());
    return amounts.stream()
        .filter(amount -> amount.currency().equals(own))
        .findFirst()
        .or(() -> amounts.stream().findFirst());
  }

  private static Currency currency(String code) {
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException unknown) {
      throw new Invalid(
          "money.currency", "is " + Excerpt.of(code) + ", not an ISO 4217 code", unknown);
    }
  }

  private static BigDecimal decimal(String amount) {
    try {
      return new BigDecimal(amount);
    } catch (NumberFormatException malformed) {
      throw new Invalid("money.amount", "is " + Excerpt.of(amount) + ", not a number", malformed);
    }
  }

  /** As in facts: {@code GBP 49.90}. */
  @Override
  public String toString() {
    return currency.getCurrencyCode() + " " + amount.toPlainString();
  }
}
