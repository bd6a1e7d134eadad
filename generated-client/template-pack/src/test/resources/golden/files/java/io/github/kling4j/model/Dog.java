// Generated from the OpenAPI document Pets 1. Do not edit: change the document, or a template.

package io.github.kling4j.model;

import com.squareup.moshi.JsonClass;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The schema {@code Dog}.
 *
 * <p>Immutable. What was read from JSON is never refused: a name that this version does not know, or
 * a value of another shape, is kept under {@link #additionalProperties()}.
 */
@JsonClass(generateAdapter = true, generator = "openapi")
public final class Dog {
  final @Nullable String kind;
  final @Nullable Map<String, Integer> tricks;
  final Map<String, String> entries;
  final Map<String, @Nullable Object> additionalProperties;

  private Dog(Builder builder) {
    this.kind = builder.kind;
    this.tricks = builder.tricks;
    this.entries = builder.entries.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(builder.entries));
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
   * Returns a builder that holds everything this object holds.
   *
   * @return a new builder
   */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.kind = this.kind;
    builder.tricks = this.tricks;
    builder.entries.putAll(this.entries);
    builder.rest.putAll(this.additionalProperties);
    return builder;
  }

  /**
   * The property {@code kind}.
   *
   * @return the value
   * @throws MissingPropertyException when the JSON that this was read from had none
   */
  public String kind() {
    if (this.kind == null) {
      throw new MissingPropertyException("Dog", "kind");
    }
    return this.kind;
  }

  /**
   * The property {@code tricks}.
   *
   * @return the value, or null when absent
   */
  public @Nullable Map<String, Integer> tricks() {
    return this.tricks;
  }

  /**
   * Returns the values under names that the document leaves open, where they have the shape that it
   * states.
   *
   * @return an unmodifiable map in the order of the JSON
   */
  public Map<String, String> entries() {
    return this.entries;
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
    Limits.absent(found, path, "kind", this.kind, true, this.additionalProperties);
    Limits.absent(found, path, "tricks", this.tricks, false, this.additionalProperties);
    Limits.eachMember(this.entries, path, (at, each) -> { Limits.text(found, at, each, 0, 5, null); });
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Dog that
        && Objects.equals(this.kind, that.kind)
        && Objects.equals(this.tricks, that.tricks)
        && this.entries.equals(that.entries)
        && this.additionalProperties.equals(that.additionalProperties);
  }

  @Override
  public int hashCode() {
    int result = this.additionalProperties.hashCode();
    result = 31 * result + Objects.hashCode(this.kind);
    result = 31 * result + Objects.hashCode(this.tricks);
    result = 31 * result + this.entries.hashCode();
    return result;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("Dog{");
    AdditionalProperties.describe(text, "kind", this.kind);
    AdditionalProperties.describe(text, "tricks", this.tricks);
    this.entries.forEach((name, value) -> AdditionalProperties.describe(text, name, value));
    this.additionalProperties.forEach((name, value) -> AdditionalProperties.describe(text, name, AdditionalProperties.shown(value)));
    return text.append('}').toString();
  }

  /** Builds instances of {@link Dog}. Not safe for use by several threads. */
  public static final class Builder {
    @Nullable String kind;
    @Nullable Map<String, Integer> tricks;
    final Map<String, String> entries = new LinkedHashMap<>();
    AdditionalProperties rest;

    private Builder() {
      this(new AdditionalProperties());
    }

    Builder(AdditionalProperties rest) {
      this.rest = rest;
    }

    /**
     * The property {@code kind}.
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
     * The property {@code tricks}.
     *
     * @param tricks the value, or null to leave it out
     * @return this builder
     */
    public Builder tricks(@Nullable Map<String, Integer> tricks) {
      this.tricks = tricks == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(tricks));
      this.rest.remove("tricks");
      return this;
    }

    /**
     * Sets a value under a name that the document leaves open.
     *
     * @param name the name in JSON
     * @param value the value
     * @return this builder
     */
    public Builder entry(String name, String value) {
      this.entries.put(name, value);
      this.rest.remove(name);
      return this;
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
      this.entries.remove(name);
      switch (name) {
        case "kind" -> this.kind = null;
        case "tricks" -> this.tricks = null;
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
      if (this.kind == null && !this.rest.has("kind")) {
        this.kind = other.kind;
        this.rest.take("kind", other.rest);
      }
      if (this.tricks == null && !this.rest.has("tricks")) {
        this.tricks = other.tricks;
        this.rest.take("tricks", other.rest);
      }
      other.entries.forEach(
          (name, value) -> {
            if (!this.rest.has(name)) {
              this.entries.putIfAbsent(name, value);
            }
          });
      this.rest.takeUnset(other.rest, "kind", "tricks");
      return this;
    }

    /**
     * Builds the object.
     *
     * @return an immutable object
     * @throws IllegalStateException when a property that the document requires is not set
     */
    public Dog build() {
      if (this.kind == null && !this.rest.has("kind")) {
        throw new IllegalStateException(
            "Dog needs " + "kind" + ": call kind(...) on its builder before build()");
      }
      return new Dog(this);
    }

    Dog asRead() {
      return new Dog(this);
    }
  }
}
