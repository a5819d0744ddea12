package deskbell.dialog.flow;

import deskbell.conversation.EntityType;
import deskbell.conversation.Language;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** How a raw value is written for a reader. A value that is not of its form stays as it is. */
public enum Format {
  /** {@code 2026-11-24} → Tuesday 24 November, 11 月 24 日（周二）. */
  DATE {
    @Override
    public String write(String raw, Language language) {
      return day(raw, pattern(language, "EEEE d MMMM", "M 月 d 日（E）"));
    }
  },
  /** {@code 2026-11-24} → 24 November 2026, 2026 年 11 月 24 日. */
  FULL_DATE {
    @Override
    public String write(String raw, Language language) {
      return day(raw, pattern(language, "d MMMM yyyy", "yyyy 年 M 月 d 日"));
    }
  },
  /** {@code GBP 49.90} → £49.90, {@code CNY 399.00} → ¥399. */
  MONEY {
    @Override
    public String write(String raw, Language language) {
      var parts = AMOUNT.matcher(raw);
      if (!parts.matches()) {
        return Markdown.plain(raw);
      }
      var amount = new BigDecimal(parts.group(2));
      boolean whole = amount.stripTrailingZeros().scale() <= 0;
      var sign = SIGNS.getOrDefault(parts.group(1), parts.group(1) + " ");
      return sign + String.format(language.locale(), whole ? "%,.0f" : "%,.2f", amount);
    }
  },
  /** As it is. */
  PLAIN {
    @Override
    public String write(String raw, Language language) {
      return Markdown.plain(raw);
    }
  };

  private static final Pattern AMOUNT = Pattern.compile("([A-Z]{3}) (\\d{1,12}(?:\\.\\d{1,4})?)");
  private static final Map<String, String> SIGNS =
      Map.of("GBP", "£", "CNY", "¥", "EUR", "€", "USD", "$");

  /** The raw value as this reader writes it: safe Markdown. */
  public abstract String write(String raw, Language language);

  /** The names that flow files use. */
  public static List<String> names() {
    return Arrays.stream(values()).map(format -> format.name().toLowerCase(Locale.ROOT)).toList();
  }

  static Format of(EntityType type) {
    return switch (type) {
      case DATE -> DATE;
      case MONEY -> MONEY;
      case ORDER_NUMBER, TRACKING_NUMBER, EMAIL, PHONE, QUANTITY, SIZE, PRODUCT -> PLAIN;
    };
  }

  private static DateTimeFormatter pattern(Language language, String english, String chinese) {
    return switch (language) {
      case EN -> DateTimeFormatter.ofPattern(english, language.locale());
      case ZH -> DateTimeFormatter.ofPattern(chinese, language.locale());
    };
  }

  private static String day(String raw, DateTimeFormatter formatter) {
    try {
      return LocalDate.parse(raw).format(formatter);
    } catch (DateTimeParseException _) {
      return Markdown.plain(raw);
    }
  }
}
