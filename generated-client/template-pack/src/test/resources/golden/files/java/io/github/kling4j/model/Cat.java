// Generated from the OpenAPI document Pets 1. Do not edit: change the document, or a template.

package io.github.kling4j.model;

import com.squareup.moshi.JsonClass;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The schema {@code Cat}.
 *
 * <p>Immutable. What was read from JSON is never refused: a name that this version does not know, or
 * a value of another shape, is kept under {@link #additionalProperties()}.
 */
@JsonClass(generateAdapter = true, generator = "openapi")
public final class Cat {
  final @Nullable Long id;
  final @Nullable String kind;
  final @Nullable String name;
  final @Nullable String portrait;
  final @Nullable List<@Nullable String> nickNames;
  final @Nullable Size size;
  final @Nullable LocalDate born;
  final @Nullable Integer lives;
  final @Nullable List<Cat> kittens;
  final @Nullable String vet;
  final @Nullable Stars stars;
  final Map<String, @Nullable Object> additionalProperties;

  private Cat(Builder builder) {
    this.id = builder.id;
    this.kind = builder.kind;
    this.name = builder.name;
    this.portrait = builder.portrait;
    this.nickNames = builder.nickNames;
    this.size = builder.size;
    this.born = builder.born;
    this.lives = builder.lives;
    this.kittens = builder.kittens;
    this.vet = builder.vet;
    this.stars = builder.stars;
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
    builder.id = this.id;
    builder.kind = this.kind;
    builder.name = this.name;
    builder.portrait = this.portrait;
    builder.nickNames = this.nickNames;
    builder.size = this.size;
    builder.born = this.born;
    builder.lives = this.lives;
    builder.kittens = this.kittens;
    builder.vet = this.vet;
    builder.stars = this.stars;
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
      throw new MissingPropertyException("Cat", "id");
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
      throw new MissingPropertyException("Cat", "kind");
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
   * The property {@code born}.
   *
   * @return the value
   * @throws MissingPropertyException when the JSON that this was read from had none
   */
  public LocalDate born() {
    if (this.born == null) {
      throw new MissingPropertyException("Cat", "born");
    }
    return this.born;
  }

  /**
   * The property {@code lives}.
   *
   * @return the value, or null when absent
   * @deprecated The document marks it so.
   */
  @Deprecated
  public @Nullable Integer lives() {
    return this.lives;
  }

  /**
   * The property {@code kittens}.
   *
   * @return the value, or null when absent
   */
  public @Nullable List<Cat> kittens() {
    return this.kittens;
  }

  /**
   * The property {@code vet}.
   *
   * @return the value, or null when absent
   */
  public @Nullable String vet() {
    return this.vet;
  }

  /**
   * The property {@code stars}.
   *
   * @return the value, or null when absent
   */
  public @Nullable Stars stars() {
    return this.stars;
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
    Limits.absent(found, path, "born", this.born, true, this.additionalProperties);
    Limits.absent(found, path, "lives", this.lives, false, this.additionalProperties);
    if (this.lives != null) {
      Limits.range(found, Limits.at(path, "lives"), this.lives, "1", false, "9", false);
    }
    Limits.absent(found, path, "kittens", this.kittens, false, this.additionalProperties);
    if (this.kittens != null) {
      String at = Limits.at(path, "kittens");
      Limits.each(this.kittens, at, (at1, each1) -> each1.violations(at1, found));
    }
    Limits.absent(found, path, "vet", this.vet, false, this.additionalProperties);
    Limits.absent(found, path, "stars", this.stars, false, this.additionalProperties);
    if (this.stars != null) {
      Limits.known(found, Limits.at(path, "stars"), this.stars, this.stars.known() != Stars.Known.UNRECOGNIZED, Stars.values());
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Cat that
        && Objects.equals(this.id, that.id)
        && Objects.equals(this.kind, that.kind)
        && Objects.equals(this.name, that.name)
        && Objects.equals(this.portrait, that.portrait)
        && Objects.equals(this.nickNames, that.nickNames)
        && Objects.equals(this.size, that.size)
        && Objects.equals(this.born, that.born)
        && Objects.equals(this.lives, that.lives)
        && Objects.equals(this.kittens, that.kittens)
        && Objects.equals(this.vet, that.vet)
        && Objects.equals(this.stars, that.stars)
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
    result = 31 * result + Objects.hashCode(this.born);
    result = 31 * result + Objects.hashCode(this.lives);
    result = 31 * result + Objects.hashCode(this.kittens);
    result = 31 * result + Objects.hashCode(this.vet);
    result = 31 * result + Objects.hashCode(this.stars);
    return result;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("Cat{");
    AdditionalProperties.describe(text, "id", this.id);
    AdditionalProperties.describe(text, "kind", this.kind);
    AdditionalProperties.describe(text, "name", this.name);
    AdditionalProperties.describe(text, "portrait", AdditionalProperties.withoutQuery(this.portrait));
    AdditionalProperties.describe(text, "nickNames", this.nickNames);
    AdditionalProperties.describe(text, "size", this.size);
    AdditionalProperties.describe(text, "born", this.born);
    AdditionalProperties.describe(text, "lives", this.lives);
    AdditionalProperties.describe(text, "kittens", this.kittens);
    AdditionalProperties.describe(text, "vet", this.vet);
    AdditionalProperties.describe(text, "stars", this.stars);
    this.additionalProperties.forEach((name, value) -> AdditionalProperties.describe(text, name, AdditionalProperties.shown(value)));
    return text.append('}').toString();
  }

  /** Builds instances of {@link Cat}. Not safe for use by several threads. */
  public static final class Builder {
    @Nullable Long id;
    @Nullable String kind;
    @Nullable String name;
    @Nullable String portrait;
    @Nullable List<@Nullable String> nickNames;
    @Nullable Size size;
    @Nullable LocalDate born;
    @Nullable Integer lives;
    @Nullable List<Cat> kittens;
    @Nullable String vet;
    @Nullable Stars stars;
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
     * The property {@code born}.
     *
     * @param born the value, or null to leave it out
     * @return this builder
     */
    public Builder born(@Nullable LocalDate born) {
      this.born = born;
      this.rest.remove("born");
      return this;
    }

    /**
     * The property {@code lives}.
     *
     * @param lives the value, or null to leave it out
     * @return this builder
     * @deprecated The document marks it so.
     */
    @Deprecated
    public Builder lives(@Nullable Integer lives) {
      this.lives = lives;
      this.rest.remove("lives");
      return this;
    }

    /**
     * The property {@code kittens}.
     *
     * @param kittens the value, or null to leave it out
     * @return this builder
     */
    public Builder kittens(@Nullable List<Cat> kittens) {
      this.kittens = kittens == null ? null : Collections.unmodifiableList(new ArrayList<>(kittens));
      this.rest.remove("kittens");
      return this;
    }

    /**
     * The property {@code vet}.
     *
     * @param vet the value, or null to leave it out
     * @return this builder
     */
    public Builder vet(@Nullable String vet) {
      this.vet = vet;
      this.rest.remove("vet");
      return this;
    }

    /**
     * The property {@code stars}.
     *
     * @param stars the value, or null to leave it out
     * @return this builder
     */
    public Builder stars(@Nullable Stars stars) {
      this.stars = stars;
      this.rest.remove("stars");
      return this;
    }

    /**
     * The property {@code stars}.
     *
     * @param stars the plain value, or null to leave it out
     * @return this builder
     */
    public Builder stars(@Nullable String stars) {
      return stars(stars == null ? (Stars) null : Stars.of(stars));
    }

    /**
     * The property {@code stars}.
     *
     * @param stars the plain value
     * @return this builder
     */
    public Builder stars(int stars) {
      return stars(Stars.of(stars));
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
        case "born" -> this.born = null;
        case "lives" -> this.lives = null;
        case "kittens" -> this.kittens = null;
        case "vet" -> this.vet = null;
        case "stars" -> this.stars = null;
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
      if (this.born == null && !this.rest.has("born")) {
        this.born = other.born;
        this.rest.take("born", other.rest);
      }
      if (this.lives == null && !this.rest.has("lives")) {
        this.lives = other.lives;
        this.rest.take("lives", other.rest);
      }
      if (this.kittens == null && !this.rest.has("kittens")) {
        this.kittens = other.kittens;
        this.rest.take("kittens", other.rest);
      }
      if (this.vet == null && !this.rest.has("vet")) {
        this.vet = other.vet;
        this.rest.take("vet", other.rest);
      }
      if (this.stars == null && !this.rest.has("stars")) {
        this.stars = other.stars;
        this.rest.take("stars", other.rest);
      }
      this.rest.takeUnset(other.rest, "id", "kind", "name", "portrait", "nick names", "size", "born", "lives", "kittens", "vet", "stars");
      return this;
    }

    /**
     * Builds the object.
     *
     * @return an immutable object
     * @throws IllegalStateException when a property that the document requires is not set
     */
    public Cat build() {
      if (this.kind == null && !this.rest.has("kind")) {
        throw new IllegalStateException(
            "Cat needs " + "kind" + ": call kind(...) on its builder before build()");
      }
      if (this.born == null && !this.rest.has("born")) {
        throw new IllegalStateException(
            "Cat needs " + "born" + ": call born(...) on its builder before build()");
      }
      return new Cat(this);
    }

    Cat asRead() {
      return new Cat(this);
    }
  }
}
