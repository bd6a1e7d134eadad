package io.github.kling4j.codegen;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.servers.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenConstants;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenType;
import org.openapitools.codegen.DefaultCodegen;
import org.openapitools.codegen.SupportingFile;
import org.openapitools.codegen.api.TemplatingEngineAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * OpenAPI Generator's way in: {@code generatorName} {@code retrofit2-moshi}. It takes the document
 * as the generator has read it, works out all classes and interfaces, and leaves to the generator
 * what it is good at: options, templates and their overriding, files.
 */
public final class RetrofitMoshiGenerator extends DefaultCodegen {
  private static final Logger LOGGER = LoggerFactory.getLogger(RetrofitMoshiGenerator.class);
  private static final String SOURCES = "src/main/java";
  private static final String RESOURCES = "src/main/resources/META-INF";

  private static final int MOST_IN_A_METHOD = 500;

  private final Map<String, Model> models = new TreeMap<>();
  private final Map<String, Api> apis = new TreeMap<>();
  private final Set<String> warnings = new TreeSet<>();
  private @Nullable TidyingEngine engine;

  /** Called by the generator. */
  public RetrofitMoshiGenerator() {
    templateDir = "retrofit2-moshi";
    embeddedTemplateDir = templateDir;
    outputFolder = "generated";
    apiPackage = "api";
    modelPackage = "model";
    modelTemplateFiles.put("model.mustache", ".java");
    modelTemplateFiles.put("jsonAdapter.mustache", "JsonAdapter.java");
    apiTemplateFiles.put("api.mustache", ".java");
    apiTemplateFiles.put("calls.mustache", "Calls.java");
    cliOptions.clear();
  }

  @Override
  public CodegenType getTag() {
    return CodegenType.CLIENT;
  }

  @Override
  public String getName() {
    return "retrofit2-moshi";
  }

  @Override
  public String getHelp() {
    return "Generates Retrofit interfaces and immutable models with Moshi adapters, in Java.";
  }

  @Override
  public boolean getUseInlineModelResolver() {
    return false;
  }

  @Override
  public boolean getUseOpenapiNormalizer() {
    return false;
  }

  @Override
  public boolean isSkipSortingOperations() {
    return true;
  }

  @Override
  public TemplatingEngineAdapter getTemplatingEngine() {
    if (engine == null) {
      engine = new TidyingEngine();
    }
    return engine;
  }

  /** Returns what could not be expressed, for the tests; it is logged as well. */
  Set<String> warnings() {
    return warnings;
  }

  private void warn(String warning) {
    if (warnings.add(warning)) {
      LOGGER.warn(warning);
    }
  }

  /**
   * Works out everything, and hands the generator a document in which each schema is one class to
   * write, and each path one interface.
   */
  @Override
  public void preprocessOpenAPI(OpenAPI api) {
    Document document = new Document(api);
    Types types = new Types(document, this::warn);
    Models maker = new Models(document, types);
    Operations operations = new Operations(api, document, types, maker, this::warn);
    make(types, maker);
    operations.find().forEach(each -> apis.put(each.name(), each));
    make(types, maker);

    api.setComponents(new Components());
    api.setTags(null);
    api.setServers(List.of(new Server().url("/")));
    api.setSecurity(null);
    models.keySet().forEach(name -> api.getComponents().addSchemas(name, placeholder()));
    api.setPaths(new Paths());
    apis.keySet()
        .forEach(
            name ->
                api.getPaths()
                    .addPathItem(
                        '/' + name,
                        new PathItem().get(new Operation().operationId(name).addTagsItem(name))));
    describe(api.getInfo());
    addSupportingFiles(operations);
  }

  private static Schema<?> placeholder() {
    return new ObjectSchema().addProperty("placeholder", new Schema<>());
  }

  private void make(Types types, Models maker) {
    for (Types.Definition next = types.next(); next != null; next = types.next()) {
      models.put(next.name(), maker.of(next));
    }
  }

  private void describe(@Nullable Info info) {
    String title = info == null || info.getTitle() == null ? "API" : info.getTitle().strip();
    String version = info == null || info.getVersion() == null ? "" : info.getVersion().strip();
    additionalProperties.put("titleLiteral", Names.literal(title));
    additionalProperties.put("versionLiteral", Names.literal(version));
    additionalProperties.put("titleDoc", Javadoc.escaped(title.replaceAll("\\s+", " ")));
    additionalProperties.put("versionDoc", Javadoc.escaped(version.replaceAll("\\s+", " ")));
    additionalProperties.put("modelList", new ArrayList<>(models.values()));
    additionalProperties.put("apiList", new ArrayList<>(apis.values()));
    additionalProperties.put("chunks", chunks(new ArrayList<>(models.values())));
    additionalProperties.put("modelsThenApis", !models.isEmpty() && !apis.isEmpty());
  }

