import static org.junit.jupiter.api.Assertions.assertEquals;

import com.example.pets.api.DirectCalls;
import com.example.pets.api.PetsApi;
import com.example.pets.api.PetsApiCalls;
import com.example.pets.model.ModelJsonAdapterFactory;
import com.example.pets.model.Pet;
import com.squareup.moshi.Moshi;
import java.time.LocalDate;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

class PetShopTest {
  private static final Moshi MOSHI =
      new Moshi.Builder().add(ModelJsonAdapterFactory.INSTANCE).build();

  @Test
  void aModelIsReadAndWritten() throws Exception {
    Pet pet = Pet.builder().name("Rex").born(LocalDate.of(2020, 2, 29)).build();

    String json = MOSHI.adapter(Pet.class).toJson(pet);

    assertEquals("{\"name\":\"Rex\",\"born\":\"2020-02-29\"}", json);
    assertEquals(pet, MOSHI.adapter(Pet.class).fromJson(json));
  }

  @Test
  void anInterfaceIsOneThatRetrofitTakes() {
    PetsApi pets =
        new Retrofit.Builder()
            .baseUrl("https://pets.example.com/")
            .addConverterFactory(MoshiConverterFactory.create(MOSHI))
            .validateEagerly(true)
            .build()
            .create(PetsApi.class);

    assertEquals("https://pets.example.com/pets/7", pets.getPet("7").request().url().toString());
  }

  @Test
  void itsCallsAreMadeWithoutRetrofitToo() {
    HttpUrl url = HttpUrl.get("https://pets.example.com/");
    PetsApi pets = new PetsApiCalls(new DirectCalls(new OkHttpClient(), url));

    assertEquals("https://pets.example.com/pets/7", pets.getPet("7").request().url().toString());
  }
}
