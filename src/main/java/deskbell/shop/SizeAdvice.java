package deskbell.shop;

import deskbell.conversation.CallResult;
import deskbell.conversation.Language;
import deskbell.shop.sizing.Fit;
import deskbell.shop.sizing.Measure;
import deskbell.shop.sizing.MeasureReader;
import deskbell.shop.sizing.Measures;
import deskbell.shop.sizing.SizeChart;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Says which size of a product fits a shopper. Measures come in the shopper's own words and go no
 * further: the facts hold only what the answer needs. Pure.
 */
final class SizeAdvice {
  private final List<Product> products;
  private final Language language;

  /** Advice on these products for a shopper of this language. */
  SizeAdvice(List<Product> products, Language language) {
    this.products = products;
    this.language = language;
  }

  /**
   * What a shopper asks about and has said.
   *
   * @param product a code
   * @param item words for the product, where it was asked for
   * @param told what was said first; may name the product and measures
   * @param measures the answer to the question for them
   * @param more the answer to the second question
   */
  record Asked(
      Optional<String> product,
      Optional<String> item,
      Optional<String> told,
      Optional<String> measures,
      Optional<String> more) {
    static Asked of(Map<String, String> arguments) {
      return new Asked(
          Arguments.optional(arguments, "product"),
          Arguments.optional(arguments, "item"),
          Arguments.optional(arguments, "told"),
          Arguments.optional(arguments, "measures"),
          Arguments.optional(arguments, "more"));
    }

    Measures measures(SizeChart chart, Language language) {
      var first = read(measures, chart, language, true).or(read(told, chart, language, false));
      var last = more.map(text -> first.lacks().map(it -> it + " " + text).orElse(text));
      return read(last, chart, language, true).or(first);
    }

    private static Measures read(
        Optional<String> said, SizeChart chart, Language language, boolean asked) {
      return said.map(text -> MeasureReader.read(text, chart, language, asked))
          .orElse(Measures.NONE);
    }
  }

  /** The advice, by the names in the package's table. */
  CallResult on(Asked asked) {
    var meant = meant(asked);
    if (meant.size() == 1) {
      return advice(meant.getFirst(), asked);
    }
    if (meant.size() > 1 && meant.size() <= ProductSearch.MAX_FOUND) {
      return new CallResult("which_product", ProductFacts.of(meant, Optional.empty(), language));
    }
    return new CallResult(asked.item().isPresent() ? "no_such_product" : "which_product", Map.of());
  }

  private List<Product> meant(Asked asked) {
    return asked
        .product()
        .map(code -> products.stream().filter(product -> product.code().equals(code)).toList())
        .or(() -> asked.item().or(asked::told).map(new Likeness(products)::closest))
        .orElse(List.of());
  }

  private CallResult advice(Product product, Asked asked) {
    var facts = new Facts(product);
    if (product.sizes().isEmpty()) {
      return facts.as("one_size");
    }
    var chart = product.sizing().chart();
    if (chart.isEmpty()) {
      return facts.put("sizes", String.join(", ", product.sizes())).as("no_chart");
    }
    var measures = asked.measures(chart.get(), language);
    return switch (chart.get().fit(measures, product.sizes())) {
      case Fit.Size size -> facts.size(size, chart.get(), measures).as("ok");
      case Fit.Between between -> facts.between(between, measures).as("between");
      case Fit.None none -> facts.none(none, chart.get(), measures).as("none_fits");
      case Fit.Unknown unknown -> facts.lacking(unknown, chart.get()).as("needs_measures");
    };
  }

  /** The facts of one product's advice. */
  private final class Facts {
    private final Product product;
    private final Map<String, String> facts = new LinkedHashMap<>();

    Facts(Product product) {
      this.product = product;
      put("product_code", product.code()).put("product_name", product.name().in(language));
    }

    Facts put(String name, String value) {
      facts.put(name, value);
      return this;
    }

    CallResult as(String outcome) {
      return new CallResult(outcome, facts);
    }

    Facts size(Fit.Size fit, SizeChart chart, Measures measures) {
      fit.by().ifPresent(by -> because(by, measures));
      fit.by()
          .filter(by -> by != Measure.UK)
          .ifPresent(by -> put("range", chart.range(fit.size(), by, measures, language)));
      boolean british = fit.by().equals(Optional.of(Measure.UK));
      return advised(fit.size())
          .put("why", british ? Measure.UK.wire() : fit.reason().name().toLowerCase(Locale.ROOT));
    }

    Facts between(Fit.Between fit, Measures measures) {
      because(fit.by(), measures);
      int other = fit.advised() == fit.larger() ? fit.smaller() : fit.larger();
      return advised(fit.advised())
          .put("other_size", product.sizes().get(other))
          .put("why", fit.usual() ? "usual" : fit.advised() == fit.larger() ? "larger" : "smaller");
    }

    Facts none(Fit.None fit, SizeChart chart, Measures measures) {
      because(fit.by(), measures);
      int last = fit.tooLarge() ? product.sizes().size() - 1 : 0;
      if (fit.by() != Measure.UK) {
        put("range", chart.range(last, fit.by(), measures, language));
      }
      return put("last_size", product.sizes().get(last))
          .put("why", fit.tooLarge() ? "large" : "small");
    }

    Facts lacking(Fit.Unknown fit, SizeChart chart) {
      boolean half = fit.lacksHeight() != fit.lacksWeight() && chart.has(Measure.WEIGHT);
      return put("about", chart.first().wire())
          .put("lacks", !half ? "all" : fit.lacksHeight() ? "height" : "weight");
    }

    private void because(Measure by, Measures measures) {
      put("by", by.wire()).put("took", measures.told(by, language));
    }

    private Facts advised(int size) {
      var name = product.sizes().get(size);
      product.stockOf(name).ifPresent(pieces -> put("size_stock", Integer.toString(pieces)));
      return put("best_size", name);
    }
  }
}
