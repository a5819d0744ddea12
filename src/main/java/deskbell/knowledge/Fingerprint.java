package deskbell.knowledge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;

/** Tells whether an article's content has changed: the SHA-256 of all its fields, as hex. */
public final class Fingerprint {
  /** A character that no text of an article holds. */
  private static final String SEPARATOR = "\u001F";

  private Fingerprint() {}

  /** The fingerprint of an article; its key is no part of it. */
  public static String of(Article article) {
    var fields = new ArrayList<String>();
    fields.add(article.question());
    fields.add(article.intent().orElse(""));
    fields.add(article.review().map(LocalDate::toString).orElse(""));
    fields.add(article.answer());
    fields.add(String.join(SEPARATOR, article.also()));
    fields.add(String.join(SEPARATOR, article.tags()));
    var text = String.join(SEPARATOR + SEPARATOR, fields);
    return HexFormat.of().formatHex(sha256(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
