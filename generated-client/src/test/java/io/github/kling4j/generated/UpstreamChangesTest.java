package io.github.kling4j.generated;

import static io.github.kling4j.generated.Museum.assertSurvives;
import static io.github.kling4j.generated.Museum.assertWritten;
import static io.github.kling4j.generated.Museum.breaches;
import static io.github.kling4j.generated.Museum.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kling4j.documents.models.Days;
import io.github.kling4j.documents.models.Ticket;
import io.github.kling4j.documents.models.Violation;
import io.github.kling4j.documents.models.Year;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a document says of properties and values that a server newly wants, or no longer. */
@SuppressWarnings("deprecation") // What is tested.
final class UpstreamChangesTest {
  @Test
  void whatServersNewlyAskForIsReportedAndNotRefused() {
    Ticket ticket = Ticket.builder().price(1).serial("s").build();

    assertThat(breaches(ticket.violations()))
        .containsExactly("$.holder required", "$.days required", "$.companions required");
    assertThat(ticket.violations())
        .contains(
            new Violation(
                "$.holder",
                "required",
                "holder is missing; servers refuse a request without it, though build() does not"));
    assertThat(ticket.holder()).isNull();
  }

  @Test
  void whatServersNewlyAskForIsHeldAgainstItsLimitsLikeAnyOther() {
    Ticket ticket = all().holder("longer").build();

    assertThat(all().build().violations()).isEmpty();
    assertThat(breaches(ticket.violations())).containsExactly("$.holder maxLength");
    assertThat(
            breaches(
                all().next(Ticket.builder().price(1).serial("s").build()).build().violations()))
        .contains("$.next.holder required");
  }

  @Test
  void aValueOfAnotherShapeIsThereAndAnExplicitNullIsNot() {
    assertThat(breaches(all().additionalProperty("holder", 7).build().violations()))
        .containsExactly("$.holder type");
    assertThat(breaches(all().additionalProperty("holder", null).build().violations()))
        .containsExactly("$.holder required");
  }

  @Test
  void whatTheDocumentRequiresIsRefusedAllTheSame() {
    assertThat(breaches(read(Ticket.class, "{}").violations()))
        .startsWith("$.price required", "$.serial required", "$.holder required");
    assertThat(read(Ticket.class, "{}").violations())
        .contains(new Violation("$.serial", "required", "serial is missing"));
  }

  @Test
  void theBuilderSaysWhatServersAskFor() throws Exception {
    String source = Museum.source("Ticket");
    String told =
        "<p>Servers refuse a request without it. {@code build()} does not ask for it, {@code"
            + " violations()} does.";

    assertThat(docBefore(source, "public Builder holder(")).contains("Whose it is.", told);
    assertThat(docBefore(source, "public Builder days(int")).contains(told);
    assertThat(docBefore(source, "public Builder serial(")).doesNotContain(told);
    assertThat(docBefore(source, "public Builder remark(")).doesNotContain(told);
    assertThat(Ticket.class.getMethod("holder").getAnnotatedReturnType())
        .matches(type -> type.isAnnotationPresent(Nullable.class));
  }

  @Test
  void aValueThatServersNoLongerTakeIsDeprecatedAndStillUnderstood() throws Exception {
    assertThat(deprecated(Days.class.getField("THREE"), Days.Known.class.getField("THREE")))
        .isTrue();
    assertThat(deprecated(Year.class.getField("PLAIN"), Year.Known.class.getField("PLAIN")))
        .isTrue();
    assertThat(
            deprecated(
                Days.class.getField("ONE"),
                Days.Known.class.getField("ONE"),
                Days.Known.class.getField("UNRECOGNIZED"),
                Year.class.getField("LEAP")))
        .isFalse();
    assertThat(docBefore(Museum.source("Days"), "@Deprecated public static final Days THREE"))
        .contains("@deprecated The document marks it so.");
    assertThat(Days.of("weekend")).isSameAs(Days.THREE);
    assertThat(Days.values()).contains(Days.THREE);
    assertThat(all().days(Days.THREE).year(2025).build().violations()).isEmpty();
  }

  @Test
  void textThatIsAWholeNumberIsTakenAsANumberToo() {
    assertThat(all().days(3).build()).isEqualTo(all().days("3").build());
    assertThat(all().days(3).build().days()).isSameAs(Days.THREE);
    assertThat(Days.of(-7)).isSameAs(Days.BACK);
    assertThat(Days.of(30)).isEqualTo(Days.of("30"));
    assertThat(all().visits(2147483648L).build().visits().value()).isEqualTo("2147483648");
    assertWritten(
        Ticket.class,
        Ticket.builder().price(1).serial("s").days(30).build(),
        "{'price':1,'serial':'s','days':'30'}");
  }

  @Test
  void aNumberThatWouldNotGiveBackTheTextIsNotTaken() {
    assertThat(Arrays.stream(Ticket.Builder.class.getMethods()))
        .filteredOn(method -> method.getName().equals("sector"))
        .extracting(method -> method.getParameterTypes()[0].getSimpleName())
        .containsExactlyInAnyOrder("TicketSector", "String");
  }

  @ParameterizedTest
  @ValueSource(strings = {"price", "days"})
  void whatNobodyShouldSetAnyMoreIsStillReadAndWrittenAndFallenBackTo(String name)
      throws Exception {
    Ticket ticket = assertSurvives(Ticket.class, "{'price':1,'serial':'s','days':'3'}");

    assertThat(deprecated(Ticket.class.getMethod(name))).isTrue();
    assertThat(Ticket.builder().withFallback(ticket.toBuilder()).build()).isEqualTo(ticket);
    assertThat(docBefore(Museum.source("Ticket"), "@Deprecated public Builder " + name))
        .contains("@deprecated The document marks it so.");
  }

  @Test
  void anAddressThatTheDocumentSaysNothingOfIsShownWithoutItsQuery() {
    String address = "https://a.example/x?sign=s3cret";
    Ticket ticket = all().url(address).seatPlanUri(address).seatUrl(address).link(address).build();

    assertThat(ticket.toString()).doesNotContain("s3cret").contains("https://a.example/x?");
    assertThat(ticket.url()).isEqualTo(address);
    assertThat(all().plainUrl(address).countUrl(7).build().toString())
        .contains("s3cret", "countUrl=7");
    assertThat(all().curl(address).build().toString()).contains("s3cret");
  }

  private static Ticket.Builder all() {
    return Ticket.builder().price(1).serial("s").holder("Al").days(1).companions(List.of());
  }

  private static boolean deprecated(AnnotatedElement... elements) {
    return Arrays.stream(elements).anyMatch(each -> each.isAnnotationPresent(Deprecated.class));
  }

  private static String docBefore(String source, String member) {
    int end = source.indexOf(member);
    assertThat(end).as(member).isPositive();
    return source.substring(source.lastIndexOf("/**", end), end);
  }
}
