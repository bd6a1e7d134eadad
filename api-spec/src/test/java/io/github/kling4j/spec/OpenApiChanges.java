package io.github.kling4j.spec;

import static java.util.stream.Collectors.toCollection;

import io.swagger.v3.oas.models.parameters.Parameter;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions;
import org.openapitools.openapidiff.core.model.BackwardIncompatibleProp;
import org.openapitools.openapidiff.core.model.Changed;
import org.openapitools.openapidiff.core.model.ChangedApiResponse;
import org.openapitools.openapidiff.core.model.ChangedContent;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedOperation;
import org.openapitools.openapidiff.core.model.ChangedParameters;
import org.openapitools.openapidiff.core.model.ChangedSchema;
import org.openapitools.openapidiff.core.model.ComposedChanged;
import org.openapitools.openapidiff.core.model.DiffResult;
import org.openapitools.openapidiff.core.output.HtmlRender;
import org.openapitools.openapidiff.core.output.MarkdownRender;
import org.openapitools.openapidiff.core.output.Render;

/**
 * What openapi-diff sees between two documents. It looks at operations and at what their bodies
 * hold, and not at callbacks.
 */
final class OpenApiChanges {
  private static final OpenApiDiffOptions OPTIONS =
      OpenApiDiffOptions.builder()
          // Generated enums are open: a value that is new to them is read as it came.
          .configProperty(
              BackwardIncompatibleProp.RESPONSE_ENUM_INCREASED.getPropertyName(), "false")
          // Text that may be longer is a String all the same.
          .configProperty(
              BackwardIncompatibleProp.RESPONSE_MAX_LENGTH_INCREASED.getPropertyName(), "false")
          // It is the name of the generated method.
          .configProperty(BackwardIncompatibleProp.OPERATION_ID_CHANGED.getPropertyName(), "true")
          .configProperty(
              BackwardIncompatibleProp.REQUEST_MIN_LENGTH_INCREASED.getPropertyName(), "true")
          .build();

  private final ChangedOpenApi changes;
  private final List<String> lines = new ArrayList<>();
  private Demand greatest = Demand.NONE;

  private OpenApiChanges(ChangedOpenApi changes) {
    this.changes = changes;
  }

  static OpenApiChanges between(Contract released, Contract current) {
    OpenApiChanges changes =
        new OpenApiChanges(
            OpenApiCompare.fromContents(released.text(), current.text(), List.of(), OPTIONS));
    changes.listAll();
    return changes;
  }

  /**
   * Returns what the changes demand. To openapi-diff a thing is changed, and not only what is said
   * of it, as soon as any of its properties is, so that only its parts tell the two apart.
   */
  Demand demand() {
    Demand whole = demandOf(changes.isChanged());
    return whole == Demand.MINOR ? greatest : whole;
  }

  /** Returns a line for each thing that changed, with its place and what it demands. */
  List<String> lines() {
    return lines;
  }

  String markdown() {
    MarkdownRender render = new MarkdownRender();
    render.setShowChangedMetadata(true);
    return text(render);
  }

  String html() {
    return text(new HtmlRender());
  }

  private String text(Render render) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    render.render(changes, new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private void listAll() {
    changes.getNewEndpoints().forEach(endpoint -> add(endpoint + ": added", Demand.MINOR));
    changes.getMissingEndpoints().forEach(endpoint -> add(endpoint + ": removed", Demand.MAJOR));
    for (ChangedOperation operation : changes.getChangedOperations()) {
      list(operation.getHttpMethod() + " " + operation.getPathUrl(), operation);
    }
    list("the document", changes.getChangedExtensions());
  }

  private void list(String where, Changed changed) {
    if (changed == null || changed.isUnchanged()) {
      return;
    }
    if (!(changed instanceof ComposedChanged composed)) {
      add(where + ": " + nameOf(changed), demandOf(changed.isChanged()));
      return;
    }
    IdentityHashMap<Changed, String> places = places(changed);
    for (Changed part : composed.getChangedElements()) {
      list(where + places.getOrDefault(part, ""), part);
    }
    listOwn(where, composed);
  }

  /** Lists what is different in a thing itself, apart from what is so in its parts. */
  private void listOwn(String where, ComposedChanged changed) {
    Demand demand = demandOf(changed.isCoreChanged());
    if (demand == Demand.NONE) {
      return;
    }
    if (changed instanceof ChangedParameters parameters) {
      added(where, names(parameters.getIncreased()), names(parameters.getMissing()), demand);
    } else if (changed instanceof ChangedApiResponse answers) {
      added(where, answers.getIncreased().keySet(), answers.getMissing().keySet(), demand);
    } else if (changed instanceof ChangedContent content) {
      added(where, content.getIncreased().keySet(), content.getMissing().keySet(), demand);
    } else if (changed instanceof ChangedSchema schema) {
      Set<String> added = schema.getIncreasedProperties().keySet();
      added(where, added, schema.getMissingProperties().keySet(), demand);
      if (schema.isChangedType()) {
        add(where + ": another type", demand);
      }
      if (schema.isChangeFormat()) {
        add(where + ": another format", demand);
      }
      if (schema.isChangeDefault()) {
        add(where + ": another default", demand);
      }
      if (schema.isChangeDeprecated()) {
        add(where + ": deprecated, or no longer so", demand);
      }
      // That some property is different is no change of its own here, as it is to openapi-diff.
    } else if (!(changed instanceof ChangedOpenApi)) {
      add(where + ": " + nameOf(changed), demand);
    }
  }

  private static IdentityHashMap<Changed, String> places(Changed changed) {
    IdentityHashMap<Changed, String> places = new IdentityHashMap<>();
    if (changed instanceof ChangedOperation operation) {
      places.put(operation.getParameters(), " parameter");
      places.put(operation.getRequestBody(), " request");
      places.put(operation.getApiResponses(), " answer");
    } else if (changed instanceof ChangedParameters parameters) {
      parameters.getChanged().forEach(each -> places.put(each, " " + each.getName()));
    } else if (changed instanceof ChangedApiResponse answers) {
      answers.getChanged().forEach((status, each) -> places.put(each, " " + status));
    } else if (changed instanceof ChangedSchema schema) {
      schema.getChangedProperties().forEach((name, each) -> places.put(each, "." + name));
      places.put(schema.getItems(), "[]");
    }
    return places;
  }

  private void added(String where, Set<String> added, Set<String> removed, Demand demand) {
    added.forEach(name -> add(where + ": added " + name, demand));
    removed.forEach(name -> add(where + ": removed " + name, demand));
  }

  private void add(String line, Demand demand) {
    lines.add(demand + " " + line);
    greatest = greatest.max(demand);
  }

  private static Set<String> names(List<Parameter> parameters) {
    return parameters.stream().map(Parameter::getName).collect(toCollection(TreeSet::new));
  }

  private static String nameOf(Changed changed) {
    return changed.getClass().getSimpleName().replace("Changed", "changed ");
  }

  private static Demand demandOf(DiffResult result) {
    return switch (result) {
      case NO_CHANGES -> Demand.NONE;
      case METADATA -> Demand.PATCH;
      case COMPATIBLE -> Demand.MINOR;
      case UNKNOWN, INCOMPATIBLE -> Demand.MAJOR;
    };
  }
}
