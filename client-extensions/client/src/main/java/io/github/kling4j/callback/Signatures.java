package io.github.kling4j.callback;

import io.github.kling4j.error.CallbackRefusedException;
import io.github.kling4j.error.CallbackRefusedException.Reason;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Checks signatures of one secret, as the Standard Webhooks specification 1.0 says. */
final class Signatures {
  private static final String ID = "webhook-id";
  private static final String TIMESTAMP = "webhook-timestamp";
  private static final String SIGNATURE = "webhook-signature";

  private static final String SECRET_PREFIX = "whsec_";
  private static final String VERSION_PREFIX = "v1,";
  private static final String ALGORITHM = "HmacSHA256";

  /** The specification wants 24 to 64; what is shorter than this is no secret, but a slip. */
  private static final int SHORTEST_KEY = 16;

  private static final long TOLERANCE_SECONDS = 300;
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,18}");

  private final SecretKeySpec key;

  /**
   * Reads a secret.
   *
   * @throws IllegalArgumentException when it is malformed; the message does not quote it
   */
  Signatures(String secret) {
    boolean marked = secret.startsWith(SECRET_PREFIX);
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(marked ? secret.substring(6) : secret);
    } catch (IllegalArgumentException e) {
      // Its message quotes the secret, if only by a character.
      throw malformed(secret, "is not that");
    }
    if (bytes.length < SHORTEST_KEY) {
      throw malformed(secret, "stands for " + bytes.length + " bytes");
    }
    this.key = new SecretKeySpec(bytes, ALGORITHM);
  }

  private static IllegalArgumentException malformed(String secret, String what) {
    return new IllegalArgumentException(
        "A callback secret is "
            + SECRET_PREFIX
            + " and then Base64 of at least "
            + SHORTEST_KEY
            + " bytes; the one that was given, of "
            + secret.length()
            + " characters, "
            + what
            + ": copy it whole from the server's settings, without blanks, into"
            + " KLING_CALLBACK_SECRET or callbackSecret(...)");
  }

  void check(Function<String, @Nullable String> headers, byte[] body, Clock clock) {
    String id = header(headers, ID);
    String timestamp = header(headers, TIMESTAMP);
    String signatures = header(headers, SIGNATURE);
    checkTime(timestamp, clock);
    byte[] expected = sign(id + '.' + timestamp + '.', body).getBytes(StandardCharsets.UTF_8);
    boolean fits = false;
    int compared = 0;
    for (String signature : signatures.split(" ", -1)) {
      if (signature.startsWith(VERSION_PREFIX)) {
        byte[] given =
            signature.substring(VERSION_PREFIX.length()).getBytes(StandardCharsets.UTF_8);
        // All are compared, whichever fits.
        fits |= MessageDigest.isEqual(expected, given);
        compared++;
      }
    }
    if (!fits) {
      throw new CallbackRefusedException(Reason.NO_SIGNATURE_FITS, misfit(compared));
    }
  }

  private static String misfit(int compared) {
    return compared == 0
        ? "The header webhook-signature of a callback holds no signature of version v1, which is"
            + " the only one that a shared secret makes"
        : "The signature of a callback does not fit ("
            + compared
            + " compared): the secret is another one, the body is not byte for byte what was sent,"
            + " or it is forged";
  }

  private static String header(Function<String, @Nullable String> headers, String name) {
    String value = headers.apply(name);
    if (value == null || value.isBlank()) {
      throw new CallbackRefusedException(
          Reason.MISSING_HEADER,
          "A callback has no header "
              + name
              + ": it is forged, a proxy drops the header, or signing is not switched on at the"
              + " server; then set no secret, and callbacks are hints");
    }
    return value;
  }

  private static void checkTime(String timestamp, Clock clock) {
    if (!SECONDS.matcher(timestamp).matches()) {
      throw new CallbackRefusedException(
          Reason.BAD_TIMESTAMP,
          "The header webhook-timestamp of a callback is no number of seconds (it has "
              + timestamp.length()
              + " characters)");
    }
    long age = clock.instant().getEpochSecond() - Long.parseLong(timestamp);
    if (age > TOLERANCE_SECONDS) {
      throw new CallbackRefusedException(
          Reason.TOO_OLD,
          "A callback was signed "
              + age
              + " seconds ago, more than "
              + TOLERANCE_SECONDS
              + ": this machine's clock is wrong, or an old one was sent again");
    } else if (age < -TOLERANCE_SECONDS) {
      throw new CallbackRefusedException(
          Reason.TOO_NEW,
          "A callback was signed "
              + -age
              + " seconds from now, more than "
              + TOLERANCE_SECONDS
              + ": this machine's clock or the sender's is wrong");
    }
  }

  private String sign(String before, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(before.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no " + ALGORITHM, e);
    }
  }
}
