package io.github.kling4j.generated;

import static io.github.kling4j.generated.Museum.assertSurvives;
import static io.github.kling4j.generated.Museum.assertWritten;
import static io.github.kling4j.generated.Museum.breaches;
import static io.github.kling4j.generated.Museum.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kling4j.documents.models.RecordModel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formats that have a type of their own in Java, and numbers of every size. */
final class FormatsTest {
  private static final UUID ID = UUID.fromString("01234567-89ab-cdef-0123-456789abcdef");

  @Test
  void everyFormatHasItsType() {
    RecordModel thing =
        assertSurvives(
            RecordModel.class,
            "{'day':'2024-02-29','moment':'2024-02-29T10:11:12+02:00',"
                + "'id':'01234567-89ab-cdef-0123-456789abcdef','seal':'AQID','scan':'any text',"
                + "'mail':'a@b','password':'p','unknown':'44'}");

    assertThat(thing.day()).isEqualTo(LocalDate.of(2024, 2, 29));
    assertThat(thing.moment()).hasToString("2024-02-29T10:11:12+02:00");
    assertThat(thing.id()).isEqualTo(ID);
    assertThat(thing.seal()).isEqualTo(ByteString.of((byte) 1, (byte) 2, (byte) 3));
    assertThat(thing.scan()).isEqualTo("any text");
    assertThat(thing.mail()).isEqualTo("a@b");
    assertThat(thing.password()).isEqualTo("p");
    assertThat(thing.unknown()).isEqualTo("44");
  }

  @ParameterizedTest
  @CsvSource({
    "2024-02-29T10:00Z, 2024-02-29T10:00:00Z",
    "2024-02-29T10:00:00+05:30, 2024-02-29T10:00:00+05:30",
    "2024-02-29T10:00:00-00:30, 2024-02-29T10:00:00-00:30",
    "2024-02-29t10:00:00z, 2024-02-29T10:00:00Z",
    "2024-02-29T10:00:00.123456789Z, 2024-02-29T10:00:00.123456789Z"
  })
  void aMomentKeepsItsOffsetAndIsWrittenWithSeconds(String read, String written) {
    RecordModel thing = read(RecordModel.class, "{'moment':'" + read + "'}");

    assertThat(thing.moment()).isEqualTo(OffsetDateTime.parse(written));
    assertThat(thing.moment().getOffset()).isEqualTo(OffsetDateTime.parse(written).getOffset());
    assertWritten(RecordModel.class, thing, "{'moment':'" + written + "'}");
  }

  @Test
  void aMomentThatIsBuiltIsWrittenWithSecondsToo() {
    OffsetDateTime moment = OffsetDateTime.of(2024, 1, 2, 3, 0, 0, 0, ZoneOffset.ofHours(-3));

    assertWritten(
        RecordModel.class,
        RecordModel.builder().moment(moment).moments(Map.of("a", moment)).build(),
        "{'moment':'2024-01-02T03:00:00-03:00','moments':{'a':'2024-01-02T03:00:00-03:00'}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'day':'2023-02-29'",
        "'day':'29.02.2024'",
        "'day':''",
        "'day':20240229",
        "'day':'2024-02-29T10:00:00Z'",
        "'moment':'2024-02-29T10:00:00'",
        "'moment':'2024-02-29 10:00:00Z'",
        "'moment':'2024-02-29'",
        "'moment':1709200800",
        "'id':'1-2-3-4-5'",
        "'id':'0123456789abcdef0123456789abcdef'",
        "'id':'{01234567-89ab-cdef-0123-456789abcde}'",
        "'seal':'?'",
        "'seal':'A'",
        "'seal':[1]",
        "'scan':{'a':null}",
        "'flag':'true'",
        "'flag':1",
        "'days':['2024-02-29','tomorrow']",
        "'days':[null]",
        "'moments':{'a':'2024-02-29T10:00:00+02:00','b':'now'}",
        "'ids':['01234567-89ab-cdef-0123-456789abcdef','x']"
      })
  void whatIsOfAnotherFormIsKeptAsItCame(String member) {
    RecordModel thing = assertSurvives(RecordModel.class, '{' + member + '}');

    String name = member.substring(1, member.indexOf('\'', 1));
    assertThat(thing.additionalProperties()).containsOnlyKeys(name);
    assertThat(breaches(thing.violations())).containsExactly("$." + name + " type");
    assertThat(thing.toBuilder().build()).isEqualTo(thing);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'big':9223372036854775807",
        "'big':-9223372036854775808",
        "'small':2147483647",
        "'whole':-2147483648",
        "'beyond':4000000000",
        "'below':-4000000000",
        "'number':0.1",
        "'number':-1e300",
        "'narrow':0.5",
        "'wide':1e-300",
        "'exact':0.1234567890123456789012345678901234567890",
        "'exact':12345678901234567890123",
        "'exact_text':'1.50'",
        "'exact_text':'12345678901234567890.10'"
      })
  void aNumberSurvivesInItsProperty(String member) {
    RecordModel thing = assertSurvives(RecordModel.class, '{' + member + '}');

    assertThat(thing.additionalProperties()).isEmpty();
    assertThat(thing.violations()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'big':9223372036854775808",
        "'big':1.5",
        "'big':'one'",
        "'small':2147483648",
        "'whole':-2147483649",
        "'whole':1e10",
        "'number':1e400",
        "'number':'1,5'",
        "'number':true",
        "'exact':'a lot'",
        "'exact':[1.50]",
        "'exact_text':'1,50'",
        "'exact_text':{}"
      })
  void aNumberThatDoesNotFitIsKeptExactly(String member) {
    RecordModel thing = assertSurvives(RecordModel.class, '{' + member + '}');

    assertThat(thing.additionalProperties()).hasSize(1);
    assertThat(thing.violations()).hasSize(1).allMatch(each -> each.rule().equals("type"));
  }

  @Test
  void decimalsKeepTheirDigits() {
    RecordModel thing = read(RecordModel.class, "{'exact':1.500,'exact_text':'1.500'}");

    assertThat(thing.exact()).isEqualTo(new BigDecimal("1.500"));
    assertThat(thing.exactText()).isEqualTo(new BigDecimal("1.500"));
    assertThat(Museum.write(RecordModel.class, thing))
        .isEqualTo("{\"exact\":1.500,\"exact_text\":\"1.500\"}");
  }

  @Test
  void limitsBeyondAnIntMakeALong() {
    Long beyond = RecordModel.builder().beyond(4_000_000_001L).build().beyond();

    assertThat(beyond).isEqualTo(4_000_000_001L);
    assertThat(
            breaches(
                read(RecordModel.class, "{'beyond':4000000001,'below':-4000000001}").violations()))
        .containsExactly("$.beyond maximum", "$.below minimum");
  }

  @Test
  void formatsStandInListsAndMaps() {
    RecordModel thing =
        RecordModel.builder().days(List.of(LocalDate.EPOCH)).ids(List.of(ID)).build();

    assertWritten(
        RecordModel.class,
        thing,
        "{'days':['1970-01-01'],'ids':['01234567-89ab-cdef-0123-456789abcdef']}");
    assertSurvives(RecordModel.class, Museum.write(RecordModel.class, thing));
  }

  @Test
  void theTextOfARecordNamesItsValues() {
    assertThat(RecordModel.builder().day(LocalDate.EPOCH).flag(false).build())
        .hasToString("RecordModel{day=1970-01-01, flag=false}");
  }
}
