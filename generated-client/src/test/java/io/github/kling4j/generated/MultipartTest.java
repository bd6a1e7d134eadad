package io.github.kling4j.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.kling4j.documents.operations.Color;
import io.github.kling4j.documents.operations.Item;
import io.github.kling4j.documents.operations.api.FormsApi;
import io.github.kling4j.documents.operations.api.FormsApi.SendPartsParts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.MultipartReader;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bodies of several parts, {@code multipart/form-data}. */
final class MultipartTest {
  private record Part(String disposition, String mediaType, String text) {}

  private final Wire<FormsApi> wire = new Wire<>(FormsApi.class);

  @AfterEach
  void stop() {
    wire.close();
  }

  @Test
  void textsAreParts() throws Exception {
    assertThat(parts(photo().title("a \"ü\" 😀").count(5.0)))
        .contains(
            new Part("form-data; name=\"title\"", null, "a \"ü\" 😀"),
            new Part("form-data; name=\"count\"", null, "5"));
  }

  @Test
  void aListIsAPartForEachItem() throws Exception {
    assertThat(parts(photo().tags(List.of("a", "b"))))
        .contains(
            new Part("form-data; name=\"tags\"", null, "a"),
            new Part("form-data; name=\"tags\"", null, "b"));
  }

  @Test
  void anObjectIsJson() throws Exception {
    Item item = Item.builder().id("1").day(LocalDate.of(2024, 2, 29)).size(2.0).build();

    assertThat(parts(photo().item(item)))
        .contains(
            new Part(
                "form-data; name=\"item\"",
                "application/json",
                "{\"id\":\"1\",\"day\":\"2024-02-29\",\"size\":2}"));
  }

  @Test
  void objectsOfAListAreJsonEachOnItsOwn() throws Exception {
    assertThat(
            parts(
                photo()
                    .colors(List.of(Color.builder().r(1).build(), Color.builder().g(2).build()))))
        .contains(
            new Part("form-data; name=\"colors\"", "application/json", "{\"R\":1}"),
            new Part("form-data; name=\"colors\"", "application/json", "{\"G\":2}"));
  }

  @Test
  void aFileHasItsNameAndMediaType() throws Exception {
    assertThat(parts(photo()))
        .containsExactly(
            new Part("form-data; name=\"photo\"; filename=\"p.png\"", "image/png", "P"));
  }

  @Test
  void aFileThatIsSetAgainTakesThePlaceOfTheFirst() throws Exception {
    assertThat(parts(photo().photo("q.png", file("image/png", "Q"))))
        .containsExactly(
            new Part("form-data; name=\"photo\"; filename=\"q.png\"", "image/png", "Q"));
  }

  @Test
  void filesOfAListAreAddedOneByOne() throws Exception {
    assertThat(
            parts(
                photo()
                    .pages("1.txt", file("text/plain", "one"))
                    .pages("2.txt", file("text/plain", "two"))))
        .contains(
            new Part("form-data; name=\"pages\"; filename=\"1.txt\"", "text/plain", "one"),
            new Part("form-data; name=\"pages\"; filename=\"2.txt\"", "text/plain", "two"));
  }

  @Test
  void aPartOfAnImageTypeIsAFile() throws Exception {
    assertThat(
            parts(
                photo()
                    .avatar("a.jpg", file("image/jpeg", "A"))
                    .avatars("b.png", file("image/png", "B"))
                    .avatars("c.png", file("image/png", "C"))
                    .drawing("d.xml", file("application/xml", "<d/>"))))
        .contains(
            new Part("form-data; name=\"avatar\"; filename=\"a.jpg\"", "image/jpeg", "A"),
            new Part("form-data; name=\"avatars\"; filename=\"b.png\"", "image/png", "B"),
            new Part("form-data; name=\"avatars\"; filename=\"c.png\"", "image/png", "C"),
            new Part("form-data; name=\"drawing\"; filename=\"d.xml\"", "application/xml", "<d/>"));
  }

  @Test
  void aPartHasTheMediaTypeOfTheDocument() throws Exception {
    assertThat(parts(photo().vendor(Color.builder().r(1).build()).table("a,b")))
        .contains(
            new Part("form-data; name=\"vendor\"", "application/vnd.color+json", "{\"R\":1}"),
            new Part("form-data; name=\"table\"", "text/csv; charset=utf-8", "a,b"));
  }

  @Test
  void aRequiredFileIsAskedForByName() {
    assertThatIllegalStateException()
        .isThrownBy(() -> SendPartsParts.builder().title("t").build())
        .withMessageContaining("SendPartsParts needs photo");
  }

  @Test
  void whatTheDocumentDoesNotKnowIsSentByName() throws Exception {
    assertThat(
            parts(
                photo()
                    .parameter("number", 1)
                    .parameter("object", Color.builder().r(1).build())
                    .part("file", "f.bin", file("application/octet-stream", "F"))))
        .contains(
            new Part("form-data; name=\"number\"", null, "1"),
            new Part("form-data; name=\"object\"", "application/json", "{\"R\":1}"),
            new Part(
                "form-data; name=\"file\"; filename=\"f.bin\"", "application/octet-stream", "F"));
  }

  private List<Part> parts(SendPartsParts.Builder body) throws Exception {
    RecordedRequest sent = wire.send(api -> api.sendParts(body.build()));
    MediaType type = MediaType.get(sent.getHeaders().get("Content-Type"));
    assertThat(type.type() + '/' + type.subtype()).isEqualTo("multipart/form-data");
    List<Part> parts = new ArrayList<>();
    try (MultipartReader reader =
        new MultipartReader(new Buffer().write(sent.getBody()), type.parameter("boundary"))) {
      for (MultipartReader.Part each = reader.nextPart(); each != null; each = reader.nextPart()) {
        Headers headers = each.headers();
        parts.add(
            new Part(
                headers.get("Content-Disposition"),
                headers.get("Content-Type"),
                each.body().readUtf8()));
      }
    }
    return parts;
  }

  private static SendPartsParts.Builder photo() {
    return SendPartsParts.builder().photo("p.png", file("image/png", "P"));
  }

  private static RequestBody file(String mediaType, String text) {
    return RequestBody.create(ByteString.encodeUtf8(text), MediaType.get(mediaType));
  }
}
