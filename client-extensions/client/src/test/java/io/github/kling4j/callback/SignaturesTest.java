package io.github.kling4j.callback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.kling4j.error.CallbackRefusedException;
import io.github.kling4j.error.CallbackRefusedException.Reason;
import io.github.kling4j.testing.Fixtures;
import io.github.kling4j.testing.ManualClock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Standard Webhooks, with the data that the tests of the specification's libraries use. */
class SignaturesTest {
  private static final String PLAIN_SECRET = Signed.SECRET.substring("whsec_".length());
  private static final long SIGNED_AT = 1_614_265_330;
  private static final String OTHER = "v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc=";
  private static final String FITTING = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

  private final Signed vector = Signed.vector();

  @ParameterizedTest
  @ValueSource(strings = {Signed.SECRET, "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"})
  void theVectorOfTheSpecificationFitsWithThePrefixOfTheSecretOrWithout(String secret) {
    assertThatCode(() -> check(vector, vector.body, secret, SIGNED_AT)).doesNotThrowAnyException();
  }

  @Test
  void aCallbackThatAnotherProgramSignedIsVerified() {
    // openssl dgst -sha256 -mac HMAC -macopt hexkey:… -binary | base64
    Signed signed =
        new Signed(Fixtures.read("callback.json"))
            .with("webhook-id", "msg_2KWPBgLlAfxdpx2AI54pPJ85f4W")
            .with("webhook-timestamp", "1762158030")
            .with("webhook-signature", "v1,UbKBIUoC48bBIVyqtaJQUcBNHJ1jB367nOkV0Tac5Mk=");

    Callback callback =
        Callbacks.verify(
            signed::header, signed.body, Signed.SECRET, clock(Instant.ofEpochSecond(1762158031)));

    assertThat(callback.verified()).isTrue();
    assertThat(callback.taskId()).isEqualTo("814237883686625347");
    assertThat(callback.succeeded()).isTrue();
  }

  @Test
  void theSystemsClockIsTheUsualOne() {
    Signed now = Signed.at(Instant.now().getEpochSecond(), "{\"task_id\":\"17\"}");

    assertThat(Callbacks.verify(now::header, now.body, Signed.SECRET).verified()).isTrue();
    assertThat(reason(() -> Callbacks.verify(vector::header, vector.body, Signed.SECRET)))
        .isEqualTo(Reason.TOO_OLD);
  }

  @Test
  void whatIsSignedMayStillBeNoCallback() {
    CallbackRefusedException refused =
        refused(
            () ->
                Callbacks.verify(
                    vector::header,
                    vector.body,
                    Signed.SECRET,
                    clock(Instant.ofEpochSecond(SIGNED_AT))));

    assertThat(refused.reason()).isEqualTo(Reason.NOT_A_CALLBACK);
    assertThat(refused.httpStatus()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        OTHER + " v2,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc= " + FITTING + " " + OTHER,
        FITTING + " " + OTHER,
        "v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg"
            + "== "
            + FITTING,
        "  " + FITTING + "  ",
        "rubbish , v1 v1, " + FITTING,
      })
  void oneOfSeveralSignaturesIsEnough(String signatures) {
    vector.with("webhook-signature", signatures);

    assertThatCode(() -> check(vector)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        OTHER,
        OTHER + " " + OTHER,
        "v1,",
        "v1",
        "invalid_signature",
        "v1,g0hM9SsE",
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE",
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=x",
        "v1,G0HM9SSE+OTPJTGT/TMIKTSYZLE3UFJELVLNIOLJ1OE=",
        "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "v1a,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        OTHER + "," + "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
      })
  void aSignatureThatDoesNotFitIsRefused(String signatures) {
    vector.with("webhook-signature", signatures);

    assertThatItIsNotAuthorized(refused(() -> check(vector)), Reason.NO_SIGNATURE_FITS);
  }

  @Test
  void aRefusalTellsSignaturesThatWereComparedFromThoseThatNobodyCouldCompare() {
    vector.with("webhook-signature", OTHER + " " + OTHER);
    assertThat(refused(() -> check(vector))).hasMessageContaining("(2 compared)");

    vector.with("webhook-signature", "v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw==");
    assertThat(refused(() -> check(vector))).hasMessageContaining("no signature of version v1");
  }

  @ParameterizedTest
  @CsvSource({
    "webhook-id, msg_p5jXN8AQM9LWM0D4loKWxJeK",
    "webhook-timestamp, 1614265331",
    "webhook-timestamp, 01614265330",
  })
  void whatIsSignedCannotBeChangedInAHeader(String header, String value) {
    vector.with(header, value);

    assertThatItIsNotAuthorized(refused(() -> check(vector)), Reason.NO_SIGNATURE_FITS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"test\":2432232314}", "{\"test\": 2432232315}", "{\"test\": 2432232314}\n"})
  void aBodyThatIsAByteOffIsRefused(String body) {
    CallbackRefusedException refused =
        refused(() -> check(vector, body.getBytes(UTF_8), Signed.SECRET, SIGNED_AT));

    assertThatItIsNotAuthorized(refused, Reason.NO_SIGNATURE_FITS);
  }

