// Generated from the OpenAPI document Kling text-to-video 1.0.0. Do not edit: change the document,
// or a template.

package io.github.kling4j.model;

import com.squareup.moshi.JsonClass;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the camera moves.
 *
 * <p>Immutable. What was read from JSON is never refused: a name that this version does not know,
 * or a value of another shape, is kept under {@link #additionalProperties()}.
 */
@JsonClass(generateAdapter = true, generator = "openapi")
public final class CameraControl {
  final @Nullable CameraControlType type;
  final @Nullable CameraControlConfig config;
  final Map<String, @Nullable Object> additionalProperties;

  private CameraControl(Builder builder) {
    this.type = builder.type;
    this.config = builder.config;
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
    builder.type = type;
    builder.config = config;
    builder.rest.putAll(additionalProperties);
    return builder;
  }

  /**
   * The kind of movement.
   *
   * @return the value
   * @throws MissingPropertyException when the JSON that this was read from had none
   */
  public CameraControlType type() {
    if (type == null) {
      throw new MissingPropertyException("CameraControl", "type");
    }
    return type;
  }

  /**
   * How far the camera moves. To be given for type simple, and to be left out for the other types.
   *
   * @return the value, or null when absent
   */
  public @Nullable CameraControlConfig config() {
    return config;
  }

  /**
   * Properties that the document does not know, and values of another shape than it says, by their
   * name in JSON and as they came: strings, booleans, {@code Long} or {@code BigDecimal}, lists,
   * maps and null.
   *
   * @return an unmodifiable map in the order of the JSON
   */
  public Map<String, @Nullable Object> additionalProperties() {
    return additionalProperties;
  }

  /**
   * Looks for breaches of the limits that the document states. The server may be of another
   * opinion: nothing here is ever thrown.
   *
   * @return all breaches, in the order of the document; empty when there are none
   */
  public List<Violation> violations() {
    List<Violation> found = new ArrayList<>();
    violations("$", found);
    return Collections.unmodifiableList(found);
  }

  void violations(String path, List<Violation> found) {
    Limits.absent(found, path, "type", type, true, additionalProperties);
    if (type != null) {
      Limits.known(
          found,
          Limits.at(path, "type"),
          type,
          type.known() != CameraControlType.Known.UNRECOGNIZED,
          CameraControlType.values());
    }
    Limits.absent(found, path, "config", config, false, additionalProperties);
    if (config != null) {
      config.violations(Limits.at(path, "config"), found);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CameraControl that
        && Objects.equals(type, that.type)
        && Objects.equals(config, that.config)
        && additionalProperties.equals(that.additionalProperties);
  }

  @Override
  public int hashCode() {
    int result = additionalProperties.hashCode();
    result = 31 * result + Objects.hashCode(type);
    result = 31 * result + Objects.hashCode(config);
    return result;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("CameraControl{");
    AdditionalProperties.describe(text, "type", type);
    AdditionalProperties.describe(text, "config", config);
    additionalProperties.forEach((name, value) -> AdditionalProperties.describe(text, name, value));
    return text.append('}').toString();
  }

  /** Builds instances of {@link CameraControl}. Not safe for use by several threads. */
  public static final class Builder {
    @Nullable CameraControlType type;
    @Nullable CameraControlConfig config;
    final AdditionalProperties rest = new AdditionalProperties();

    private Builder() {}

    /**
     * The kind of movement.
     *
     * @param type the value, or null to leave it out
     * @return this builder
     */
    public Builder type(@Nullable CameraControlType type) {
      this.type = type;
      rest.remove("type");
      return this;
    }

    /**
     * The kind of movement.
     *
     * @param type the plain value, known to this version or not
     * @return this builder
     */
    public Builder type(String type) {
      return type(CameraControlType.of(type));
    }

    /**
     * How far the camera moves. To be given for type simple, and to be left out for the other
     * types.
     *
     * @param config the value, or null to leave it out
     * @return this builder
     */
    public Builder config(@Nullable CameraControlConfig config) {
      this.config = config;
      rest.remove("config");
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
      rest.set(name, value);
      switch (name) {
        case "type" -> type = null;
        case "config" -> config = null;
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
      if (type == null && !rest.has("type")) {
        type = other.type;
        rest.take("type", other.rest);
      }
      if (config == null && !rest.has("config")) {
        config = other.config;
        rest.take("config", other.rest);
      }
      rest.takeUnset(other.rest, "type", "config");
      return this;
    }

    /**
     * Builds the object.
     *
     * @return an immutable object
     * @throws IllegalStateException when a property that the document requires is not set
     */
    public CameraControl build() {
      if (type == null && !rest.has("type")) {
        throw new IllegalStateException(
            "CameraControl needs type: call type(...) on its builder before build()");
      }
      return new CameraControl(this);
    }

    CameraControl asRead() {
      return new CameraControl(this);
    }
  }
}
