package io.github.kling4j.generated;

import static io.github.kling4j.generated.Museum.read;
import static io.github.kling4j.generated.Museum.readExactly;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kling4j.documents.models.Greeting;
import io.github.kling4j.documents.models.Parcel;
import io.github.kling4j.documents.models.Settings;
import io.github.kling4j.documents.models.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every limit that a document can state, and where a breach of it is found. */
final class LimitsTest {
  @Test
  void whatKeepsTheLimitsHasNoViolations() {
    assertThat(
            breaches(
                "'label':'😀😀😀','weight':0.001,'pieces':3,'height':10,'stamp':9000000000,"
                    + "'step':0.3,'dozen':-24,'exact':1.09999999999999999999,'exact_text':'1.1',"
                    + "'tags':['a','bb'],'sizes':[1,99],'materials':['wood'],'amount':5,'wider':99,"
                    + "'parts':'abc','boxes':{'b':{'code':'AB-1'}},'price':0,'finding':['a'],"
                    + "'media':[{'type':'image'}],'a':[{'odd name':[['ab'],[]]}]"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'label':''|$.label minLength",
        "'label':'😀😀😀😀'|$.label maxLength",
        "'weight':0|$.weight minimum",
        "'weight':-1|$.weight minimum",
        "'pieces':4|$.pieces maximum",
        "'height':0|$.height minimum",
        "'height':11|$.height maximum",
        "'stamp':8999999999|$.stamp minimum",
        "'step':0.25|$.step multipleOf",
        "'dozen':13|$.dozen multipleOf",
        "'exact':1.10|$.exact maximum",
        "'exact':1.10000000000000000001|$.exact maximum",
        "'tags':[]|$.tags minItems",
        "'tags':['a','b','c']|$.tags maxItems",
        "'tags':['a','a']|$.tags uniqueItems",
        "'tags':['a','']|$.tags[1] minLength",
        "'tags':['ccc']|$.tags[0] maxLength",
        "'sizes':[1,100]|$.sizes[1] maximum",
        "'materials':['wood','glass']|$.materials[1] enum",
        "'boxes':{}|$.boxes minProperties",
        "'boxes':{'b c':{}}|$.boxes['b c'].code required",
        "'price':-1|$.price minimum",
        "'price':'not free'|$.price maxLength",
        "'finding':['a','b','c']|$.finding maxItems",
        "'finding':[{'id':1,'label':'123456'}]|$.finding[0].label maxLength",
        "'media':[{'type':'image','width':0}]|$.media[0].width minimum",
        "'media':[{'type':'?'}]|$.media[0] oneOf",
        "'amount':6|$.amount maximum",
        "'amount':-1|$.amount minimum",
        "'wider':100|$.wider maximum",
        "'parts':'a'|$.parts minLength",
        "'parts':'abcd'|$.parts maxLength",
        "'parts':'bcd'|$.parts pattern",
        "'a':[{'odd name':[['ab','abc']]}]|$.a[0]['odd name'][0][1] maxLength",
        "'a':[{},{'1':[],'2':[],'3':[]}]|$.a[1] maxProperties"
      })
  void aBreachIsFoundWhereItIs(String member, String breach) {
    assertThat(breaches(member)).containsExactly(breach);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ab-12", "AB-", "xAB-1"})
  void aTextIsHeldAgainstItsPattern(String code) {
    assertThat(Museum.breaches(Parcel.builder().code(code).build().violations()))
        .containsExactly("$.code pattern");
  }

  @Test
  void aPatternThatJavaCannotReadIsNoViolation() {
    assertThat(breaches("'odd':'anything'")).isEmpty();
  }

  @Test
  void aNameInAPathIsEscaped() {
    Parcel parcel =
        readExactly(
            Parcel.class,
            """
            {"code": "AB-1", "odd 'name'": "xx", "boxes": {"a\\\\b": {"code": "AB-1", "label": ""}}}
            """);

    assertThat(Museum.breaches(parcel.violations()))
        .containsExactlyInAnyOrder(
            "$['odd \\'name\\''] maxLength", "$.boxes['a\\\\b'].label minLength");
  }

  @Test
  void anObjectWithPropertiesMayHaveALimitedNumberOfThem() {
    assertThat(Museum.breaches(read(Greeting.class, "{}").violations()))
        .containsExactly("$ minProperties");
    assertThat(read(Greeting.class, "{'hello':'a','x':1}").violations()).isEmpty();
    assertThat(Museum.breaches(read(Greeting.class, "{'hello':'a','x':1,'y':2}").violations()))
        .containsExactly("$ maxProperties");
    assertThat(
            Museum.breaches(read(Settings.class, "{'entry':'','a':1,'b':2,'c':{}}").violations()))
        .containsExactly("$ maxProperties");
  }

  @Test
  void severalBreachesOfOneValueAreAllTold() {
    assertThat(breaches("'tags':['ccc','ccc','']"))
        .containsExactlyInAnyOrder(
            "$.tags maxItems",
            "$.tags uniqueItems",
            "$.tags[0] maxLength",
            "$.tags[1] maxLength",
            "$.tags[2] minLength");
  }

  @Test
  void breachesDeepInsideHaveTheirWholePath() {
    assertThat(
            breaches(
                "'boxes':{'x':{'code':'AB-1','boxes':{'y':{'code':'AB-1','media':"
                    + "[{'type':'video','seconds':1},{'type':'video','seconds':601}]}}}}"))
        .containsExactly("$.boxes.x.boxes.y.media[1].seconds maximum");
  }

  @Test
  void breachesComeInTheOrderOfTheDocument() {
    assertThat(Museum.breaches(read(Parcel.class, "{'sizes':[100],'label':''}").violations()))
        .containsExactly("$.code required", "$.label minLength", "$.sizes[0] maximum");
  }

  @Test
  void aMessageTellsSizeAndLimitAndNoTextOfTheUser() {
    Violation violation =
        read(Parcel.class, "{'code':'AB-1','label':'secret'}").violations().get(0);

    assertThat(violation.rule()).isEqualTo("maxLength");
    assertThat(violation.message()).contains("label", "6", "3").doesNotContain("secret");
  }

  @Test
  void nothingIsThrownForABreach() {
    Parcel parcel = Parcel.builder().code("").weight(Double.NaN).tags(List.of()).build();

    assertThat(Museum.breaches(parcel.violations()))
        .containsExactly("$.code pattern", "$.weight type", "$.tags minItems");
  }

  private static List<String> breaches(String members) {
    return Museum.breaches(read(Parcel.class, "{'code':'AB-1'," + members + "}").violations());
  }
}
