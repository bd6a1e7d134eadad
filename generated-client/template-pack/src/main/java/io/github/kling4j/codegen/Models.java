package io.github.kling4j.codegen;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes of a schema what the templates need to write its class. */
final class Models {
  private final Types types;
  private final ObjectModels objects;
  private final EnumModels enums;
  private final UnionModels unions;

  Models(Document document, Types types) {
    this.types = types;
    this.objects = new ObjectModels(document, types, this);
    this.enums = new EnumModels(document);
    this.unions = new UnionModels(document, types);
  }

  Model of(Types.Definition definition) {
    return switch (definition.kind()) {
      case OBJECT -> new Model(definition.name(), objects.of(definition), null, null);
      case UNION -> new Model(definition.name(), null, null, unions.of(definition));
      default -> new Model(definition.name(), null, enums.of(definition), null);
    };
  }

  /** Returns the other types that a builder takes for a type. */
  List<Model.Overload> overloads(Type type) {
    if (type.kind() == Type.Kind.ENUM) {
      Types.Definition definition = types.named(type.java());
      Model.EnumModel model = definition == null ? null : enums.of(definition);
      return model == null ? List.of() : overloads(model, type.java() + ".of");
    }
    if (type.kind() != Type.Kind.UNION) {
      return List.of();
    }
    Set<String> erasures = new HashSet<>(Set.of(type.erasure(), "Object"));
    List<Model.Overload> overloads = new ArrayList<>();
    Types.Definition union = types.named(type.java());
    for (Model.Variant variant :
        union == null ? List.<Model.Variant>of() : unions.variants(union)) {
      if (erasures.add(variant.type().replaceAll("<.*", ""))) {
        overloads.add(
            new Model.Overload(variant.type(), type.java() + ".of" + variant.name(), false));
      }
    }
    return overloads;
  }

  private static List<Model.Overload> overloads(Model.EnumModel model, String of) {
    Model.Overload plain = new Model.Overload(model.java(), of, !model.text());
    return model.number() == null
        ? List.of(plain)
        : List.of(plain, new Model.Overload(model.number(), of, true));
  }
}
