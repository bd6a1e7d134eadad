package io.github.kling4j.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kling4j.testing.Fixtures;
import io.github.kling4j.testing.ManualClock;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class AccessKeyTest {
  private static final long START = 1_762_157_958L;

  private final ManualClock clock = new ManualClock(Instant.ofEpochSecond(START));
  private final AccessKey key = new AccessKey("access", "secret", clock);

  @Test
  void aTokenIsAJwtAsTheVendorDescribesIt() {
    String[] parts = key.token().split("\\.", -1);

    assertThat(parts).hasSize(3);
    assertThat(decoded(parts[0])).isEqualTo("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
    assertThat(Fixtures.members(decoded(parts[1])))
        .isEqualTo(
            Map.of("iss", "access", "exp", (double) (START + 1_800), "nbf", (double) (START - 5)));
    assertThat(decoded(parts[1])).contains("\"exp\":" + (START + 1_800) + ",");
  }

  @Test
  void aTokenIsSignedWithTheSecretKey() throws GeneralSecurityException {
    String token = key.token();
    int dot = token.lastIndexOf('.');
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec("secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));

    assertThat(Base64.getUrlDecoder().decode(token.substring(dot + 1)))
        .isEqualTo(mac.doFinal(token.substring(0, dot).getBytes(StandardCharsets.US_ASCII)));
    assertThat(token).matches("[A-Za-z0-9_.-]+");
  }

  @Test
  void anAccessKeyWithQuotationMarksIsStillJson() {
    String token = new AccessKey("a\"b\\c", "secret", clock).token();

    assertThat(claims(token).get("iss")).isEqualTo("a\"b\\c");
  }

  @Test
  void aTokenIsUsedUntilShortlyBeforeItsEnd() {
    String first = key.token();
    clock.advance(Duration.ofMinutes(24));

    assertThat(key.token()).isEqualTo(first);

    clock.advance(Duration.ofMinutes(2));
    String second = key.token();

    assertThat(second).isNotEqualTo(first);
    assertThat(claims(second).get("exp")).isEqualTo((double) (START + 26 * 60 + 1_800));
    assertThat(key.token()).isEqualTo(second);
  }

  @Test
  void aRefusedTokenIsSignedAnew() {
    String refused = key.token();
    clock.advance(Duration.ofSeconds(1));

    assertThat(key.renew(refused)).isNotEqualTo(refused).isEqualTo(key.token());
  }

  @Test
  void aTokenThatAnotherRequestHasRenewedIsTakenOver() {
    String refused = key.token();
    clock.advance(Duration.ofSeconds(1));
    String renewed = key.renew(refused);
    clock.advance(Duration.ofSeconds(1));

    assertThat(key.renew(refused)).isEqualTo(renewed);
  }

  @Test
  void bothKeysAndEachTokenThatIsStillGoodAreTakenOutOfAText() {
    String first = key.token();
    clock.advance(Duration.ofMinutes(26));
    String second = key.token();

    assertThat(key.redact("access secret " + second + " " + first)).isEqualTo("*** *** *** ***");
  }

  @Test
  void theSignatureIsTakenOutOfATokenWithoutItsBeginning() {
    String first = key.token();
    clock.advance(Duration.ofMinutes(26));
    String second = key.token();

    for (String token : List.of(first, second)) {
      String signature = token.substring(token.lastIndexOf('.') + 1);
      assertThat(key.redact("..." + token.substring(9))).doesNotContain(signature).endsWith(".***");
    }
  }

  @Test
  void aShortKeyThatStandsInATokenDoesNotSaveTheRestOfIt() {
    AccessKey oneLetter = new AccessKey("e", "J", clock);

    assertThat(oneLetter.redact(oneLetter.token())).isEqualTo("***");
  }

  private static Map<?, ?> claims(String token) {
    return Fixtures.members(decoded(token.split("\\.", -1)[1]));
  }

  private static String decoded(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }
}
