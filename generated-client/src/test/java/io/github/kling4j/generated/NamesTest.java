package io.github.kling4j.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import io.github.kling4j.documents.names.BuilderModel;
import io.github.kling4j.documents.names.Clashes;
import io.github.kling4j.documents.names.ClashesU7528U6237;
import io.github.kling4j.documents.names.Collisions;
import io.github.kling4j.documents.names.FOOBAR3;
import io.github.kling4j.documents.names.FooBar;
import io.github.kling4j.documents.names.FooBar2;
import io.github.kling4j.documents.names.KeywordJsonAdapter2;
import io.github.kling4j.documents.names.Keywords;
import io.github.kling4j.documents.names.KnownModel;
import io.github.kling4j.documents.names.Locals;
import io.github.kling4j.documents.names.Model400;
import io.github.kling4j.documents.names.ModelJsonAdapterFactory;
import io.github.kling4j.documents.names.MyOrgThing;
import io.github.kling4j.documents.names.ObjectModel;
import io.github.kling4j.documents.names.StringModel;
import io.github.kling4j.documents.names.Texts;
import io.github.kling4j.documents.names.TextsK;
import io.github.kling4j.documents.names.User;
import io.github.kling4j.documents.names.Violation;
import io.github.kling4j.documents.names.api.Contract;
import io.github.kling4j.documents.names.api.NamesApi;
import io.github.kling4j.documents.names.api.VideosApi;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

/** Whatever a document calls its things, Java has a name for it, and JSON keeps the document's. */
final class NamesTest {
  private static final Moshi MOSHI =
      new Moshi.Builder().add(ModelJsonAdapterFactory.INSTANCE).build();

  @Test
  void aKeywordAndAMemberOfEveryClassGetAnUnderscore() throws IOException {
    Keywords keywords =
        Keywords.builder()
            .class_("a")
            .default_("b")
            .int_(1)
            .null_(true)
            .hashCode_(2)
            .getClass_("c")
            .builder_("d")
            .build_("e")
            .additionalProperties_("f")
            .withFallback_("g")
            .violations_(List.of("h"))
            .wait_(3)
            .build();

    assertThat(write(Keywords.class, keywords))
        .isEqualTo(
            "{\"class\":\"a\",\"default\":\"b\",\"int\":1,\"null\":true,\"hashCode\":2,"
                + "\"getClass\":\"c\",\"wait\":3,\"builder\":\"d\",\"build\":\"e\",\"violations\":[\"h\"],"
                + "\"additional_properties\":\"f\",\"with_fallback\":\"g\"}");
    assertThat(read(Keywords.class, write(Keywords.class, keywords))).isEqualTo(keywords);
  }

  @Test
  void whatIsNoKeywordKeepsItsName() throws IOException {
    Keywords keywords =
        read(
            Keywords.class,
            "{\"entries\":\"a\",\"entry\":\"b\",\"values\":\"c\",\"record\":\"d\"}");

    assertThat(List.of(keywords.entries(), keywords.entry(), keywords.values(), keywords.record()))
        .containsExactly("a", "b", "c", "d");
  }

