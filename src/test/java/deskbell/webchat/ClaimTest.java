package deskbell.webchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import deskbell.conversation.Identity;
import deskbell.conversation.Invalid;
import deskbell.webchat.Claim.Verdict;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClaimTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_790_000_000);
  private static final Secret SECRET = new Secret("of the shop");
  private static final Identity LI = new Identity("li");
  private static final SocketSettings OPEN = TestSettings.identity(SECRET, false);
  private static final SocketSettings ENFORCED = TestSettings.identity(SECRET, true);

  @Test
  void a_signature_over_user_and_expiry_is_believed() {
    assertThat(signed("li", NOW.getEpochSecond() + 1).check(ENFORCED, NOW))
        .isEqualTo(new Verdict.Is(Optional.of(LI)));
  }

  @Test
  void the_signature_is_the_one_that_every_other_implementation_makes() {
    // printf 'li.1790000001' | openssl dgst -sha256 -hmac 'of the shop'
    assertThat(SECRET.sign("li.1790000001"))
        .isEqualTo("6a31c982e6ca9ac91f78a519be7b9b2b39300901efad4f2f2f4ccca03fab4d3e");
  }

  @Test
  void digits_may_be_of_either_case() {
    var claim = signed("li", NOW.getEpochSecond() + 1);
    var upper =
        new Claim(LI, claim.expires(), claim.signature().map(hex -> hex.toUpperCase(Locale.ROOT)));

    assertThat(upper.check(ENFORCED, NOW)).isEqualTo(new Verdict.Is(Optional.of(LI)));
  }

  @Test
  void a_signature_of_something_else_is_rejected_even_where_none_is_needed() {
    var other = signed("wang", NOW.getEpochSecond() + 1);
    var stolen = new Claim(LI, other.expires(), other.signature());
    var prolonged =
        new Claim(
            LI,
            Optional.of(NOW.getEpochSecond() + 999),
            signed("li", NOW.getEpochSecond() + 1).signature());

    assertThat(stolen.check(OPEN, NOW)).isEqualTo(rejected(ErrorCode.IDENTITY_INVALID));
    assertThat(prolonged.check(OPEN, NOW)).isEqualTo(rejected(ErrorCode.IDENTITY_INVALID));
  }

  @Test
  void a_signature_expires() {
    assertThat(signed("li", NOW.getEpochSecond()).check(OPEN, NOW))
        .isEqualTo(rejected(ErrorCode.IDENTITY_EXPIRED));
  }

  @Test
  void a_user_without_signature_is_refused_only_where_signatures_are_enforced() {
    var bare = new Claim(LI, Optional.empty(), Optional.empty());

    assertThat(bare.check(ENFORCED, NOW)).isEqualTo(rejected(ErrorCode.IDENTITY_REQUIRED));
    assertThat(bare.check(OPEN, NOW)).isEqualTo(Claim.ANONYMOUS);
  }

  @Test
  void enforcing_needs_a_secret() {
    assertThatExceptionOfType(Invalid.class)
        .isThrownBy(() -> TestSettings.identity(null, true))
        .withMessage("identity secret is missing, but identities are enforced");
  }

  @Test
  void secrets_and_tokens_are_never_printed() {
    assertThat(ENFORCED.toString()).doesNotContain("of the shop");
    assertThat(new ResumeToken("abcdefghijklmnopqrstuvwxyz0").toString()).isEqualTo("***");
  }

  private static Claim signed(String user, long expires) {
    return new Claim(
        new Identity(user), Optional.of(expires), Optional.of(SECRET.sign(user + "." + expires)));
  }

  private static Verdict rejected(ErrorCode code) {
    return new Verdict.Rejected(code);
  }
}