  @Test
  void theSecretOfSomebodyElseFitsNothing() {
    String other = "whsec_" + PLAIN_SECRET.replace('M', 'N');

    assertThat(reason(() -> check(vector, vector.body, other, SIGNED_AT)))
        .isEqualTo(Reason.NO_SIGNATURE_FITS);
  }

  @ParameterizedTest
  @CsvSource({
    "webhook-id,", "webhook-timestamp,", "webhook-signature,",
    "webhook-id, ' '", "webhook-timestamp, ''", "webhook-signature, ' '",
  })
  void eachHeaderIsNeeded(String header, @Nullable String value) {
    vector.with(header, value);

    CallbackRefusedException refused = refused(() -> check(vector));

    assertThatItIsNotAuthorized(refused, Reason.MISSING_HEADER);
    assertThat(refused).hasMessageContaining(header);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello",
        "1614265330.5",
        "-1614265330",
        "+1614265330",
        " 1614265330",
        "1e9",
        "2021-02-25T15:02:10Z",
        "16142653301614265330",
        "١٦١٤٢٦٥٣٣٠"
      })
  void aTimestampThatIsNoNumberOfSecondsIsRefused(String timestamp) {
    vector.with("webhook-timestamp", timestamp);

    assertThatItIsNotAuthorized(refused(() -> check(vector)), Reason.BAD_TIMESTAMP);
  }

  @ParameterizedTest
  @ValueSource(longs = {-300, -299, 0, 299, 300})
  void fiveMinutesEitherWayAreAllowed(long age) {
    assertThatCode(() -> check(vector, vector.body, Signed.SECRET, SIGNED_AT + age))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"301, TOO_OLD", "31536000, TOO_OLD", "-301, TOO_NEW", "-1614265330, TOO_NEW"})
  void whatIsMoreThanFiveMinutesAwayIsRefused(long age, Reason reason) {
    CallbackRefusedException refused =
        refused(() -> check(vector, vector.body, Signed.SECRET, SIGNED_AT + age));

    assertThatItIsNotAuthorized(refused, reason);
    assertThat(refused).hasMessageContainingAll(String.valueOf(Math.abs(age)), "clock");
  }

  @ParameterizedTest
  @CsvSource({"1614265330000, TOO_NEW", "999999999999999999, TOO_NEW", "0, TOO_OLD"})
  void aTimestampInOtherUnitsIsFarAway(String timestamp, Reason reason) {
    vector.with("webhook-timestamp", timestamp);

    assertThat(reason(() -> check(vector))).isEqualTo(reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "whsec_",
        "whsec_short",
        "whsec_MfKQ9r8GKYqrTwjUPD8I",
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n",
        "whsec_MfKQ9r8GKYqr TwjUPD8ILPZIo2LaLaSw",
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2La-_Sw",
        "WHSEC_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "whpk_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "sk-kling4j-0123456789abcdef",
      })
  void aMalformedSecretIsToldWithItsLengthAndWithoutItself(String secret) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Callbacks.checkSecret(secret))
        .withMessageContainingAll("of " + secret.length() + " characters", "whsec_ and then Base64")
        .withMessageNotContainingAny("MfKQ", "9r8G", "short", "sk-kling", "whpk")
        .withNoCause();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Callbacks.verify(vector::header, vector.body, secret));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"whsec_MfKQ9r8GKYqrTwjUPD8ILA==", "whsec_MfKQ9r8GKYqrTwjUPD8ILA", Signed.SECRET})
  void aSecretOfSixteenBytesOrMoreWillDo(String secret) {
    assertThatCode(() -> Callbacks.checkSecret(secret)).doesNotThrowAnyException();
  }

  private static void check(Signed signed) {
    check(signed, signed.body, Signed.SECRET, SIGNED_AT);
  }

  private static void check(Signed signed, byte[] body, String secret, long now) {
    new Signatures(secret).check(signed::header, body, clock(Instant.ofEpochSecond(now)));
  }

  private static ManualClock clock(Instant now) {
    return new ManualClock(now);
  }

  private static CallbackRefusedException refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(CallbackRefusedException.class, call);
  }

  private static Reason reason(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return refused(call).reason();
  }

  private static void assertThatItIsNotAuthorized(CallbackRefusedException refused, Reason reason) {
    assertThat(refused.reason()).isEqualTo(reason);
    assertThat(refused.httpStatus()).isEqualTo(401);
    assertThat(refused.answer()).isEqualTo("Unauthorized");
    assertThat(refused.getMessage()).doesNotContain(PLAIN_SECRET, FITTING.substring(3));
  }
}