  @Test
  void aMissingPropertyIsCalledAsInTheDocument() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> Keywords.builder().build())
        .withMessageContaining("class_(...)")
        .withMessageContaining("Keywords needs class");
  }

  @Test
  void propertiesMayBeCalledLikeLocalVariables() throws IOException {
    Locals locals =
        read(
            Locals.class,
            "{\"path\":\"long\",\"found\":\"long\",\"at\":[\"abc\",\"d\"],\"each1\":[\"abc\"],"
                + "\"value\":\"v\",\"free\":10}");

    assertThat(locals.violations())
        .extracting(Violation::path, Violation::rule)
        .extracting(Object::toString)
        .containsExactly(
            "(\"$.path\", \"maxLength\")",
            "(\"$.found\", \"maxLength\")",
            "(\"$.at\", \"maxItems\")",
            "(\"$.at[0]\", \"maxLength\")",
            "(\"$.each1[0]\", \"maxLength\")",
            "(\"$.free\", \"maximum\")");
    assertThat(locals.entries()).containsExactly(org.assertj.core.api.Assertions.entry("free", 10));
  }

  @Test
  void aPropertyCalledEntryGivesWayToTheBuildersOwn() throws IOException {
    Locals locals = Locals.builder().entry_("mine").entry("free", 1).build();

    assertThat(write(Locals.class, locals)).isEqualTo("{\"entry\":\"mine\",\"free\":1}");
  }

  @Test
  void ofNamesThatAreTheSameInJavaTheLaterOnesAreCounted() throws IOException {
    Collisions collisions =
        Collisions.builder()
            .taskId("a")
            .taskId2("b")
            .taskId3("c")
            .taskId4("d")
            .url("e")
            .url2("f")
            .build();

    assertThat(write(Collisions.class, collisions))
        .isEqualTo(
            "{\"task_id\":\"a\",\"taskId\":\"b\",\"task-id\":\"c\",\"Task.Id\":\"d\","
                + "\"URL\":\"e\",\"url\":\"f\"}");
  }

  @Test
  @SuppressWarnings("UnicodeInCode") // The names are the document's.
  void signsDigitsAndAnyScriptMakeNames() throws IOException {
    Collisions collisions =
        Collisions.builder()
            .httpStatus(1)
            .value2nd("a")
            .type("b")
            .ref("c")
            .oddName("dd")
            .quoteAndBack("e")
            .plus1(2)
            .minus1(3)
            .minusMinusMinus("f")
            .名字("g")
            .größe(0.5)
            .build();

    String json = write(Collisions.class, collisions);

    assertThat(json)
        .isEqualTo(
            "{\"HTTPStatus\":1,\"2nd\":\"a\",\"@type\":\"b\",\"$ref_\":\"c\",\"odd name\":\"dd\","
                + "\"quote\\\"and\\\\back\":\"e\",\"+1\":2,\"-1\":3,\"---\":\"f\",\"名字\":\"g\",\"größe\":0.5}");
    assertThat(read(Collisions.class, json)).isEqualTo(collisions);
    assertThat(collisions.violations())
        .extracting(Violation::path)
        .containsExactly("$['odd name']");
  }

  @Test
  void aSchemaThatWouldHideAClassIsCalledAModel() throws IOException {
    StringModel string = StringModel.builder().text("a").build();
    Clashes clashes =
        Clashes.builder()
            .string(string)
            .object(ObjectModel.builder().text("b").build())
            .builder_(BuilderModel.builder().text("c").build())
            .strings(List.of(string))
            .build();

    String json = write(Clashes.class, clashes);

    assertThat(json)
        .isEqualTo(
            "{\"string\":{\"text\":\"a\"},\"object\":{\"text\":\"b\"},\"builder\":{\"text\":\"c\"},"
                + "\"strings\":[{\"text\":\"a\"}]}");
    assertThat(read(Clashes.class, json)).isEqualTo(clashes);
  }

  @Test
  void schemasThatDifferByCaseOnlyDoNotShareAFile() throws IOException {
    assertThat(write(FooBar.class, FooBar.builder().a("a").build())).isEqualTo("{\"a\":\"a\"}");
    assertThat(write(FooBar2.class, FooBar2.builder().b("b").build())).isEqualTo("{\"b\":\"b\"}");
    assertThat(write(FOOBAR3.class, FOOBAR3.builder().c("c").build())).isEqualTo("{\"c\":\"c\"}");
  }

  @Test
  void aSchemaMayBeCalledLikeAnAdapterLikeANumberOrInAnyScript() throws IOException {
    assertThat(write(KeywordJsonAdapter2.class, KeywordJsonAdapter2.builder().text("a").build()))
        .isEqualTo("{\"text\":\"a\"}");
    assertThat(write(Model400.class, Model400.builder().text("b").build()))
        .isEqualTo("{\"text\":\"b\"}");
    assertThat(write(ClashesU7528U6237.class, ClashesU7528U6237.builder().text("c").build()))
        .isEqualTo("{\"text\":\"c\"}");
    assertThat(write(User.class, User.builder().name("e").build())).isEqualTo("{\"name\":\"e\"}");
    assertThat(write(MyOrgThing.class, MyOrgThing.builder().text("d").build()))
        .isEqualTo("{\"text\":\"d\"}");
  }

  @Test
  void constantsGiveWayToEachOtherAndToOurOwn() {
    assertThat(KnownModel.values())
        .containsExactly(
            KnownModel.KNOWN,
            KnownModel.KNOWN2,
            KnownModel.KNOWN3,
            KnownModel.UNRECOGNIZED_,
            KnownModel.UNRECOGNIZED_2,
            KnownModel.VALUES_);
    assertThat(KnownModel.values())
        .extracting(KnownModel::value)
        .containsExactly("known", "Known", "KNOWN", "unrecognized", "UNRECOGNIZED", "values");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/", "@", "{", "<", "\\", "\"", "\n", " ", "", "`"})
  void aValueOfAnEnumMayBeAnyText(String value) throws IOException {
    Texts texts = Texts.builder().k(value).build();

    assertThat(texts.k().known()).isNotSameAs(TextsK.Known.UNRECOGNIZED);
    assertThat(read(Texts.class, write(Texts.class, texts))).isEqualTo(texts);
  }

  @Test
  void aPatternMayHoldQuotesAndBackslashes() {
    assertThat(Texts.builder().l("\"\\/*").build().violations()).isEmpty();
    assertThat(Texts.builder().l("x").build().violations()).hasSize(1);
  }

  @Test
  void theContractIsCalledAsTheDocumentIs() {
    assertThat(Contract.TITLE).isEqualTo("Names */ & <texts> \"quoted\" \\u0041 {@code x} 名");
    assertThat(Contract.VERSION).isEqualTo("1.0 \"final\"");
  }

  @Test
  void anOperationAndItsParametersMayBeKeywords() {
    NamesApi api =
        new Retrofit.Builder()
            .baseUrl("https://names.example.com/")
            .addConverterFactory(MoshiConverterFactory.create(MOSHI))
            .build()
            .create(NamesApi.class);
    NamesApi.ClassQuery query =
        NamesApi.ClassQuery.builder().class_("a b").int_(1).parameter_("c").build();

    assertThat(api.class_("x", query).request().url())
        .hasToString("https://names.example.com/class/x?class=a%20b&int=1&parameter=c");
  }

  @Test
  void aTagMayNameItsInterface() {
    VideosApi api =
        new Retrofit.Builder()
            .baseUrl("https://names.example.com/")
            .build()
            .create(VideosApi.class);

    assertThat(api.videos().request().url()).hasToString("https://names.example.com/videos");
  }

  private static <T> T read(Class<T> type, String json) throws IOException {
    return adapter(type).fromJson(json);
  }

  private static <T> String write(Class<T> type, T value) {
    return adapter(type).toJson(value);
  }

  private static <T> JsonAdapter<T> adapter(Class<T> type) {
    return MOSHI.adapter(type);
  }
}
