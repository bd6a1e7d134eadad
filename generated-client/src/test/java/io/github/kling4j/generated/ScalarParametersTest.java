package io.github.kling4j.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kling4j.documents.operations.Amount;
import io.github.kling4j.documents.operations.Kind;
import io.github.kling4j.documents.operations.api.QueryApi;
import io.github.kling4j.documents.operations.api.QueryApi.ScalarsQuery;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of every type, as they stand in an address. */
final class ScalarParametersTest {
  private final Wire<QueryApi> wire = new Wire<>(QueryApi.class);

  @AfterEach
  void stop() {
    wire.close();
  }

  @Test
  void anEnumIsItsValueKnownOrNot() throws Exception {
    assertThat(sent(query().kind(Kind.BIG_ONE))).isEqualTo("kind=big one");
    assertThat(sent(query().kind("new"))).isEqualTo("kind=new");
    assertThat(sent(query().kinds(List.of(Kind.SMALL, Kind.of("new")))))
        .isEqualTo("kinds=small,new");
    assertThat(sent(query().level(2))).isEqualTo("level=2");
  }

  @Test
  void datesAndTimesAreAsInRfc3339() throws Exception {
    LocalDate day = LocalDate.of(2024, 2, 29);

    assertThat(sent(query().day(day))).isEqualTo("day=2024-02-29");
    assertThat(sent(query().days(List.of(day, day.plusDays(1)))))
        .isEqualTo("days=2024-02-29,2024-03-01");
    assertThat(sent(query().time(OffsetDateTime.parse("2024-02-29T10:00:00+02:00"))))
        .as("with its seconds, though they are none")
        .isEqualTo("time=2024-02-29T10:00:00+02:00");
  }

  @Test
  void aPlusOfATimeIsEncoded() throws Exception {
    ScalarsQuery query = query().time(OffsetDateTime.parse("2024-02-29T10:00:00+02:00")).build();

    assertThat(wire.target(api -> api.scalars(query))).contains("%2B02").doesNotContain("+");
  }

  @Test
  void anUuidAndBytesAndFlagsAreText() throws Exception {
    assertThat(sent(query().uuid(new UUID(1, 2))))
        .isEqualTo("uuid=00000000-0000-0001-0000-000000000002");
    assertThat(sent(query().bytes(ByteString.of((byte) -1, (byte) -2)))).isEqualTo("bytes=//4=");
    assertThat(sent(query().flag(false))).isEqualTo("flag=false");
    assertThat(sent(query().long_(Long.MAX_VALUE))).isEqualTo("long=9223372036854775807");
  }

  @ParameterizedTest
  @CsvSource({
    "5.0, 5",
    "-2.50, -2.5",
    "0.1, 0.1",
    "1e3, 1000",
    "1e-7, 0.0000001",
    "1e20, 100000000000000000000",
    "0.0, 0"
  })
  void aNumberHasNoNeedlessDigits(double number, String text) throws Exception {
    assertThat(sent(query().number(number))).isEqualTo("number=" + text);
  }

  @Test
  void numbersOfAListHaveNoNeedlessDigits() throws Exception {
    assertThat(sent(query().numbers(List.of(1.0, 2.5)))).isEqualTo("numbers=1,2.5");
  }

  @Test
  void aDecimalKeepsItsDigits() throws Exception {
    assertThat(sent(query().decimal(new BigDecimal("12345678901234567890.10"))))
        .isEqualTo("decimal=12345678901234567890.10");
    assertThat(sent(query().decimal(new BigDecimal("1E+3")))).isEqualTo("decimal=1000");
  }

  @Test
  void aFreeParameterIsWhatItIs() throws Exception {
    assertThat(sent(query().any("x"))).isEqualTo("any=x");
    assertThat(sent(query().any(List.of(1, true)))).isEqualTo("any=1&any=true");
  }

  @Test
  void aParameterOfJsonHasExactNumbersDatesAndNulls() throws Exception {
    Amount amount =
        Amount.builder()
            .exact(new BigDecimal("12345678901234567890.10"))
            .about(2.0)
            .day(LocalDate.of(2024, 2, 29))
            .additionalProperty("none", null)
            .build();

    assertThat(sent(query().json(amount)))
        .isEqualTo(
            "json={\"exact\":12345678901234567890.10,\"about\":2,\"day\":\"2024-02-29\","
                + "\"none\":null}");
  }

  private String sent(ScalarsQuery.Builder query) throws Exception {
    String target = wire.target(api -> api.scalars(query.build()));
    assertThat(target).startsWith("/scalars?");
    return URLDecoder.decode(target.substring("/scalars?".length()), StandardCharsets.UTF_8);
  }

  private static ScalarsQuery.Builder query() {
    return ScalarsQuery.builder();
  }
}