  /** A part of a list that may be too long for one method: the JVM allows a method 64 KB. */
  record Chunk(int number, List<Model> models) {}

  private static List<Chunk> chunks(List<Model> models) {
    List<Chunk> chunks = new ArrayList<>();
    int from = 0;
    do {
      int to = Math.min(from + MOST_IN_A_METHOD, models.size());
      chunks.add(new Chunk(chunks.size() + 1, models.subList(from, to)));
      from = to;
    } while (from < models.size());
    return chunks;
  }

  private void addSupportingFiles(Operations operations) {
    String model = SOURCES + '/' + modelPackage.replace('.', '/');
    String api = SOURCES + '/' + apiPackage.replace('.', '/');
    String artifact = option(CodegenConstants.ARTIFACT_ID, "generated-client");
    String group = option(CodegenConstants.GROUP_ID, modelPackage);
    boolean union = models.values().stream().anyMatch(each -> each.union() != null);
    boolean heirs =
        models.values().stream()
            .anyMatch(each -> each.object() != null && each.object().hasHeirs());
    additionalProperties.put("hasHeirs", heirs);
    additionalProperties.put("hasQualifier", operations.usesQualifier());
    additionalProperties.put(
        "hasEntries",
        models.values().stream()
            .anyMatch(each -> each.object() != null && each.object().entries() != null));
    supportingFiles.clear();
    for (String name :
        List.of(
            "AdditionalProperties",
            "Limits",
            "MissingPropertyException",
            "ModelJsonAdapterFactory",
            "Raw",
            "Shape",
            "Violation")) {
      add(name, model, name + ".java");
    }
    if (union) {
      add("Variants", model, "Variants.java");
    }
    if (uses("Formats.") || operations.usesQualifier()) {
      add("Formats", model, "Formats.java");
    }
    if (operations.usesQualifier()) {
      add("AsDocumented", model, "AsDocumented.java");
    }
    add("modelPackageInfo", model, "package-info.java");
    add("Contract", api, "Contract.java");
    add("apiPackageInfo", api, "package-info.java");
    if (!apis.isEmpty()) {
      add("DirectCall", api, "DirectCall.java");
      add("DirectCalls", api, "DirectCalls.java");
    }
    if (operations.usesParameters()) {
      add("Parameters", api, "Parameters.java");
    }
    add(
        "reachability-metadata",
        RESOURCES + "/native-image/" + group + '/' + artifact,
        "reachability-metadata.json");
    add("r8-rules", RESOURCES + "/proguard", artifact + ".pro");
  }

  private void add(String template, String folder, String file) {
    supportingFiles.add(new SupportingFile("support/" + template + ".mustache", folder, file));
  }

  private String option(String name, String otherwise) {
    Object value = additionalProperties.get(name);
    return value == null || value.toString().isBlank() ? otherwise : value.toString();
  }

  private boolean uses(String word) {
    return models.values().stream().anyMatch(each -> each.toString().contains(word));
  }

  @Override
  @SuppressWarnings("rawtypes")
  public CodegenModel fromModel(String name, Schema schema) {
    CodegenModel model = new CodegenModel();
    model.name = name;
    model.classname = name;
    Model made = models.get(name);
    if (made != null) {
      model.vendorExtensions.put("x-object", made.object());
      model.vendorExtensions.put("x-enum", made.enumeration());
      model.vendorExtensions.put("x-union", made.union());
    }
    return model;
  }

  @Override
  public CodegenOperation fromOperation(
      String path, String method, Operation operation, @Nullable List<Server> servers) {
    CodegenOperation made = new CodegenOperation();
    made.operationId = operation.getOperationId();
    made.nickname = made.operationId;
    made.path = path;
    made.httpMethod = method;
    made.vendorExtensions.put("x-api", apis.get(made.operationId));
    return made;
  }

  /** A build that works has nothing to say. */
  @Override
  public void postProcess() {}

  @Override
  public String toModelName(String name) {
    return name;
  }

  @Override
  public String toModelFilename(String name) {
    return name;
  }

  @Override
  public String toApiName(String name) {
    return name;
  }

  @Override
  public String toApiFilename(String name) {
    return name;
  }

  @Override
  public String sanitizeTag(String tag) {
    return tag;
  }

  @Override
  public String modelFileFolder() {
    return outputFolder + '/' + SOURCES + '/' + modelPackage().replace('.', '/');
  }

  @Override
  public String apiFileFolder() {
    return outputFolder + '/' + SOURCES + '/' + apiPackage().replace('.', '/');
  }

  @Override
  public String escapeQuotationMark(String input) {
    return input;
  }

  @Override
  public String escapeUnsafeCharacters(String input) {
    return input;
  }

  @Override
  public @Nullable String escapeText(@Nullable String input) {
    return input;
  }
}
