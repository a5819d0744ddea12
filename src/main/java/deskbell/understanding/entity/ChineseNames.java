package deskbell.understanding.entity;

import deskbell.conversation.EntityType;
import deskbell.understanding.Catalogue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds Chinese product names: the whole name, or any four or more characters of it that no other
 * product has ("美利奴毛衣" for 海港美利奴毛衣). What is in brackets and measures may be left out. The longest
 * match at a place wins. Immutable.
 */
final class ChineseNames {
  private static final Pattern EXTRAS = Pattern.compile("[（(].*?[)）]");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final int MIN_PART = 4;

  /** Names and their parts without spaces, each with the codes of the products that have it. */
  private final Map<String, Set<String>> parts = new HashMap<>();

  private final Map<String, String> wholes = new HashMap<>();
  private final int longest;

  ChineseNames(List<Catalogue.Product> products) {
    for (var product : products) {
      product.names().stream()
          .filter(ChineseNames::isChinese)
          .map(name -> NormalText.of(name).text())
          .map(name -> SPACES.matcher(EXTRAS.matcher(name).replaceAll("")).replaceAll(""))
          .forEach(name -> add(name, product.code()));
    }
    longest = parts.keySet().stream().mapToInt(String::length).max().orElse(0);
  }

  private void add(String name, String code) {
    wholes.putIfAbsent(name, code);
    parts.computeIfAbsent(name, _ -> new HashSet<>()).add(code);
    for (int start = 0; start < name.length(); start++) {
      for (int end = start + MIN_PART; end <= name.length(); end++) {
        var part = name.substring(start, end);
        if (part.chars().filter(ChineseNames::isHan).count() >= MIN_PART) {
          parts.computeIfAbsent(part, _ -> new HashSet<>()).add(code);
        }
      }
    }
  }

  /** The matches, which do not overlap. */
  List<Match> find(String text) {
    var found = new ArrayList<Match>();
    for (int start = 0; start < text.length() && longest > 0; start++) {
      var match = longestAt(text, start);
      if (match.isPresent()) {
        found.add(match.get());
        start = match.get().end() - 1;
      }
    }
    return found;
  }

  /** Reads on from here, skipping spaces, and keeps the longest that is one product's alone. */
  private Optional<Match> longestAt(String text, int start) {
    if (!isHan(text.charAt(start))) {
      return Optional.empty();
    }
    var read = new StringBuilder();
    Match best = null;
    for (int end = start; end < text.length() && read.length() < longest; end++) {
      if (!Character.isWhitespace(text.charAt(end))) {
        read.append(text.charAt(end));
        var code = codeOf(read.toString());
        best = code == null ? best : new Match(EntityType.PRODUCT, code, start, end + 1);
      }
    }
    return Optional.ofNullable(best);
  }

  private String codeOf(String part) {
    var whole = wholes.get(part);
    if (whole != null) {
      return whole;
    }
    var codes = parts.getOrDefault(part, Set.of());
    return codes.size() == 1 ? codes.iterator().next() : null;
  }

  private static boolean isChinese(String name) {
    return name.chars().anyMatch(ChineseNames::isHan);
  }

  private static boolean isHan(int c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
  }
}
