package io.github.kling4j.testkit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.Headers;

/** Signs callbacks as the Standard Webhooks specification says. */
final class CallbackSigner {
  private static final String PREFIX = "whsec_";
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;
  private final InstantSource clock;

  /**
   * The clock is not the gateway's time, which runs ahead of any receiver's once it is advanced.
   */
  CallbackSigner(SecretKeySpec key, InstantSource clock) {
    this.key = key;
    this.clock = clock;
  }

  static SecretKeySpec key(String secret) {
    String text = secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret;
    try {
      return new SecretKeySpec(Base64.getDecoder().decode(text), ALGORITHM);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "a secret for callbacks is whsec_ and then Base64, of one byte at least", e);
    }
  }

  Headers headers(String body) {
    String id = "msg_" + UUID.randomUUID().toString().replace("-", "");
    String timestamp = String.valueOf(clock.instant().getEpochSecond());
    return Headers.of(
        "webhook-id",
        id,
        "webhook-timestamp",
        timestamp,
        "webhook-signature",
        "v1," + signature(id + "." + timestamp + "." + body));
  }

  private String signature(String signed) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no " + ALGORITHM, e);
    }
  }
}
