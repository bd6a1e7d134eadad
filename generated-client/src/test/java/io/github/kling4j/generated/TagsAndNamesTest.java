package io.github.kling4j.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kling4j.documents.operations.AnswerEitherResponse;
import io.github.kling4j.documents.operations.ClashApi;
import io.github.kling4j.documents.operations.ClashQuery;
import io.github.kling4j.documents.operations.TwoTagsResponse;
import io.github.kling4j.documents.operations.api.AnswersApi;
import io.github.kling4j.documents.operations.api.ClashApi2;
import io.github.kling4j.documents.operations.api.DefaultApi;
import io.github.kling4j.documents.operations.api.FirstTagApi;
import io.github.kling4j.documents.operations.api.FormsApi;
import io.github.kling4j.documents.operations.api.HeadersApi;
import io.github.kling4j.documents.operations.api.MixedCaseApi;
import io.github.kling4j.documents.operations.api.NamesApi;
import io.github.kling4j.documents.operations.api.NamesApi.DescribedQuery;
import io.github.kling4j.documents.operations.api.QueryApi;
import io.github.kling4j.documents.operations.api.SecondTagApi;
import io.github.kling4j.documents.operations.api.Tag2GroU00DFeU0041U6807U7B7EApi;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import retrofit2.Call;

/** In which interface an operation is, and what its method is called. */
final class TagsAndNamesTest {
  @Test
  void anOperationWithoutTagIsInTheDefaultInterface() throws Exception {
    assertThat(target(DefaultApi.class, DefaultApi::untagged)).isEqualTo("/names/untagged");
  }

  @Test
  void anOperationOfTwoTagsIsInBothInterfacesWithTheSameTypes() throws Exception {
    FirstTagApi.TwoTagsQuery first = FirstTagApi.TwoTagsQuery.builder().q("x").build();
    SecondTagApi.TwoTagsQuery second = SecondTagApi.TwoTagsQuery.builder().q("x").build();
    Function<FirstTagApi, Call<TwoTagsResponse>> one = api -> api.twoTags(List.of("a"), first);
    Function<SecondTagApi, Call<TwoTagsResponse>> other = api -> api.twoTags(List.of("a"), second);

    assertThat(target(FirstTagApi.class, one::apply)).isEqualTo("/names/two-tags/a?q=x");
    assertThat(target(SecondTagApi.class, other::apply)).isEqualTo("/names/two-tags/a?q=x");
  }

  @Test
  void anAnswerThatIsOneOfSeveralIsTheSameClassInBothInterfaces() throws Exception {
    Function<AnswersApi, Call<AnswerEitherResponse>> one = AnswersApi::answerEither;
    Function<QueryApi, Call<AnswerEitherResponse>> other = QueryApi::answerEither;

    assertThat(target(AnswersApi.class, one::apply)).isEqualTo("/answers/either");
    assertThat(target(QueryApi.class, other::apply)).isEqualTo("/answers/either");
  }

  @Test
  void tagsThatDifferByCaseOrPunctuationShareAnInterface() throws Exception {
    assertThat(target(MixedCaseApi.class, MixedCaseApi::caseOne)).isEqualTo("/names/case-one");
    assertThat(target(MixedCaseApi.class, MixedCaseApi::caseTwo)).isEqualTo("/names/case-two");
  }

  @Test
  void aTagMayBeOfAnyCharacters() throws Exception {
    assertThat(
            target(Tag2GroU00DFeU0041U6807U7B7EApi.class, Tag2GroU00DFeU0041U6807U7B7EApi::oddTag))
        .isEqualTo("/names/odd-tag");
  }

  @Test
  void anOperationWithoutIdIsNamedByItsMethodAndPath() throws Exception {
    assertThat(names(api -> api.getNamesNoIdByIdParts("1"))).isEqualTo("/names/no-id/1/parts");
  }

  @Test
  void anIdThatIsThereTwiceNamesTwoMethods() throws Exception {
    assertThat(names(NamesApi::same)).isEqualTo("/names/same-one");
    assertThat(names(NamesApi::same2)).isEqualTo("/names/same-two");
  }

  @Test
  void anIdMayBeAWordOfJavaOrAMethodOfEveryObject() throws Exception {
    assertThat(names(NamesApi::import_)).isEqualTo("/names/keyword");
    assertThat(names(NamesApi::wait_)).isEqualTo("/names/wait");
    assertThat(names(NamesApi::hashCode_)).isEqualTo("/names/hashCode");
    assertThat(names(NamesApi::notify_)).isEqualTo("/names/notify");
    assertThat(names(NamesApi::getClass_)).isEqualTo("/names/getClass");
  }

  @Test
  @SuppressWarnings("UnicodeInCode") // The name is the document's.
  void anIdMayBeOfAnyCharacters() throws Exception {
    assertThat(names(NamesApi::items查询AllOfThem)).isEqualTo("/names/odd");
  }

  @Test
  void aModelKeepsItsNameAndTheInterfaceGetsAnother() throws Exception {
    ClashApi2.ClashQueryOfClashApi2 query =
        ClashApi2.ClashQueryOfClashApi2.builder().q("x").build();

    try (Wire<ClashApi2> wire = new Wire<>(ClashApi2.class)) {
      ClashApi answer = wire.answer("{\"query\":{\"id\":\"1\"}}", api -> api.clash(query)).body();

      assertThat(answer.query()).isEqualTo(ClashQuery.builder().id("1").build());
      assertThat(wire.sent().getTarget()).isEqualTo("/names/clash?q=x");
    }
  }

  @Test
  void whatTheDocumentMarksAsDeprecatedIsDeprecated() throws Exception {
    assertThat(NamesApi.class.getMethod("described", DescribedQuery.class))
        .matches(each -> each.isAnnotationPresent(Deprecated.class));
    for (Class<?> builder :
        List.of(QueryApi.SearchQuery.Builder.class, FormsApi.SendFormForm.Builder.class)) {
      assertThat(builder.getMethod("old", String.class))
          .matches(each -> each.isAnnotationPresent(Deprecated.class));
    }
    assertThat(HeadersApi.HeadersHeaders.Builder.class.getMethod("xOld", String.class))
        .matches(each -> each.isAnnotationPresent(Deprecated.class));
  }

  @Test
  @SuppressWarnings("deprecation") // That it compiles with the warning is the half of the test.
  void aDeprecatedOperationIsSentAllTheSame() throws Exception {
    assertThat(names(api -> api.described(DescribedQuery.builder().v("1").build())))
        .isEqualTo("/names/described?v=1");
  }

  private static String names(Function<NamesApi, Call<?>> request) throws Exception {
    return target(NamesApi.class, request);
  }

  private static <A> String target(Class<A> type, Function<A, Call<?>> request) throws Exception {
    try (Wire<A> wire = new Wire<>(type)) {
      return wire.target(request);
    }
  }
}
