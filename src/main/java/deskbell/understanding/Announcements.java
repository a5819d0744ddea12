package deskbell.understanding;

import deskbell.neural.PlainText;
import java.util.Optional;
import java.util.regex.Pattern;

/** Messages that only say that something is to come: "I have a question". Pure. */
final class Announcements {
  private static final String GREET = "greet";
  private static final String TRACK_ORDER = "track_order";

  private static final Pattern GREETING =
      Pattern.compile("(?:(?:hi|hello|hey|你好|您好|在吗|在么)(?: there)?)?[\\p{P}\\s]*");

  private static final Pattern QUESTION =
      Pattern.compile(
          "(?:i|we)?(?: have|'?ve got|'?ve| got| just have)? ?(?:a|another|one) (?:quick |small"
              + " |little )?(?:question|query|enquiry)"
              + "|(?:can|could|may) (?:i|you)(?: just| please)? (?:ask|help)(?: me| you)?(?:"
              + " something| a (?:quick )?question| with something)?"
              + "|我?(?:想|要|能)?(?:请?问|咨询|请教)(?:你们?|您)?(?:一下|下|个|一个|点|件)?(?:事|事情|事儿|问题)?"
              + "|我?有(?:个|一个|点|些|件)(?:事|事情|事儿|问题|疑问)(?:想问|要问|问一下)?");

  private static final Pattern ORDER =
      Pattern.compile(
          "(?:it'?s |it is |i have a (?:quick )?(?:question|query) )?(?:about|regarding|re)"
              + " (?:my|an|the) order|(?:是|我想问|想问)?(?:关于)?我?的?订单(?:的事|的事情|的问题)?");

  private static final Pattern COURTESY =
      Pattern.compile("(?: for you| please|吗|吧|呢|[\\p{P}\\s])*+");

  private Announcements() {}

  /** What a message means that announces no more than a question, or one about an order. */
  static Optional<String> intent(String text) {
    var plain = PlainText.of(text);
    if (is(QUESTION, plain)) {
      return Optional.of(GREET);
    }
    return is(ORDER, plain) ? Optional.of(TRACK_ORDER) : Optional.empty();
  }

  private static boolean is(Pattern announcement, String plain) {
    var greeted = GREETING.matcher(plain);
    int from = greeted.lookingAt() ? greeted.end() : 0;
    var said = announcement.matcher(plain).region(from, plain.length());
    return said.lookingAt() && COURTESY.matcher(plain).region(said.end(), plain.length()).matches();
  }
}
