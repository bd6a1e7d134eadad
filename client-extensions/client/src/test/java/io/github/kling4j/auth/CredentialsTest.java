package io.github.kling4j.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
  /** All ways for a key to come in. */
  private static final List<Consumer<String>> USES =
      List.of(
          Credentials::apiKey,
          key -> Credentials.apiKey(() -> key).token(),
          key -> Credentials.accessKey(key, "secret"),
          key -> Credentials.accessKey("access", key));

  @ParameterizedTest
  @CsvSource({
    "'sk-hunter2\n', 11, 11, U+000A",
    "'sk-hunter2\r\n', 12, 11, U+000D",
    "' sk-hunter2', 11, 1, U+0020",
    "'sk-hun ter2', 11, 7, U+0020",
    "'sk-hunter2\t', 11, 11, U+0009",
    "sk-hünter2, 10, 5, U+00FC",
    "sk-钥匙-hunter2, 13, 4, U+94A5",
    "'\u200Bsk-hunter2', 11, 1, U+200B",
    "'sk-hunter2\u007F', 11, 11, U+007F",
  })
  void aMalformedKeyIsToldByItsLengthAndThePlaceAndNeverByItsText(
      String key, int length, int place, String character) {
    for (Consumer<String> use : USES) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> use.accept(key))
          .satisfies(
              e ->
                  assertThat(e.getMessage())
                      .contains(length + " characters", "number " + place + " ", character)
                      .doesNotContain("hun", "nter2", "sk-"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer sk-hunter2", "bearer sk-hunter2", "BEARER  sk-hunter2"})
  void theWordBearerIsLeftToTheClient(String key) {
    for (Consumer<String> use : USES) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> use.accept(key))
          .withMessageContaining("Bearer")
          .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n"})
  void aBlankKeyIsRefusedWithWhereToSetIt(String key) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Credentials.apiKey(key))
        .withMessageContainingAll("blank", "KLING_API_KEY", "Credentials");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Credentials.accessKey(key, "secret"))
        .withMessageContainingAll("access key", "KLING_ACCESS_KEY", "Credentials");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Credentials.accessKey("access", key))
        .withMessageContainingAll("secret key", "KLING_SECRET_KEY", "Credentials");
  }

  @Test
  void aKeyIsNeeded() {
    assertThatThrownBy(() -> Credentials.apiKey((String) null))
        .isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> Credentials.apiKey((Supplier<String>) null))
        .isInstanceOf(NullPointerException.class);
    assertThatIllegalArgumentException()
        .isThrownBy(Credentials.apiKey(() -> null)::token)
        .withMessageContaining("null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sk-abc", "a", "!\"#$%&'()*+,-./:;<=>?@[]^_`{|}~"})
  void anyOtherKeyIsSentAsItIs(String key) {
    assertThat(Credentials.apiKey(key).token()).isEqualTo(key);
  }

  @Test
  void credentialsDoNotShowWhatTheyHold() {
    Credentials pair = Credentials.accessKey("access-hunter2", "secret-hunter2");

    assertThat(Credentials.apiKey("sk-hunter2").toString()).doesNotContain("hunter2");
    assertThat(Credentials.apiKey(() -> "sk-hunter2").toString()).doesNotContain("hunter2");
    assertThat(pair.toString()).doesNotContain("hunter2", pair.token());
  }

  @Test
  void aKeyThatWasSentIsTakenOutOfATextWhereverItStands() {
    Credentials key = Credentials.apiKey("sk-hunter2");
    key.token();

    assertThat(key.redact("sk-hunter2 and {\"key\":\"Bearer sk-hunter2\"}"))
        .isEqualTo("*** and {\"key\":\"Bearer ***\"}");
    assertThat(key.redact("nothing of it")).isEqualTo("nothing of it");
  }

  @Test
  void theKeyThatASupplierGaveBeforeIsTakenOutToo() {
    String[] current = {"sk-first"};
    Credentials key = Credentials.apiKey(() -> current[0]);
    assertThat(key.redact("sk-first")).isEqualTo("sk-first");
    key.token();
    current[0] = "sk-second";
    key.token();
    key.token();

    assertThat(key.redact("sk-first, sk-second")).isEqualTo("***, ***");
  }
}
