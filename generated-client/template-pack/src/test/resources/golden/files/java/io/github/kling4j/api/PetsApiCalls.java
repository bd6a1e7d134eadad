// Generated from the OpenAPI document Pets 1. Do not edit: change the document, or a template.

package io.github.kling4j.api;

import com.squareup.moshi.Types;
import io.github.kling4j.model.Animal;
import io.github.kling4j.model.Pet;
import java.util.List;
import okhttp3.ResponseBody;
import retrofit2.Call;

/** Makes the calls of {@link PetsApi} without reflection: see {@link DirectCalls}. */
public final class PetsApiCalls implements PetsApi {
  private final DirectCalls calls;

  /**
   * Creates the interface's calls.
   *
   * @param calls what makes them
   */
  public PetsApiCalls(DirectCalls calls) {
    this.calls = calls;
  }

  @Override
  @Deprecated
  public Call<Void> addPet(Animal animal) {
    return this.calls.call(DirectCalls.nothing(), this.calls.request("POST", "pets").header("Content-Type", "application/json").json("animal", Animal.class, animal));
  }

  @Override
  @Deprecated
  public Call<Void> addPet(AddPetForm body) {
    return this.calls.call(DirectCalls.nothing(), this.calls.request("POST", "pets").body("body", body));
  }

  @Override
  @Deprecated
  public Call<Void> addPet(AddPetParts body) {
    return this.calls.call(DirectCalls.nothing(), this.calls.request("POST", "pets").body("body", body));
  }

  @Override
  public Call<List<Pet>> findPets(String kinds, FindPetsQuery query, FindPetsHeaders headers) {
    return this.calls.call(this.calls.json(Types.newParameterizedType(List.class, Pet.class)), this.calls.requestTo("GET", "pets/" + DirectCalls.path("kinds", kinds, true)).header("Accept", "application/json").headers(headers).query(query));
  }

  @Override
  public Call<ResponseBody> photo() {
    return this.calls.call(DirectCalls.stream(), this.calls.request("GET", "photo").header("Accept", "image/png"));
  }
}
