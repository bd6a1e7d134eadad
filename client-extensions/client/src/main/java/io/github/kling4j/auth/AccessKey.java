package io.github.kling4j.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs the vendor's tokens: HS256 over {@code iss} (the access key), {@code exp} (now and 1,800
 * seconds) and {@code nbf} (5 seconds ago), as the vendor's documents say.
 */
final class AccessKey extends Credentials {
  private static final long LIFETIME_SECONDS = 1_800;
  private static final long RENEW_BEFORE_SECONDS = 300;
  private static final String HEADER = base64("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");

  private final String accessKey;
  private final String secretKey;
  private final Clock clock;
  private String token = "";
  private String tokenBefore = "";
  private long expires;

  AccessKey(String accessKey, String secretKey, Clock clock) {
    this.accessKey = checked("The access key", "KLING_ACCESS_KEY", accessKey);
    this.secretKey = checked("The secret key", "KLING_SECRET_KEY", secretKey);
    this.clock = clock;
  }

  @Override
  synchronized String token() {
    String current = token;
    if (current.isEmpty() || clock.instant().getEpochSecond() >= expires - RENEW_BEFORE_SECONDS) {
      current = sign();
    }
    return current;
  }

  @Override
  synchronized String renew(String refused) {
    return token.equals(refused) ? sign() : token;
  }

  @Override
  public synchronized String redact(String text) {
    // The tokens first, for a key may stand in one by chance.
    String clean = without(without(text, token), tokenBefore);
    // Of a token that is not there from its beginning, the signature is what counts.
    clean = without(without(clean, signature(token)), signature(tokenBefore));
    return without(without(clean, secretKey), accessKey);
  }

  private static String signature(String token) {
    return token.substring(token.lastIndexOf('.') + 1);
  }

  private String sign() {
    long now = clock.instant().getEpochSecond();
    expires = now + LIFETIME_SECONDS;
    String claims =
        "{\"iss\":\""
            + accessKey.replace("\\", "\\\\").replace("\"", "\\\"")
            + "\",\"exp\":"
            + expires
            + ",\"nbf\":"
            + (now - 5)
            + "}";
    String signed = HEADER + '.' + base64(claims);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secretKey.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] signature = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
      String current =
          signed + '.' + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
      tokenBefore = token;
      token = current;
      return current;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no HmacSHA256", e);
    }
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
