package deskbell.shop.demo;

import static org.assertj.core.api.Assertions.assertThat;

import deskbell.shop.Product;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DemoPicturesTest {
  private static final int MOST_BYTES = 2_500;

  @Test
  void every_product_has_a_small_picture_of_its_own_and_says_what_it_shows() {
    assertThat(DemoCatalogue.read())
        .allSatisfy(
            product -> {
              var picture = Path.of("webchat" + product.image().orElseThrow());
              assertThat(Files.size(picture)).isLessThan(MOST_BYTES);
              assertThat(product.alt()).isPresent();
            })
        .extracting(Product::image)
        .doesNotHaveDuplicates();
  }
}
