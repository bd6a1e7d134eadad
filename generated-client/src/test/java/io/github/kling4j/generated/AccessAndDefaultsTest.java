package io.github.kling4j.generated;

import static io.github.kling4j.generated.Museum.assertSurvives;
import static io.github.kling4j.generated.Museum.assertWritten;
import static io.github.kling4j.generated.Museum.breaches;
import static io.github.kling4j.generated.Museum.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kling4j.documents.models.Account;
import io.github.kling4j.documents.models.Defaults;
import io.github.kling4j.documents.models.Floor;
import io.github.kling4j.documents.models.MissingPropertyException;
import io.github.kling4j.documents.models.OldAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Properties of requests or of answers only, such as nobody should use, and defaults. */
final class AccessAndDefaultsTest {
  @Test
  void aRequestNeedsNotWhatOnlyAnswersHold() {
    Account account = Account.builder().name("Al").secret("1234").build();

    assertWritten(Account.class, account, "{'name':'Al','secret':'1234'}");
    assertThat(account.violations()).isEmpty();
    assertThatThrownBy(account::id).isInstanceOf(MissingPropertyException.class);
  }

  @Test
  void aRequestNeedsWhatOnlyRequestsHold() {
    assertThatThrownBy(() -> Account.builder().name("Al").build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("secret");
  }

  @Test
  void anAnswerMayLackWhatOnlyRequestsHold() {
    Account account = assertSurvives(Account.class, "{'id':1,'name':'Al'}");

    assertThat(account.id()).isEqualTo(1);
    assertThat(account.secret()).isNull();
    assertThat(account.pin()).isNull();
  }

  @Test
  void limitsHoldForBoth() {
    assertThat(breaches(read(Account.class, "{'name':'Al','secret':'123'}").violations()))
        .containsExactly("$.secret minLength");
  }

  @Test
  @SuppressWarnings("deprecation") // What is tested.
  void whatNobodyShouldUseStillWorks() {
    Account account =
        assertSurvives(Account.class, "{'name':'Al','secret':'1234','fax':'1','telex':'plain'}");

    assertThat(account.fax()).isEqualTo("1");
    assertThat(account.telex().value()).isEqualTo("plain");
    assertThat(account.toBuilder().fax("2").build().fax()).isEqualTo("2");
    assertThat(account.toBuilder().telex("gilded").build()).isNotEqualTo(account);
  }

  @Test
  void aDeprecatedPropertyIsSoInJavaAndASchemaSaysSo() {
    assertThat(Museum.source("Account"))
        .contains("@Deprecated public @Nullable String fax()")
        .contains("@Deprecated public Builder fax(");
    assertThat(Museum.source("OldAddress")).contains("The document marks it as deprecated.");
    assertThat(OldAddress.builder().street("s").build().street()).isEqualTo("s");
  }

  @Test
  void aDefaultIsNeverSent() {
    assertWritten(Defaults.class, Defaults.builder().build(), "{}");
    assertWritten(Defaults.class, read(Defaults.class, "{}"), "{}");
    assertThat(read(Defaults.class, "{}").whole()).isNull();
    assertThat(read(Defaults.class, "{}").flag()).isNull();
  }

  @Test
  void aValueThatEqualsTheDefaultIsSent() {
    assertWritten(
        Defaults.class,
        Defaults.builder().whole(7).flag(false).empty("").floor(Floor.GROUND).build(),
        "{'whole':7,'flag':false,'empty':'','floor':0}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "String text|{@code plain text}",
        "String empty|\"\"",
        "Integer whole|{@code 7}",
        "Long large|{@code 900}",
        "Double fraction|{@code 0.25}",
        "Boolean flag|{@code false}",
        "LocalDate day|{@code 2024-02-29}",
        "OffsetDateTime moment|{@code 2024-02-29T10:00:00+02:00}",
        "UUID id|{@code 00000000-0000-0000-0000-000000000001}",
        "DefaultsMaterial material|{@code wood}",
        "Floor floor|{@code 0}",
        "List<String> list|{@code [\"a\",\"b\"]}",
        "Map<String, Integer> map|<code>{\"a\":1}</code>"
      })
  void aDefaultIsDocumented(String accessor, String told) {
    assertThat(doc(accessor)).contains("<p>The server's default is " + told + '.');
  }

  @Test
  void aDefaultThatTheDescriptionTellsIsNotToldAgain() {
    assertThat(doc("String told")).contains("By default it is an ex.").doesNotContain("server");
  }

  private static String doc(String accessor) {
    String source = Museum.source("Defaults");
    int end = source.indexOf("public @Nullable " + accessor + "()");
    return source.substring(source.lastIndexOf("/**", end), end);
  }
}
