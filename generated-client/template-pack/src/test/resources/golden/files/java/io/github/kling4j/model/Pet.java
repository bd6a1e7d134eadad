// Generated from the OpenAPI document Pets 1. Do not edit: change the document, or a template.

package io.github.kling4j.model;

import com.squareup.moshi.JsonClass;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An animal that has a keeper.
 *
 * <p>Immutable. What was read from JSON is never refused: a name that this version does not know, or
 * a value of another shape, is kept under {@link #additionalProperties()}.
 */
@JsonClass(generateAdapter = true, generator = "openapi")
public final class Pet {
  final @Nullable Long id;
  final @Nullable String kind;
  final @Nullable String name;
  final @Nullable String portrait;
  final @Nullable List<@Nullable String> nickNames;
  final @Nullable Size size;
  final Map<String, @Nullable Object> additionalProperties;

  private Pet(Builder builder) {
    this.id = builder.id;
    this.kind = builder.kind;
    this.name = builder.name;
    this.portrait = builder.portrait;
    this.nickNames = builder.nickNames;
    this.size = builder.size;
    this.additionalProperties = builder.rest.toMap();
  }

  /**
   * Returns a builder with nothing set.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns a {@link Cat} as the {@link Pet} that it is, everything kept.
   *
   * @param value the object
   * @return the same, in the form of what all of its kind have
   */
  public static Pet of(Cat value) {
    return ModelJsonAdapterFactory.convert(value, Cat.class, Pet.class);
  }

  /**
   * Returns this as the {@link Cat} that it is.
   *
   * @return the same in that form, or null when {@code kind} does not say so
   */
  public @Nullable Cat asCat() {
    return List.of("cat").contains(String.valueOf(this.kind))
        ? ModelJsonAdapterFactory.convert(this, Pet.class, Cat.class)
        : null;
  }

  /**
   * Returns a builder that holds everything this object holds.
   *
   * @return a new builder
   */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.id = this.id;
    builder.kind = this.kind;
    builder.name = this.name;
    builder.portrait = this.portrait;
    builder.nickNames = this.nickNames;
    builder.size = this.size;
    builder.rest.putAll(this.additionalProperties);
    return builder;
  }

  /**
   * The property {@code id}.
   *
   * <p>Only answers hold it.
   *
   * @return the value
   * @throws MissingPropertyException when the JSON that this was read from had none
   */
  public Long id() {
    if (this.id == null) {
      throw new MissingPropertyException("Pet", "id");
    }
    return this.id;
  }

  /**
   * What it is.
   *
   * @return the value
   * @throws MissingPropertyException when the JSON that this was read from had none
   */
  public String kind() {
    if (this.kind == null) {
      throw new MissingPropertyException("Pet", "kind");
    }
    return this.kind;
  }

  /**
   * The property {@code name}.
   *
   * <p>The server's default is {@code Rex}.
   *
   * @return the value, or null when absent
   */
  public @Nullable String name() {
    return this.name;
  }

  /**
   * The property {@code portrait}.
   *
   * @return the value, or null when absent
   */
  public @Nullable String portrait() {
    return this.portrait;
  }

  /**
   * The property {@code nick names}.
   *
   * @return the value, or null when absent
   */
  public @Nullable List<@Nullable String> nickNames() {
    return this.nickNames;
  }

  /**
   * The property {@code size}.
   *
   * @return the value, or null when absent
   */
  public @Nullable Size size() {
    return this.size;
  }

  /**
   * Properties that the document does not know, and values of another shape than it says, by their
   * name in JSON and as they came: strings, booleans, {@code Long} or {@code BigDecimal}, lists,
   * maps and null.
   *
   * @return an unmodifiable map in the order of the JSON
   */
  public Map<String, @Nullable Object> additionalProperties() {
    return this.additionalProperties;
  }

  /**
   * Looks for breaches of the limits that the document states. The server may be of another opinion:
   * nothing here is ever thrown.
   *
   * @return all breaches, in the order of the document; empty when there are none
   */
  public List<Violation> violations() {
    List<Violation> found = new ArrayList<>();
    violations("$", found);
    return Collections.unmodifiableList(found);
  }

  void violations(String path, List<Violation> found) {
    Limits.absent(found, path, "id", this.id, false, this.additionalProperties);
    Limits.absent(found, path, "kind", this.kind, true, this.additionalProperties);
    Limits.absent(found, path, "name", this.name, false, this.additionalProperties);
    if (this.name != null) {
      Limits.text(found, Limits.at(path, "name"), this.name, 0, 20, null);
    }
    Limits.expected(found, path, "portrait", this.portrait, this.additionalProperties);
    Limits.absent(found, path, "nick names", this.nickNames, false, this.additionalProperties);
    if (this.nickNames != null) {
      String at = Limits.at(path, "nick names");
      Limits.items(found, at, this.nickNames.size(), 0, 3);Limits.each(this.nickNames, at, (at1, each1) -> Limits.text(found, at1, each1, 1, Integer.MAX_VALUE, null));
    }
    Limits.absent(found, path, "size", this.size, false, this.additionalProperties);
    if (this.size != null) {
      Limits.known(found, Limits.at(path, "size"), this.size, this.size.known() != Size.Known.UNRECOGNIZED, Size.values());
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Pet that
        && Objects.equals(this.id, that.id)
        && Objects.equals(this.kind, that.kind)
        && Objects.equals(this.name, that.name)
        && Objects.equals(this.portrait, that.portrait)
        && Objects.equals(this.nickNames, that.nickNames)
        && Objects.equals(this.size, that.size)
        && this.additionalProperties.equals(that.additionalProperties);
  }

  @Override
  public int hashCode() {
    int result = this.additionalProperties.hashCode();
    result = 31 * result + Objects.hashCode(this.id);
    result = 31 * result + Objects.hashCode(this.kind);
    result = 31 * result + Objects.hashCode(this.name);
    result = 31 * result + Objects.hashCode(this.portrait);
    result = 31 * result + Objects.hashCode(this.nickNames);
    result = 31 * result + Objects.hashCode(this.size);
    return result;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("Pet{");
    AdditionalProperties.describe(text, "id", this.id);
    AdditionalProperties.describe(text, "kind", this.kind);
    AdditionalProperties.describe(text, "name", this.name);
    AdditionalProperties.describe(text, "portrait", AdditionalProperties.withoutQuery(this.portrait));
    AdditionalProperties.describe(text, "nickNames", this.nickNames);
    AdditionalProperties.describe(text, "size", this.size);
    this.additionalProperties.forEach((name, value) -> AdditionalProperties.describe(text, name, AdditionalProperties.shown(value)));
    return text.append('}').toString();
  }

  /** Builds instances of {@link Pet}. Not safe for use by several threads. */
  public static final class Builder {
    @Nullable Long id;
    @Nullable String kind;
    @Nullable String name;
    @Nullable String portrait;
    @Nullable List<@Nullable String> nickNames;
    @Nullable Size size;
    AdditionalProperties rest;

    private Builder() {
      this(new AdditionalProperties());
    }

    Builder(AdditionalProperties rest) {
      this.rest = rest;
    }

    /**
     * The property {@code id}.
     *
     * <p>Only answers hold it.
     *
     * @param id the value, or null to leave it out
     * @return this builder
     */
    public Builder id(@Nullable Long id) {
      this.id = id;
      this.rest.remove("id");
      return this;
    }

    /**
     * What it is.
     *
     * @param kind the value, or null to leave it out
     * @return this builder
     */
    public Builder kind(@Nullable String kind) {
      this.kind = kind;
      this.rest.remove("kind");
      return this;
    }

    /**
     * The property {@code name}.
     *
     * <p>The server's default is {@code Rex}.
     *
     * @param name the value, or null to leave it out
     * @return this builder
     */
    public Builder name(@Nullable String name) {
      this.name = name;
      this.rest.remove("name");
      return this;
    }

    /**
     * The property {@code portrait}.
     *
     * <p>Servers refuse a request without it. {@code build()} does not ask for it, {@code
     * violations()} does.
     *
     * @param portrait the value, or null to leave it out
     * @return this builder
     */
    public Builder portrait(@Nullable String portrait) {
      this.portrait = portrait;
      this.rest.remove("portrait");
      return this;
    }

    /**
     * The property {@code nick names}.
     *
     * @param nickNames the value, or null to leave it out
     * @return this builder
     */
    public Builder nickNames(@Nullable List<@Nullable String> nickNames) {
      this.nickNames = nickNames == null ? null : Collections.unmodifiableList(new ArrayList<>(nickNames));
      this.rest.remove("nick names");
      return this;
    }

    /**
     * The property {@code size}.
     *
     * @param size the value, or null to leave it out
     * @return this builder
     */
    public Builder size(@Nullable Size size) {
      this.size = size;
      this.rest.remove("size");
      return this;
    }

    /**
     * The property {@code size}.
     *
     * @param size the plain value, or null to leave it out
     * @return this builder
     */
    public Builder size(@Nullable String size) {
      return size(size == null ? (Size) null : Size.of(size));
    }

    /**
     * Sets a property by its name in JSON, for what the document does not know yet. A name that it
     * does know is sent with this value in place of the typed one.
     *
     * @param name the name in JSON
     * @param value a string, boolean, number, list, map with string keys, or null to send null
     * @return this builder
     * @throws IllegalArgumentException when the value is of any other type
     */
    public Builder additionalProperty(String name, @Nullable Object value) {
      this.rest.set(name, value);
      switch (name) {
        case "id" -> this.id = null;
        case "kind" -> this.kind = null;
        case "name" -> this.name = null;
        case "portrait" -> this.portrait = null;
        case "nick names" -> this.nickNames = null;
        case "size" -> this.size = null;
        default -> {}
      }
      return this;
    }

    /**
     * Takes from another builder every property that is not set here.
     *
     * @param other the builder to take from; it is not changed
     * @return this builder
     */
    public Builder withFallback(Builder other) {
      if (this.id == null && !this.rest.has("id")) {
        this.id = other.id;
        this.rest.take("id", other.rest);
      }
      if (this.kind == null && !this.rest.has("kind")) {
        this.kind = other.kind;
        this.rest.take("kind", other.rest);
      }
      if (this.name == null && !this.rest.has("name")) {
        this.name = other.name;
        this.rest.take("name", other.rest);
      }
      if (this.portrait == null && !this.rest.has("portrait")) {
        this.portrait = other.portrait;
        this.rest.take("portrait", other.rest);
      }
      if (this.nickNames == null && !this.rest.has("nick names")) {
        this.nickNames = other.nickNames;
        this.rest.take("nick names", other.rest);
      }
      if (this.size == null && !this.rest.has("size")) {
        this.size = other.size;
        this.rest.take("size", other.rest);
      }
      this.rest.takeUnset(other.rest, "id", "kind", "name", "portrait", "nick names", "size");
      return this;
    }

    /**
     * Builds the object.
     *
     * @return an immutable object
     * @throws IllegalStateException when a property that the document requires is not set
     */
    public Pet build() {
      if (this.kind == null && !this.rest.has("kind")) {
        throw new IllegalStateException(
            "Pet needs " + "kind" + ": call kind(...) on its builder before build()");
      }
      return new Pet(this);
    }

    Pet asRead() {
      return new Pet(this);
    }
  }
}
