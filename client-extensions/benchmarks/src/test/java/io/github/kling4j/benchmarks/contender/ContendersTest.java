package io.github.kling4j.benchmarks.contender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContendersTest {
  private static final FixedServer SERVER = new FixedServer();

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @ParameterizedTest
  @EnumSource
  void eachCreatesGetsAndListsWithItsOwnJarsAlone(Contenders contender) throws Exception {
    try (URLClassLoader jars =
        new URLClassLoader(urls(contender.classPath()), ClassLoader.getPlatformClassLoader())) {
      Class<?> type = jars.loadClass(contender.type().getName());
      Object instance = type.getConstructor(String.class).newInstance(SERVER.url());
      try {
        // The second time over a connection that is there already.
        for (int i = 0; i < 2; i++) {
          assertThat(call(instance, "create")).isEqualTo(Wire.TASK_ID);
          assertThat(call(instance, "get", Wire.TASK_ID)).isEqualTo(Wire.VIDEO_URL);
          assertThat(call(instance, "list")).isEqualTo(500);
        }
      } finally {
        call(instance, "close");
      }
    }
  }

  @Test
  void aContenderIsFoundByItsName() {
    assertThat(Contenders.of("okhttp-bytes")).isEqualTo(Contenders.OKHTTP_BYTES);
    assertThatThrownBy(() -> Contenders.of("curl"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no contender curl")
        .hasMessageContaining("okhttp-gson, native");
  }

  private static Object call(Object instance, String method, Object... args)
      throws IllegalAccessException, NoSuchMethodException, InvocationTargetException {
    Class<?>[] types = new Class<?>[args.length];
    for (int i = 0; i < args.length; i++) {
      types[i] = args[i].getClass();
    }
    return instance.getClass().getMethod(method, types).invoke(instance, args);
  }

  private static URL[] urls(String classPath) {
    return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(classPath)
        .map(ContendersTest::url)
        .toArray(URL[]::new);
  }

  private static URL url(String entry) {
    try {
      return Path.of(entry).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(entry, e);
    }
  }
}
