package deskbell.console.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hashes passwords with Argon2id, version 1.3, into PHC strings such as {@code
 * $argon2id$v=19$m=65536,t=3,p=4$SALT$HASH}; a hash carries its cost, so that the cost can change
 * without making old hashes worthless. RFC 9106.
 *
 * <p>One hash of {@link #RECOMMENDED} cost takes 64 MiB and about 0.3 s: never on an event loop.
 *
 * @param memoryKib memory in KiB
 * @param passes how often the memory is filled
 * @param lanes parts of the memory that are independent within a pass
 */
public record Argon2(int memoryKib, int passes, int lanes) {
  /** RFC 9106, section 4, the second recommended option: for machines without 2 GiB to spare. */
  public static final Argon2 RECOMMENDED = new Argon2(64 * 1024, 3, 4);

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final Pattern ENCODED =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,9}),t=(\\d{1,4}),p=(\\d{1,3})\\$([\\w+/]+)\\$([\\w+/]+)");
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A new hash of a password under a random salt. */
  public String hash(String password) {
    var salt = random(SALT_BYTES);
    return encoded(salt, derive(password, salt));
  }

  /** A hash that no password has, as slow to check as any other. */
  public String decoy() {
    return encoded(random(SALT_BYTES), random(HASH_BYTES));
  }

  private String encoded(byte[] salt, byte[] hash) {
    var encoder = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            memoryKib, passes, lanes, encoder.encodeToString(salt), encoder.encodeToString(hash));
  }

  /** True where a hash, of whatever cost, was made from this password. */
  public static boolean verify(String password, String hash) {
    var matcher = ENCODED.matcher(hash);
    if (!matcher.matches()) {
      throw new IllegalStateException("the database holds a password hash of an unknown form");
    }
    var cost = new Argon2(number(matcher, 1), number(matcher, 2), number(matcher, 3));
    var decoder = Base64.getDecoder();
    return MessageDigest.isEqual(
        cost.derive(password, decoder.decode(matcher.group(4))), decoder.decode(matcher.group(5)));
  }

  private byte[] derive(String password, byte[] salt) {
    var generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memoryKib)
            .withIterations(passes)
            .withParallelism(lanes)
            .withSalt(salt)
            .build());
    var hash = new byte[HASH_BYTES];
    generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
    return hash;
  }

  private static byte[] random(int bytes) {
    var random = new byte[bytes];
    RANDOM.nextBytes(random);
    return random;
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
