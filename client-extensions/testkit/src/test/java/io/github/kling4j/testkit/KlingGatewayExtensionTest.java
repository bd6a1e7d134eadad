package io.github.kling4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineTestKit;

class KlingGatewayExtensionTest {
  private static final List<KlingGateway> SEEN = new CopyOnWriteArrayList<>();

  @BeforeEach
  void forget() {
    SEEN.clear();
  }

  @Test
  void aStaticFieldHasOneGatewayForTheClass() {
    run(InAStaticField.class, 3);
    assertThat(SEEN).hasSize(3).allMatch(gateway -> gateway == SEEN.get(0));
    assertThatIsClosed(SEEN.get(0));
  }

  @Test
  void aFieldHasOneGatewayForEachTest() {
    run(InAField.class, 2);
    assertThat(SEEN).hasSize(2).doesNotHaveDuplicates();
    SEEN.forEach(KlingGatewayExtensionTest::assertThatIsClosed);
  }

  @Test
  void aParameterIsTheClasssGateway() {
    run(AsAParameter.class, 2);
    assertThat(SEEN).hasSize(4).allMatch(gateway -> gateway == SEEN.get(0));
    assertThatIsClosed(SEEN.get(0));
  }

  @Test
  void outsideOfATestThereIsNoGateway() {
    assertThatThrownBy(() -> new KlingGatewayExtension().gateway())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("@RegisterExtension");
  }

  private static void run(Class<?> tests, int succeeded) {
    EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(tests))
        .execute()
        .testEvents()
        .assertStatistics(statistics -> statistics.failed(0).succeeded(succeeded));
  }

  private static void assertThatIsClosed(KlingGateway gateway) {
    assertThatThrownBy(() -> new Client(gateway).create("A beach."))
        .isInstanceOf(IOException.class);
  }

  private static void createOnce(KlingGateway gateway) throws IOException {
    assertThat(gateway.requests()).isEmpty();
    assertThat(new Client(gateway).create("A beach.").status()).isEqualTo(200);
    SEEN.add(gateway);
  }

  static class InAStaticField {
    @RegisterExtension
    static final KlingGatewayExtension KLING =
        new KlingGatewayExtension(KlingGateway.builder().apiKey("sk-test"));

    @Test
    void first() throws IOException {
      createOnce(KLING.gateway());
    }

    @Test
    void second() throws IOException {
      createOnce(KLING.gateway());
    }

    @Nested
    class Inside {
      @Test
      void third() throws IOException {
        createOnce(KLING.gateway());
      }
    }
  }

  static class InAField {
    @RegisterExtension final KlingGatewayExtension kling = new KlingGatewayExtension();

    @Test
    void first() throws IOException {
      createOnce(kling.gateway());
    }

    @Test
    void second() throws IOException {
      createOnce(kling.gateway());
    }
  }

  @ExtendWith(KlingGatewayExtension.class)
  static class AsAParameter {
    @BeforeAll
    static void before(KlingGateway gateway) {
      SEEN.add(gateway);
    }

    AsAParameter(KlingGateway gateway) {
      assertThat(gateway).isSameAs(SEEN.get(0));
    }

    @Test
    void first(KlingGateway gateway) throws IOException {
      createOnce(gateway);
    }

    @Nested
    class Inside {
      @Test
      void second(KlingGateway gateway) throws IOException {
        createOnce(gateway);
        SEEN.add(gateway);
      }
    }
  }
}
