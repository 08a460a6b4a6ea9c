package dev.reglogout.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.reglogout.store.Entry;
import dev.reglogout.store.StoreException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DockercfgFormatTest {
  private static final String FILE =
      "{\n  \"quay.io\": {\"auth\": \"YW5uOng=\", \"email\": \"a@b\"},\n"
          + "  \"https://index.docker.io/v1/\": {\"auth\": \"Ym9iOng=\"}\n}\n";

  @Test
  void theWholeDocumentIsTheMapOfLogins() throws Exception {
    LoginDocument document = read(FILE);

    assertEquals(
        List.of("quay.io ann", "https://index.docker.io/v1/ bob"),
        document.entries().stream().map(entry -> entry.key() + " " + entry.user()).toList());
    assertEquals(List.of(), document.bindings());
    assertEquals(List.of("x"), document.secrets(document.entries().get(1).key()));
  }

  @Test
  void noneOfItsLoginsStandsOutsideOfTheMap() throws Exception {
    assertEquals(List.of(), read(FILE).strayLogins());
  }

  @Test
  void oneLoginIsCutAndTheOtherStaysByteForByte() throws Exception {
    LoginDocument document = read(FILE);
    Entry quay = document.entries().get(0);

    Edit edit = document.without(List.of(quay));

    assertEquals(
        "{\n  \"https://index.docker.io/v1/\": {\"auth\": \"Ym9iOng=\"}\n}\n",
        new String(edit.applyTo(FILE.getBytes(UTF_8)), UTF_8));
  }

  @Test
  void aMemberThatIsCalledAsOneOfDockersSectionsIsARegistryThere() throws Exception {
    assertEquals(2, read("{\"auths\": {}, \"credsStore\": \"pass\"}").entries().size());
    assertEquals(List.of(), read("{\"credsStore\": \"pass\"}").bindings());
  }

  @Test
  void whatIsNoObjectIsRefused() {
    assertEquals(
        "config-not-object", assertThrows(StoreException.class, () -> read("[]")).reason());
  }

  private static LoginDocument read(String json) throws StoreException {
    return DockercfgFormat.INSTANCE.read(Path.of(".dockercfg"), json.getBytes(UTF_8), true);
  }
}
