package io.github.kling4j.callback;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A callback with headers that can be spoilt; names of headers are found in any case. */
final class Signed {
  /** Of the tests of the specification's own libraries. */
  static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  final byte[] body;
  private final Map<String, String> headers = new HashMap<>();

  Signed(String body) {
    this.body = body.getBytes(UTF_8);
  }

  /** What the libraries of the specification expect of their sign function. */
  static Signed vector() {
    return new Signed("{\"test\": 2432232314}")
        .with("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek")
        .with("webhook-timestamp", "1614265330")
        .with("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  /** Signs here, apart from the code under test. */
  static Signed at(long seconds, String body) {
    String before = "msg_17." + seconds + ".";
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(SECRET.substring(6)), "HmacSHA256"));
      byte[] signature = mac.doFinal((before + body).getBytes(UTF_8));
      return new Signed(body)
          .with("webhook-id", "msg_17")
          .with("webhook-timestamp", String.valueOf(seconds))
          .with("webhook-signature", "v1," + Base64.getEncoder().encodeToString(signature));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  Signed with(String name, @Nullable String value) {
    headers.put(name, value);
    return this;
  }

  @Nullable String header(String name) {
    return headers.get(name.toLowerCase(Locale.ROOT));
  }
}
