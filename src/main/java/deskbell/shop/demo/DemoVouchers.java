package deskbell.shop.demo;

import static deskbell.shop.demo.DemoFile.optional;

import deskbell.conversation.Invalid;
import deskbell.shop.Money;
import deskbell.shop.Voucher;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;

/** The demo shop's codes, from {@code vouchers.csv}; their days count from today like orders'. */
public final class DemoVouchers {
  private final Map<String, Line> lines;

  private DemoVouchers(Map<String, Line> lines) {
    this.lines = lines;
  }

  /** All codes. Blocks for the reading. */
  public static DemoVouchers read() {
    return new DemoVouchers(
        DemoFile.read("vouchers.csv", DemoVouchers::line).stream()
            .collect(Collectors.toMap(Line::code, Function.identity())));
  }

  /**
   * A code as it stands on a day.
   *
   * @param ordered whether whoever asks is known to have ordered before
   */
  public Optional<Voucher> find(String code, LocalDate today, boolean ordered) {
    return Optional.ofNullable(lines.get(code)).map(line -> line.on(today, ordered));
  }

  private static Line line(CSVRecord record) {
    return new Line(
        record.get("code"),
        Rule.of(record.get("rule")),
        optional(record, "percent").map(Integer::valueOf),
        amounts(record, ""),
        amounts(record, "_minimum"),
        optional(record, "from").map(Integer::valueOf),
        optional(record, "until").map(Integer::valueOf));
  }

  private static List<Money> amounts(CSVRecord record, String suffix) {
    return Stream.of(DemoCatalogue.POUNDS, DemoCatalogue.YUAN)
        .flatMap(
            currency ->
                optional(record, currency.toLowerCase(Locale.ROOT) + suffix)
                    .map(amount -> Money.of(currency, amount))
                    .stream())
        .toList();
  }

  /** Whom a code is for. */
  private enum Rule {
    EVERYBODY,
    FIRST_ORDER,
    USED;

    static Rule of(String name) {
      return switch (name) {
        case "" -> EVERYBODY;
        case "first_order" -> FIRST_ORDER;
        case "used" -> USED;
        default -> throw new Invalid("rule", "is " + name + "; known: first_order, used");
      };
    }
  }

  /** A line of the file; days count from today. */
  private record Line(
      String code,
      Rule rule,
      Optional<Integer> percent,
      List<Money> amounts,
      List<Money> minimums,
      Optional<Integer> from,
      Optional<Integer> until) {
    Voucher on(LocalDate today, boolean ordered) {
      return new Voucher(
          fails(ordered),
          percent,
          amounts,
          minimums,
          from.map(today::plusDays),
          until.map(today::plusDays));
    }

    private Optional<Voucher.Reason> fails(boolean ordered) {
      if (until.filter(days -> days < 0).isPresent()) {
        return Optional.of(Voucher.Reason.EXPIRED);
      }
      if (from.filter(days -> days > 0).isPresent()) {
        return Optional.of(Voucher.Reason.NOT_YET);
      }
      return switch (rule) {
        case EVERYBODY -> Optional.empty();
        case FIRST_ORDER -> ordered ? Optional.of(Voucher.Reason.FIRST_ORDER) : Optional.empty();
        case USED -> Optional.of(Voucher.Reason.USED);
      };
    }
  }
}
