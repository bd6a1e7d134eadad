package io.github.kling4j.compatibility;

import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.cmp.JarArchiveComparatorOptions.ClassPathMode;
import japicmp.config.Options;
import japicmp.model.AccessModifier;
import japicmp.model.JApiBehavior;
import japicmp.model.JApiClass;
import japicmp.model.JApiCompatibility;
import japicmp.model.JApiCompatibilityChange;
import japicmp.model.JApiCompatibilityChangeType;
import japicmp.model.JApiMethod;
import japicmp.model.JApiParameter;
import japicmp.output.OutputFilter;
import japicmp.output.markdown.MarkdownOutputGenerator;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javassist.CtClass;
import javassist.CtMethod;
import javassist.Modifier;
import javassist.bytecode.AccessFlag;
import javassist.bytecode.Descriptor;

/** How the API of a jar differs from that of the same jar before, as japicmp sees it. */
final class ApiChanges {
  /** Retrofit implements what is in here, and nobody else. */
  private static final String RETROFIT_INTERFACES = "io.github.kling4j.api";

  private final List<JApiClass> classes;
  private final Options options;
  private final Set<String> breaks = new LinkedHashSet<>();

  private ApiChanges(List<JApiClass> classes, Options options) {
    this.classes = classes;
    this.options = options;
  }

  /**
   * Compares two jars.
   *
   * @param before the jar of the release
   * @param now the jar now
   * @param pathBefore where else its classes are looked up, such as those that it extends
   * @param pathNow the same for the jar now
   */
  static ApiChanges between(Path before, Path now, List<Path> pathBefore, List<Path> pathNow) {
    JarArchiveComparatorOptions comparing = new JarArchiveComparatorOptions();
    comparing.setAccessModifier(AccessModifier.PROTECTED);
    comparing.setClassPathMode(ClassPathMode.TWO_SEPARATE_CLASSPATHS);
    comparing.setOldClassPath(pathBefore.stream().map(Path::toString).toList());
    comparing.setNewClassPath(pathNow.stream().map(Path::toString).toList());
    // Annotations that Retrofit and others have on theirs, and leave to those who want them.
    comparing
        .getIgnoreMissingClasses()
        .setIgnoreMissingClassRegularExpression(
            List.of(Pattern.compile("javax\\.annotation\\..*")));
    JApiCmpArchive old = new JApiCmpArchive(before.toFile(), "released");
    JApiCmpArchive current = new JApiCmpArchive(now.toFile(), "now");
    Options options = Options.newDefault();
    options.setOldArchives(List.of(old));
    options.setNewArchives(List.of(current));
    options.setAccessModifier(AccessModifier.PROTECTED);
    options.setOutputOnlyModifications(true);
    options.setReportOnlyFilename(true);
    List<JApiClass> classes = new JarArchiveComparator(comparing).compare(old, current);
    ApiChanges changes = new ApiChanges(classes, options);
    classes.forEach(changes::look);
    new OutputFilter(options).filter(classes);
    return changes;
  }

  /** Returns a line for each element that callers can no longer use as they did. */
  List<String> breaks() {
    return List.copyOf(breaks);
  }

  /** Returns what breaks callers, as a list in Markdown. */
  String summary() {
    return breaks.isEmpty()
        ? "No caller has to change anything.\n"
        : breaks.stream().map(each -> "- " + each + "\n").collect(Collectors.joining());
  }

  /** Returns all changes, in words for people. */
  String markdown() {
    return classes.isEmpty()
        ? "Nothing has changed.\n"
        : new MarkdownOutputGenerator(options, classes).generate();
  }

  private void look(JApiClass type) {
    String name = type.getFullyQualifiedName();
    add(type, name + goneFromAbove(type), type);
    add(type, name + " extends " + type.getSuperclass().getSuperclassOld(), type.getSuperclass());
    type.getInterfaces()
        .forEach(each -> add(type, name + " implements " + each.getFullyQualifiedName(), each));
    type.getFields().forEach(each -> add(type, name + "." + each.getName(), each));
    type.getConstructors().forEach(each -> add(type, signature(type, each), each));
    for (JApiMethod method : type.getMethods()) {
      String signature = signature(type, method);
      add(type, signature, method);
      add(type, signature, method.getReturnType());
      method.getParameters().forEach(each -> add(type, signature, each));
    }
    type.getConstructors()
        .forEach(
            constructor ->
                constructor
                    .getParameters()
                    .forEach(each -> add(type, signature(type, constructor), each)));
  }

  private void add(JApiClass type, String element, JApiCompatibility part) {
    for (JApiCompatibilityChange change : part.getCompatibilityChanges()) {
      boolean compatible = change.isBinaryCompatible() && change.isSourceCompatible();
      if (!compatible && !isHarmless(type, change.getType())) {
        breaks.add(element + ": " + change.getType());
      }
    }
  }

  /** Tells of a change that japicmp counts as a break whether nobody can be hit by it. */
  private static boolean isHarmless(JApiClass type, JApiCompatibilityChangeType change) {
    return switch (change) {
      case METHOD_ADDED_TO_INTERFACE ->
          isRetrofitInterface(type) || type.getOldClass().filter(ApiChanges::isOurs).isPresent();
      case METHOD_ABSTRACT_ADDED_TO_CLASS,
          METHOD_ABSTRACT_ADDED_IN_SUPERCLASS,
          METHOD_ABSTRACT_ADDED_IN_IMPLEMENTED_INTERFACE ->
          type.getOldClass().filter(ApiChanges::isOurs).isPresent();
      default -> false;
    };
  }

  /** Names the inherited methods that are gone, of which japicmp says only that there are some. */
  private static String goneFromAbove(JApiClass type) {
    if (type.getOldClass().isEmpty() || type.getNewClass().isEmpty()) {
      return "";
    }
    Set<String> gone = inherited(type.getOldClass().get());
    gone.removeAll(inherited(type.getNewClass().get()));
    return gone.isEmpty() ? "" : " inherited " + String.join(", ", gone);
  }

  private static Set<String> inherited(CtClass type) {
    Set<String> methods = new TreeSet<>();
    for (CtMethod method : type.getMethods()) {
      if (!method.getDeclaringClass().equals(type)) {
        String parameters = Descriptor.toString(method.getSignature());
        methods.add(method.getName() + parameters);
      }
    }
    return methods;
  }

  private static boolean isRetrofitInterface(JApiClass type) {
    return type.getFullyQualifiedName().startsWith(RETROFIT_INTERFACES + ".");
  }

  /** Tells whether only we can extend or implement a type. */
  private static boolean isOurs(CtClass type) {
    boolean sealed = type.getClassFile2().getAttribute("PermittedSubclasses") != null;
    return sealed
        || Modifier.isFinal(type.getModifiers())
        || (!type.isInterface() && !hasVisibleConstructor(type));
  }

  private static boolean hasVisibleConstructor(CtClass type) {
    return type.getClassFile2().getMethods().stream()
        .filter(method -> method.isConstructor())
        .anyMatch(
            method -> (method.getAccessFlags() & (AccessFlag.PUBLIC | AccessFlag.PROTECTED)) != 0);
  }

  private static String signature(JApiClass type, JApiBehavior behavior) {
    String name = type.getFullyQualifiedName() + "." + behavior.getName();
    Stream<String> parameters = behavior.getParameters().stream().map(JApiParameter::getType);
    return name + parameters.collect(Collectors.joining(", ", "(", ")"));
  }
}
