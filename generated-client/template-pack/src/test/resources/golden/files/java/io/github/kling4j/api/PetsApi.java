// Generated from the OpenAPI document Pets 1. Do not edit: change the document, or a template.

package io.github.kling4j.api;

import io.github.kling4j.model.Animal;
import io.github.kling4j.model.AsDocumented;
import io.github.kling4j.model.Cat;
import io.github.kling4j.model.Pet;
import io.github.kling4j.model.Size;
import java.io.IOException;
import java.time.LocalDate;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.HeaderMap;
import retrofit2.http.Headers;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.QueryMap;
import retrofit2.http.Streaming;

/**
 * Whatever is done with pets.
 */
public interface PetsApi {
  /**
   * POST /pets.
   *
   * @param animal The pet.
   * @return the call
   * @deprecated The document marks it so.
   */
  @Deprecated
  @POST("pets")
  @Headers({"Content-Type: application/json"})
  Call<Void> addPet(@Body Animal animal);

  /**
   * POST /pets.
   *
   * @param body The pet.
   * @return the call
   * @deprecated The document marks it so.
   */
  @Deprecated
  @POST("pets")
  Call<Void> addPet(@Body AddPetForm body);

  /**
   * POST /pets.
   *
   * @param body The pet.
   * @return the call
   * @deprecated The document marks it so.
   */
  @Deprecated
  @POST("pets")
  Call<Void> addPet(@Body AddPetParts body);

  /**
   * Finds pets.
   *
   * @param kinds The kinds to look for. As it stands in the address, encoded.
   * @param query what goes into the address
   * @param headers what goes into the headers
   * @return the call
   */
  @GET("pets/{kinds}")
  @Headers({"Accept: application/json"})
  @AsDocumented
  Call<List<Pet>> findPets(@Path(value = "kinds", encoded = true) String kinds, @QueryMap(encoded = true) FindPetsQuery query, @HeaderMap FindPetsHeaders headers);

  /**
   * Finds pets.
   *
   * @param kinds The kinds to look for.
   * @param query what goes into the address
   * @param headers what goes into the headers
   * @return the call
   */
  default Call<List<Pet>> findPets(List<String> kinds, FindPetsQuery query, FindPetsHeaders headers) {
    return findPets(Parameters.path("kinds", kinds, Parameters.Style.SIMPLE), query, headers);
  }

  /**
   * GET /photo.
   *
   * @return the call
   */
  @GET("photo")
  @Headers({"Accept: image/png"})
  @Streaming
  Call<ResponseBody> photo();

  /**
   * The form that {@code addPet} sends. A new field in the document is one more method on
   * the builder, and breaks no caller.
   */
  final class AddPetForm extends RequestBody {
    private final RequestBody body;

    private AddPetForm(RequestBody body) {
      this.body = body;
    }

    /**
     * Returns a builder with nothing set.
     *
     * @return a new builder
     */
    public static Builder builder() {
      return new Builder();
    }

    @Override
    public @Nullable MediaType contentType() {
      return this.body.contentType();
    }

    @Override
    public long contentLength() throws IOException {
      return this.body.contentLength();
    }

    @Override
    public boolean isOneShot() {
      return this.body.isOneShot();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      this.body.writeTo(sink);
    }

    /** Builds instances of {@link AddPetForm}. */
    public static final class Builder {
      private final Parameters parameters = new Parameters();

      private Builder() {}

      /**
       * What it is called.
       *
       * @param name the value, or null to leave it out
       * @return this builder
       */
      public Builder name(@Nullable String name) {
        this.parameters.set("name", name, Parameters.Style.EACH);
        return this;
      }

      /**
       * The field {@code tags}.
       *
       * @param tags the value, or null to leave it out
       * @return this builder
       */
      public Builder tags(@Nullable List<String> tags) {
        this.parameters.set("tags", tags, Parameters.Style.EACH);
        return this;
      }

      /**
       * Sets a field by its name, for what the document does not know yet.
       *
       * @param name the name
       * @param value the value, or null to leave it out
       * @return this builder
       */
      public Builder parameter(String name, @Nullable Object value) {
        this.parameters.set(name, value, Parameters.Style.EACH);
        return this;
      }

      /**
       * Builds the body.
       *
       * @return a body that can be sent more than once if all of its files can
       * @throws IllegalStateException when a field that the document requires is not set
       */
      public AddPetForm build() {
        this.parameters.require("AddPetForm", "name");
        return new AddPetForm(this.parameters.form());
      }
    }
  }

  /**
   * The parts that {@code addPet} sends. A new field in the document is one more method on
   * the builder, and breaks no caller.
   */
  final class AddPetParts extends RequestBody {
    private final RequestBody body;

    private AddPetParts(RequestBody body) {
      this.body = body;
    }

    /**
     * Returns a builder with nothing set.
     *
     * @return a new builder
     */
    public static Builder builder() {
      return new Builder();
    }

    @Override
    public @Nullable MediaType contentType() {
      return this.body.contentType();
    }

    @Override
    public long contentLength() throws IOException {
      return this.body.contentLength();
    }

    @Override
    public boolean isOneShot() {
      return this.body.isOneShot();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      this.body.writeTo(sink);
    }

