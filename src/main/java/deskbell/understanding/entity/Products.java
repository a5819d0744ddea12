package deskbell.understanding.entity;

import deskbell.understanding.Catalogue;
import java.util.ArrayList;
import java.util.List;

/** Products of the catalogue, by code or name; the value is the product's code. */
final class Products implements Finder {
  private final Catalogue catalogue;
  private volatile Index index;

  Products(Catalogue catalogue) {
    this.catalogue = catalogue;
    index = Index.of(catalogue.products());
  }

  @Override
  public List<Match> find(Reading reading, List<Match> surer) {
    var products = catalogue.products();
    var current = index;
    if (!current.products().equals(products)) {
      current = Index.of(products);
      index = current;
    }
    var found = new ArrayList<>(current.codes().find(reading.text()));
    if (reading.latin()) {
      found.addAll(current.english().find(reading.text()));
    }
    if (reading.han()) {
      found.addAll(current.chinese().find(reading.text()));
    }
    return found;
  }

  private record Index(
      List<Catalogue.Product> products,
      ProductCodes codes,
      EnglishNames english,
      ChineseNames chinese) {
    static Index of(List<Catalogue.Product> products) {
      return new Index(
          products,
          new ProductCodes(products),
          new EnglishNames(products),
          new ChineseNames(products));
    }
  }
}
