package io.github.kling4j.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.kling4j.documents.operations.Color;
import io.github.kling4j.documents.operations.Kind;
import io.github.kling4j.documents.operations.api.PathApi;
import io.github.kling4j.documents.operations.api.PathApi.LiteralQueryQuery;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses and their parameters; the expectations are of the style table of OpenAPI 3.1.1. */
final class PathParametersTest {
  private static final List<String> COLORS = List.of("blue", "black", "brown");
  private static final Color RGB = Color.builder().r(100).g(200).b(150).build();

  private final Wire<PathApi> wire = new Wire<>(PathApi.class);

  @AfterEach
  void stop() {
    wire.close();
  }

  @Test
  void aPlaceMayHaveAnyName() throws Exception {
    assertThat(wire.target(api -> api.oddPlaces("a", 2, "c"))).isEqualTo("/of/a/2/c");
  }

  @Test
  void theSimpleStyleIsAsInTheTable() throws Exception {
    assertThat(wire.target(api -> api.simpleText("blue"))).isEqualTo("/simple/blue");
    assertThat(wire.target(api -> api.simpleList(COLORS)))
        .isEqualTo("/simple-list/blue,black,brown");
    assertThat(wire.target(api -> api.simpleListExploded(COLORS)))
        .isEqualTo("/simple-list-exploded/blue,black,brown");
    assertThat(wire.target(api -> api.simpleObject(RGB)))
        .isEqualTo("/simple-object/R,100,G,200,B,150");
    assertThat(wire.target(api -> api.simpleObjectExploded(RGB)))
        .isEqualTo("/simple-object-exploded/R=100,G=200,B=150");
  }

  @Test
  void theLabelStyleIsAsInTheTable() throws Exception {
    assertThat(wire.target(api -> api.labelText("blue"))).isEqualTo("/label/.blue");
    assertThat(wire.target(api -> api.labelList(COLORS)))
        .isEqualTo("/label-list/.blue,black,brown");
    assertThat(wire.target(api -> api.labelListExploded(COLORS)))
        .isEqualTo("/label-list-exploded/.blue.black.brown");
    assertThat(wire.target(api -> api.labelObject(RGB)))
        .isEqualTo("/label-object/.R,100,G,200,B,150");
    assertThat(wire.target(api -> api.labelObjectExploded(RGB)))
        .isEqualTo("/label-object-exploded/.R=100.G=200.B=150");
  }

  @Test
  void theMatrixStyleIsAsInTheTable() throws Exception {
    assertThat(wire.target(api -> api.matrixText("blue"))).isEqualTo("/matrix/;v=blue");
    assertThat(wire.target(api -> api.matrixText(""))).isEqualTo("/matrix/;v");
    assertThat(wire.target(api -> api.matrixList(COLORS)))
        .isEqualTo("/matrix-list/;v=blue,black,brown");
    assertThat(wire.target(api -> api.matrixListExploded(COLORS)))
        .isEqualTo("/matrix-list-exploded/;v=blue;v=black;v=brown");
    assertThat(wire.target(api -> api.matrixObject(RGB)))
        .isEqualTo("/matrix-object/;v=R,100,G,200,B,150");
    assertThat(wire.target(api -> api.matrixObjectExploded(RGB)))
        .isEqualTo("/matrix-object-exploded/;R=100;G=200;B=150");
  }

  @Test
  void aListOfNothingIsNothing() throws Exception {
    assertThat(wire.target(api -> api.simpleList(List.of()))).isEqualTo("/simple-list/");
    assertThat(wire.target(api -> api.labelList(List.of()))).isEqualTo("/label-list/");
    assertThat(wire.target(api -> api.matrixListExploded(List.of())))
        .isEqualTo("/matrix-list-exploded/");
  }

