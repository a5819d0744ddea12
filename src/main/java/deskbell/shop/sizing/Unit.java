package deskbell.shop.sizing;

import deskbell.conversation.Language;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Units in which shoppers measure, with how many centimetres or kilograms one has. */
enum Unit {
  CM(1, "cm", "cm"),
  INCH(2.54, "in", "英寸"),
  /** 尺, a third of a metre. */
  CHI(100 / 3.0, "chi", "尺"),
  FOOT(30.48, "ft", "英尺"),
  KG(1, "kg", "公斤"),
  /** 斤, half a kilogram. */
  JIN(0.5, "jin", "斤"),
  POUND(0.45359237, "lb", "磅"),
  STONE(6.35029318, "st", "英石"),
  /** A number without a unit. */
  NUMBER(1, "", "");

  private static final int INCHES = 12;
  private static final int POUNDS = 14;

  private final double base;
  private final String english;
  private final String chinese;

  Unit(double base, String english, String chinese) {
    this.base = base;
    this.english = english;
    this.chinese = chinese;
  }

  /** So many of these in centimetres or kilograms. */
  double toBase(double count) {
    return count * base;
  }

  /** A value of centimetres or kilograms as somebody who counts in this unit writes it. */
  String write(double value, Language language) {
    return switch (this) {
      case FOOT -> parts(value / INCH.base, INCHES, "ft", "in");
      case STONE -> parts(value / POUND.base, POUNDS, "st", "lb");
      case CM, INCH, CHI, KG, JIN, POUND, NUMBER -> (number(value) + " " + name(language)).strip();
    };
  }

  /** Two values, the unit told once. */
  String range(double from, double to, Language language) {
    return switch (this) {
      case FOOT, STONE -> write(from, language) + "–" + write(to, language);
      case CM, INCH, CHI, KG, JIN, POUND, NUMBER -> number(from) + "–" + write(to, language);
    };
  }

  private String name(Language language) {
    return switch (language) {
      case EN -> english;
      case ZH -> chinese;
    };
  }

  /** With the decimals that a tape or scales show: tenths of a foot's length and of 尺, halves. */
  private String number(double value) {
    double count = value / base;
    double step = this == CHI ? 0.1 : this == CM && count < 40 ? 0.1 : this == INCH ? 0.5 : 1;
    return new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(Math.round(count / step) * step);
  }

  private static String parts(double smaller, int each, String large, String small) {
    long count = Math.round(smaller);
    long rest = count % each;
    return count / each + " " + large + (rest == 0 ? "" : " " + rest + " " + small);
  }
}
