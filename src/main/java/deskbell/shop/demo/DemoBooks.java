package deskbell.shop.demo;

import deskbell.shop.Product;
import deskbell.shop.Receipt;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the demo shop knows beside the order that is written to.
 *
 * @param today the shop's day
 * @param done what was done for the order before
 * @param visits how many visits of fitters are booked, by day
 */
public record DemoBooks(
    LocalDate today, List<Product> products, List<Past> done, Map<LocalDate, Integer> visits) {
  /** Visits that the fitters make on one day. */
  static final int VISITS_A_DAY = 2;

  /** Working days from today on which the first visit can be. */
  static final int FIRST_VISIT = 3;

  /** Working days from today on which the last visit can be. */
  static final int LAST_VISIT = 10;

  public DemoBooks {
    products = List.copyOf(products);
    done = List.copyOf(done);
    visits = Map.copyOf(visits);
  }

  /**
   * A write that was done.
   *
   * @param subject what it was about, as {@link DemoServices#subject} says
   */
  public record Past(String subject, LocalDate day, Receipt receipt) {}

  /** The first write about the same thing. */
  Optional<Past> first(String subject) {
    return done.stream().filter(past -> past.subject().equals(subject)).findFirst();
  }

  Optional<Product> product(String code) {
    return products.stream().filter(product -> product.code().equals(code)).findFirst();
  }

  /** Days on which fitters still have time, soonest first. */
  Stream<LocalDate> freeDays() {
    return Stream.iterate(today.plusDays(1), day -> day.plusDays(1))
        .filter(DemoBooks::working)
        .limit(LAST_VISIT)
        .skip(FIRST_VISIT - 1L)
        .filter(day -> visits.getOrDefault(day, 0) < VISITS_A_DAY);
  }

  private static boolean working(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }
}
