package deskbell.understanding.entity;

import deskbell.conversation.EntityType;
import deskbell.understanding.Catalogue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds product codes; case, spaces and hyphens do not count. Immutable. */
final class ProductCodes {
  private static final Pattern PART = Pattern.compile("[A-Za-z0-9]+");
  private static final Pattern SEPARATOR = Pattern.compile("[ _.-]?");
  private static final int MAX_PARTS = 4;

  private final Map<String, String> codes = new HashMap<>();

  ProductCodes(List<Catalogue.Product> products) {
    for (var product : products) {
      codes.put(plain(product.code()), product.code());
    }
  }

  List<Match> find(String text) {
    if (codes.isEmpty()) {
      return List.of();
    }
    var parts = PART.matcher(text).results().toList();
    var found = new ArrayList<Match>();
    for (int first = 0; first < parts.size(); first++) {
      addFrom(first, parts, text, found);
    }
    return found;
  }

  private void addFrom(int first, List<MatchResult> parts, String text, List<Match> found) {
    int start = parts.get(first).start();
    for (int last = first; last < Math.min(parts.size(), first + MAX_PARTS); last++) {
      if (last > first && !adjacent(parts.get(last - 1), parts.get(last), text)) {
        return;
      }
      int end = parts.get(last).end();
      var code = codes.get(plain(text.substring(start, end)));
      if (code != null) {
        found.add(new Match(EntityType.PRODUCT, code, start, end));
      }
    }
  }

  private static boolean adjacent(MatchResult left, MatchResult right, String text) {
    return SEPARATOR.matcher(text).region(left.end(), right.start()).matches();
  }

  private static String plain(String code) {
    return code.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
  }
}