    /** Builds instances of {@link AddPetParts}. */
    public static final class Builder {
      private final Parameters parameters = new Parameters();

      private Builder() {}

      /**
       * A picture of it.
       *
       * @param fileName the name under which the file is sent
       * @param content the file
       * @return this builder
       */
      public Builder photo(String fileName, RequestBody content) {
        this.parameters.file("photo", fileName, content, false);
        return this;
      }

      /**
       * The field {@code about}.
       *
       * @param about the value, or null to leave it out
       * @return this builder
       */
      public Builder about(@Nullable Cat about) {
        this.parameters.set("about", about, Parameters.Style.EACH);
        return this;
      }

      /**
       * Sets a field by its name, for what the document does not know yet.
       *
       * @param name the name
       * @param value the value, or null to leave it out
       * @return this builder
       */
      public Builder parameter(String name, @Nullable Object value) {
        this.parameters.set(name, value, Parameters.Style.EACH);
        return this;
      }

      /**
       * Adds a file by its name, for what the document does not know yet.
       *
       * @param name the name of the part
       * @param fileName the name under which the file is sent
       * @param content the file
       * @return this builder
       */
      public Builder part(String name, String fileName, RequestBody content) {
        this.parameters.file(name, fileName, content, true);
        return this;
      }

      /**
       * Builds the body.
       *
       * @return a body that can be sent more than once if all of its files can
       */
      public AddPetParts build() {
        return new AddPetParts(this.parameters.multipart());
      }
    }
  }

  /**
   * The header parameters of {@code findPets}, by name and as they are sent. A new one in the document is
   * one more method on the builder, and breaks no caller.
   */
  final class FindPetsHeaders extends AbstractMap<String, String> {
    private final Parameters parameters;

    private FindPetsHeaders(Parameters parameters) {
      this.parameters = parameters;
    }

    /**
     * Returns a builder with nothing set.
     *
     * @return a new builder
     */
    public static Builder builder() {
      return new Builder();
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
      return this.parameters.headers();
    }

    /** Builds instances of {@link FindPetsHeaders}. */
    public static final class Builder {
      private final Parameters parameters = new Parameters();

      private Builder() {}

      /**
       * The parameter {@code X-Trace}.
       *
       * @param xTrace the value, or null to leave it out
       * @return this builder
       */
      public Builder xTrace(@Nullable String xTrace) {
        this.parameters.set("X-Trace", xTrace, Parameters.Style.SIMPLE);
        return this;
      }

      /**
       * Sets a parameter by its name, for what the document does not know yet.
       *
       * @param name the name
       * @param value the value, or null to leave it out
       * @return this builder
       */
      public Builder parameter(String name, @Nullable Object value) {
        this.parameters.set(name, value, Parameters.Style.SIMPLE);
        return this;
      }

      /**
       * Builds the parameters.
       *
       * @return an immutable object
       */
      public FindPetsHeaders build() {
        return new FindPetsHeaders(new Parameters(this.parameters));
      }
    }
  }

  /**
   * The query parameters of {@code findPets}, by name and as they are sent. A new one in the document is
   * one more method on the builder, and breaks no caller.
   */
  final class FindPetsQuery extends AbstractMap<String, String> {
    private final Parameters parameters;

    private FindPetsQuery(Parameters parameters) {
      this.parameters = parameters;
    }

    /**
     * Returns a builder with nothing set.
     *
     * @return a new builder
     */
    public static Builder builder() {
      return new Builder();
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
      return this.parameters.query();
    }

    /** Builds instances of {@link FindPetsQuery}. */
    public static final class Builder {
      private final Parameters parameters = new Parameters();

      private Builder() {}

      /**
       * The parameter {@code born_after}.
       *
       * @param bornAfter the value, or null to leave it out
       * @return this builder
       */
      public Builder bornAfter(@Nullable LocalDate bornAfter) {
        this.parameters.set("born_after", bornAfter, Parameters.Style.FORM_EXPLODED);
        return this;
      }

      /**
       * How big they may be.
       *
       * @param size the value, or null to leave it out
       * @return this builder
       */
      public Builder size(@Nullable Size size) {
        this.parameters.set("size", size, Parameters.Style.FORM_EXPLODED);
        return this;
      }

      /**
       * How big they may be.
       *
       * @param size the plain value, or null to leave it out
       * @return this builder
       */
      public Builder size(@Nullable String size) {
        return size(size == null ? (Size) null : Size.of(size));
      }

      /**
       * Sets a parameter by its name, for what the document does not know yet.
       *
       * @param name the name
       * @param value the value, or null to leave it out
       * @return this builder
       */
      public Builder parameter(String name, @Nullable Object value) {
        this.parameters.set(name, value, Parameters.Style.FORM_EXPLODED);
        return this;
      }

      /**
       * Builds the parameters.
       *
       * @return an immutable object
       * @throws IllegalStateException when a parameter that the document requires is not set
       */
      public FindPetsQuery build() {
        this.parameters.require("FindPetsQuery", "born_after");
        return new FindPetsQuery(new Parameters(this.parameters));
      }
    }
  }
}
