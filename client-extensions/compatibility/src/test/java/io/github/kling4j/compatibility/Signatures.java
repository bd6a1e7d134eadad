package io.github.kling4j.compatibility;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javassist.bytecode.AccessFlag;
import javassist.bytecode.AttributeInfo;
import javassist.bytecode.ClassFile;
import javassist.bytecode.InnerClassesAttribute;

/**
 * What others can compile against in a set of classes: those that are public or protected, with the
 * members that are so, and nothing of what these do. Classes that one of them extends are there
 * too, so that what it inherits is seen. As a jar it is the same, byte for byte, for the same
 * classes.
 */
final class Signatures {
  private static final String VERSION = "Implementation-Version: ";
  private static final String MANIFEST = "META-INF/MANIFEST.MF";

  /** The first moment that a zip file can tell. */
  private static final long NO_TIME = 315_532_800_000L;

  private static final Set<String> KEPT =
      Set.of(
          "AnnotationDefault",
          "Deprecated",
          "Exceptions",
          "InnerClasses",
          "PermittedSubclasses",
          "RuntimeVisibleAnnotations",
          "Signature");

  private final String version;
  private final Map<String, byte[]> classes;

  private Signatures(String version, Map<String, byte[]> classes) {
    this.version = version;
    this.classes = classes;
  }

  /** Returns the signatures of a folder of classes, or of a jar. */
  static Signatures of(Path classes, String version) throws IOException {
    Map<String, ClassFile> all = new TreeMap<>();
    for (byte[] bytes : classFiles(classes).values()) {
      ClassFile file = new ClassFile(new DataInputStream(new ByteArrayInputStream(bytes)));
      all.put(file.getName(), file);
    }
    Map<String, byte[]> stripped = new TreeMap<>();
    for (String name : visibleAndAbove(all)) {
      stripped.put(name.replace('.', '/') + ".class", stripped(all.get(name)));
    }
    return new Signatures(version, stripped);
  }

  /** Reads what {@link #write} wrote. */
  static Signatures read(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry manifest = zip.getEntry(MANIFEST);
      String text = new String(zip.getInputStream(manifest).readAllBytes(), StandardCharsets.UTF_8);
      String version =
          text.lines()
              .filter(line -> line.startsWith(VERSION))
              .findFirst()
              .orElseThrow(() -> new IOException("no version in " + jar))
              .substring(VERSION.length());
      return new Signatures(version, classFiles(jar));
    }
  }

  String version() {
    return version;
  }

  /** Returns the names of the classes, as those of files. */
  Set<String> names() {
    return classes.keySet();
  }

  void write(Path jar) throws IOException {
    Files.createDirectories(jar.getParent());
    String manifest = "Manifest-Version: 1.0\r\n" + VERSION + version + "\r\n\r\n";
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      put(zip, MANIFEST, manifest.getBytes(StandardCharsets.UTF_8));
      for (Map.Entry<String, byte[]> each : classes.entrySet()) {
        put(zip, each.getKey(), each.getValue());
      }
    }
  }

  /** Not compressed: git does that, and knows then what two releases have in common. */
  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(crc.getValue());
    entry.setTime(NO_TIME);
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }

  private static Map<String, byte[]> classFiles(Path place) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    if (Files.isDirectory(place)) {
      try (Stream<Path> paths = Files.walk(place)) {
        for (Path path : paths.filter(path -> isClass(path.toString())).toList()) {
          files.put(place.relativize(path).toString(), Files.readAllBytes(path));
        }
      }
      return files;
    }
    try (ZipFile zip = new ZipFile(place.toFile())) {
      List<? extends ZipEntry> entries = zip.stream().filter(e -> isClass(e.getName())).toList();
      for (ZipEntry entry : entries) {
        files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    return files;
  }

  private static boolean isClass(String name) {
    return name.endsWith(".class") && !name.endsWith("-info.class");
  }

  private static Set<String> visibleAndAbove(Map<String, ClassFile> all) {
    Deque<ClassFile> left = new ArrayDeque<>();
    all.values().stream().filter(file -> isVisible(file, all)).forEach(left::add);
    Set<String> names = new TreeSet<>();
    while (!left.isEmpty()) {
      ClassFile file = left.remove();
      if (names.add(file.getName())) {
        Stream.concat(Stream.of(file.getSuperclass()), Stream.of(file.getInterfaces()))
            .filter(all::containsKey)
            .map(all::get)
            .forEach(left::add);
      }
    }
    return names;
  }

  private static boolean isVisible(ClassFile file, Map<String, ClassFile> all) {
    if (!(file.getAttribute("InnerClasses") instanceof InnerClassesAttribute inner)) {
      return isVisible(file.getAccessFlags());
    }
    for (int i = 0; i < inner.tableLength(); i++) {
      if (file.getName().equals(inner.innerClass(i))) {
        ClassFile outer = inner.outerClass(i) == null ? null : all.get(inner.outerClass(i));
        return outer != null && isVisible(inner.accessFlags(i)) && isVisible(outer, all);
      }
    }
    return isVisible(file.getAccessFlags());
  }

  private static boolean isVisible(int flags) {
    return (flags & (AccessFlag.PUBLIC | AccessFlag.PROTECTED)) != 0
        && (flags & AccessFlag.SYNTHETIC) == 0;
  }

  private static byte[] stripped(ClassFile file) throws IOException {
    file.getMethods().removeIf(method -> !isVisible(method.getAccessFlags()));
    file.getFields().removeIf(field -> !isVisible(field.getAccessFlags()));
    file.getMethods()
        .forEach(method -> names(method.getAttributes()).forEach(method::removeAttribute));
    file.getFields().forEach(field -> names(field.getAttributes()).forEach(field::removeAttribute));
    names(file.getAttributes()).forEach(file::removeAttribute);
    file.compact();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    file.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  /** Returns the names of those that are not kept. */
  private static List<String> names(List<AttributeInfo> attributes) {
    List<String> names = new ArrayList<>();
    for (AttributeInfo attribute : attributes) {
      if (!KEPT.contains(attribute.getName())) {
        names.add(attribute.getName());
      }
    }
    return names;
  }
}
