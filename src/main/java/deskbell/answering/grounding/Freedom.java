package deskbell.answering.grounding;

import java.util.Optional;
import java.util.regex.Pattern;

/** Reads that something costs nothing, which is a price too. */
final class Freedom {
  /** What the facts must hold. */
  static final String FREE = "free";

  private static final Pattern WORDS =
      Pattern.compile(
          "(?<!feel )(?<![\\w-])free(?! to\\b)(?![\\w-])|(?<!\\w)no (?:extra"
              + " )?(?:charge|cost|fee)s?(?!\\w)|(?<!\\w)for"
              + " nothing(?!\\w)|(?<!\\w)(?:complimentary|gratis)(?!\\w)|免费|包邮|免邮|免运费|不收费|不要钱|不花钱",
          Pattern.CASE_INSENSITIVE);

  private Freedom() {}

  /** Takes every such word. */
  static void take(Page page) {
    page.take(WORDS, hit -> Optional.of(Claim.of(hit.start(), hit.group(), FREE)));
  }
}