  @Test
  void noCharacterOfAValueIsTakenForADelimiter() throws Exception {
    List<String> special = List.of("a,b c/d", "&+%;=.", "😀");

    assertThat(wire.target(api -> api.simpleList(special)))
        .isEqualTo("/simple-list/a%2Cb%20c%2Fd,%26%2B%25%3B%3D.,%F0%9F%98%80");
    assertThat(wire.target(api -> api.matrixListExploded(special)))
        .isEqualTo("/matrix-list-exploded/;v=a%2Cb%20c%2Fd;v=%26%2B%25%3B%3D.;v=%F0%9F%98%80");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a/b", "a?b#c", "a b", "100%", "%2F", "😀", "a&b=c;d,e", "a:b", "a..b", "%2E%2e"})
  void aTextStaysOneSegmentAndComesBackAsItWas(String text) throws Exception {
    String target = wire.target(api -> api.simpleText(text));

    String segment = target.substring("/simple/".length());
    assertThat(segment).doesNotContain("/", "?", "#");
    assertThat(URLDecoder.decode(segment, StandardCharsets.UTF_8)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "..", "%2e", "%2E.", ".%2e"})
  void whatIsEncodedAlreadyDoesNotLeadElsewhereEither(String encoded) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> wire.target(api -> api.simpleList(encoded)))
        .withMessageContaining("path traversal");
  }

  @ParameterizedTest
  @ValueSource(strings = {".", ".."})
  void aTextThatWouldLeadElsewhereIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> wire.target(api -> api.simpleText(text)))
        .withMessageContaining("path traversal");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> wire.target(api -> api.firstSegment(text)))
        .withMessageContaining("path traversal");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "a:b", "http://example.org", "urn:x:1", "//example.org"})
  void theFirstSegmentIsNeverTakenForAnotherServer(String text) throws Exception {
    String target = wire.target(api -> api.firstSegment(text));

    assertThat(URLDecoder.decode(target.substring(1), StandardCharsets.UTF_8)).isEqualTo(text);
  }

  @Test
  void aParameterOfJsonIsJson() throws Exception {
    assertThat(wire.target(api -> api.jsonPath(Color.builder().r(1).build())))
        .isEqualTo("/json/%7B%22R%22%3A1%7D");
  }

  @Test
  void aTypedParameterIsWrittenAsInAQuery() throws Exception {
    assertThat(
            wire.target(
                api ->
                    api.typedPath(
                        LocalDate.of(2024, 2, 29),
                        OffsetDateTime.parse("2024-02-29T10:00:00Z"),
                        new UUID(1, 2),
                        Kind.BIG_ONE,
                        5.0)))
        .isEqualTo(
            "/typed/2024-02-29/2024-02-29T10%3A00%3A00Z/00000000-0000-0001-0000-000000000002"
                + "/big%20one/5");
  }

  @Test
  void aColonInTheFirstSegmentIsNoScheme() throws Exception {
    RecordedRequest sent = wire.send(PathApi::usersBatch);

    assertThat(sent.getMethod()).isEqualTo("POST");
    assertThat(sent.getTarget()).isEqualTo("/users:batch");
    assertThat(wire.target(api -> api.usersBatchOf("a"))).isEqualTo("/users:batch/a");
    assertThat(wire.target(api -> api.cancel("a"))).isEqualTo("/a:cancel");
  }

  @Test
  void thePathOfTheBaseUrlIsKept() throws Exception {
    try (Wire<PathApi> proxied = new Wire<>(PathApi.class, "/behind/a/proxy/")) {
      assertThat(proxied.target(PathApi::root)).isEqualTo("/behind/a/proxy/");
      assertThat(proxied.target(PathApi::usersBatch)).isEqualTo("/behind/a/proxy/users:batch");
      assertThat(proxied.target(api -> api.firstSegment("a:b"))).isEqualTo("/behind/a/proxy/a:b");
      assertThat(proxied.target(api -> api.simpleText("a"))).isEqualTo("/behind/a/proxy/simple/a");
    }
  }

  @Test
  void theRootIsAPath() throws Exception {
    assertThat(wire.target(PathApi::root)).isEqualTo("/");
  }

  @Test
  void aFragmentIsNotSent() throws Exception {
    assertThat(wire.target(PathApi::fragment)).isEqualTo("/fragment");
  }

  @Test
  void aQueryInThePathIsKept() throws Exception {
    assertThat(wire.target(api -> api.literalQuery(LiteralQueryQuery.builder().more("x").build())))
        .isEqualTo("/literal?Action=List&flag&more=x");
  }
}
