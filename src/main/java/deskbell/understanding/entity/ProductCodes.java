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
  private static final String SEPARATORS = " _.-";
  private static final int MAX_PARTS = 4;

  private final Map<String, String> codes = new HashMap<>();
  private final int longest;

  ProductCodes(List<Catalogue.Product> products) {
    for (var product : products) {
      codes.put(plain(product.code()), product.code());
    }
    longest = codes.keySet().stream().mapToInt(String::length).max().orElse(0);
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
    var read = new StringBuilder();
    for (int last = first; last < Math.min(parts.size(), first + MAX_PARTS); last++) {
      if (last > first && !adjacent(parts.get(last - 1), parts.get(last), text)) {
        return;
      }
      read.append(parts.get(last).group().toUpperCase(Locale.ROOT));
      if (read.length() > longest) {
        return;
      }
      var code = codes.get(read.toString());
      if (code != null) {
        found.add(new Match(EntityType.PRODUCT, code, start, parts.get(last).end()));
      }
    }
  }

  private static boolean adjacent(MatchResult left, MatchResult right, String text) {
    return right.start() - left.end() == 1 && SEPARATORS.indexOf(text.charAt(left.end())) >= 0;
  }

  private static String plain(String code) {
    return code.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
  }
}
