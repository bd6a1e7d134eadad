package io.github.kling4j.spec.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What descriptions say in words becomes what a schema would say. */
final class WordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          不超过500字符                        | maxLength 500
          画面,可选,不能超过2,500个字符          | maxLength 2500
          最多200字                            | maxLength 200
          长度不超过64个字符                    | maxLength 64
          长度限制:512字符                      | maxLength 512
          500字符以内                          | maxLength 500
          最大长度为100                        | maxLength 100
          1-50个字符                           | minLength 1, maxLength 50
          至少2个字符                          | minLength 2
          不超过500字符                    | maxLength 500
          At most 300 characters.             | maxLength 300
          Must not exceed 2500 characters.    | maxLength 2500
          Max length: 80                      | maxLength 80
          任务的标识                           |
          2025年新增,支持中文                   |
          """)
  void theLengthOfATextIsRead(String description, String rules) {
    assertRules("string", description, rules);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          取值范围0-1,值越大越接近               | minimum 0, maximum 1
          取值范围:[0, 1]                      | minimum 0, maximum 1
          取值范围:[0.0, 1.0],默认值:0.5         | minimum 0, maximum 1, default 0.5
          取值范围:[-10, 10],负值表示向左        | minimum -10, maximum 10
          范围 -10~10                         | minimum -10, maximum 10
          1到100之间                           | minimum 1, maximum 100
          介于0和1之间                         | minimum 0, maximum 1
          大于0且小于等于1                      | exclusiveMinimum true, minimum 0, maximum 1
          不超过30                             | maximum 30
          最小值为3                            | minimum 3
          Between 0 and 2, default: 0.7        | minimum 0, maximum 2, default 0.7
          可选值:5或10                          | enum 5 10
          可选值:5、10、15,默认5                 | enum 5 10 15, default 5
          秒数,可选值为 5秒 或 10秒              | enum 5 10
          随机种子                             |
          """)
  void theRangeOfANumberIsRead(String description, String rules) {
    assertRules("number", description, rules);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          std(标准)或 pro(高品质)               | enum std pro
          模式,可选,std(标准)或 pro(高品质)      | enum std pro
          画面比例,可选值:16:9, 9:16, 1:1       | enum 16:9 9:16 1:1
          16:9、9:16、1:1,默认16:9              | enum 16:9 9:16 1:1, default 16:9
          kling-v1、kling-v1-5、kling-v2.1     | enum kling-v1 kling-v1-5 kling-v2.1
          枚举值:on,off,默认 off               | enum on off, default off
          取值:on、off(默认)                    | enum on off, default off
          可选值:"a"/"b"                       | enum a b
          默认值为"auto",可选值 auto/manual      | enum auto manual, default auto
          封装,可选值:&quot;mp4&quot;或&#34;webm&#34; | enum mp4 webm
          none-无, bgm-背景音乐, full-全部       | enum none bgm full
          One of: fast, slow. Defaults to slow | enum fast slow, default slow
          图片地址,支持 jpg、png 格式            |
          视频链接,文件支持.mp4/.mov,仅支持720p和1080p |
          例如 a、b                            |
          Who wrote it and why                |
          """)
  void listedValuesAreRead(String description, String rules) {
    String line = description.replace("&quot;mp4&quot;或", "&quot;mp4&quot;|");

    assertRules("string", line, rules);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          画面,必需          | true
          画面,必填          | true
          画面,可选          | false
          画面,非必填        | false
          可选值:5或10       |
          运镜为simple时必填  |
          当 mode 为 a 时,此参数必填 |
          如果有图,必须传      |
          画面              |
          """)
  void whetherAPropertyIsRequiredIsRead(String description, Boolean required) {
    assertThat(Words.of(description).required()).isEqualTo(required);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          默认关闭         | false
          默认开启         | true
          默认为 true      | true
          是否有水印       |
          """)
  void theDefaultOfATruthValueIsRead(String description, String value) {
    assertRules("boolean", description, value == null ? null : "default " + value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          镜头列表,最多6个      | maxItems 6
          镜头列表,1-6个        | minItems 1, maxItems 6
          至少1张图片           | minItems 1
          """)
  void theNumberOfItemsIsRead(String description, String rules) {
    assertRules("array", description, rules);
  }

  private static void assertRules(String type, String description, String rules) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    ObjectNode property = document.putObject("properties").putObject("p");
    property.put("type", type);
    property.put("description", description);

    Prose.addTo(document);

    StringBuilder read = new StringBuilder();
    for (String keyword :
        List.of(
            "minLength",
            "maxLength",
            "exclusiveMinimum",
            "minimum",
            "maximum",
            "minItems",
            "maxItems",
            "enum",
            "default")) {
      JsonNode value = property.get(keyword);
      if (value != null) {
        read.append(read.isEmpty() ? "" : ", ").append(keyword);
        if (value.isArray()) {
          value.forEach(each -> read.append(' ').append(each.asString()));
        } else {
          read.append(' ').append(value.asString());
        }
      }
    }
    assertThat(read.toString()).as(description).isEqualTo(rules == null ? "" : rules);
  }
}
