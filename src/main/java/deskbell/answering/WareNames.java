package deskbell.answering;

import deskbell.answering.grounding.Names;
import deskbell.understanding.Catalogue;
import java.util.List;
import java.util.function.Supplier;

/** The names of what the shop sells, read again when its list changes. Any thread. */
public final class WareNames implements Supplier<Names> {
  private record Read(List<Catalogue.Product> products, Names names) {}

  private final Catalogue catalogue;
  private volatile Read read = new Read(List.of(), Names.KNOWN);

  /** The names in this catalogue. */
  public WareNames(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public Names get() {
    var products = catalogue.products();
    if (!read.products().equals(products)) {
      var all = products.stream().flatMap(product -> product.names().stream()).toList();
      read = new Read(products, Names.of(all));
    }
    return read.names();
  }
}
