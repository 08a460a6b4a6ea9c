package dev.reglogout.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.reglogout.store.Entry;
import dev.reglogout.store.Entry.Form;
import dev.reglogout.store.StoreException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InlineUserTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "null",
      value = {
        "{}                                             | null | PLACEHOLDER",
        "null                                           | null | PLACEHOLDER",
        "{\"auth\": \"\", \"username\": \"\"}           | null | PLACEHOLDER",
        "{\"auth\": null, \"username\": \"ann\"}        | ann  | PLACEHOLDER",
        "{\"auth\": \"YWxpY2U6cA==\", \"auth\": \"\", \"username\": \"bob\", \"password\": \"p\"} | bob | SECRET",
        "{\"auth\": \"\", \"auth\": \"YWxpY2U6cA==\", \"username\": \"bob\"} | alice | SECRET",
        "{\"auth\": \"YWxpY2U6cA==\", \"auth\": null, \"username\": \"bob\"} | alice | SECRET",
        "{\"auth\": \"YWxpY2U6cA==\", \"AUTH\": \"Ym9iOnA=\"} | bob | SECRET",
        "{\"username\": \"ann\", \"username\": \"\"} | null | PLACEHOLDER",
        "{\"username\": \"ann\", \"password\": \"p\"}   | ann  | SECRET",
        "{\"USERNAME\": \"\\u0061nn\", \"Password\": 1} | ann  | SECRET",
        "{\"auth\": \"dXNlcjpwOnc=\"}                   | user | SECRET",
        "{\"auth\": \"dXNlcjpw\\nOnc=\"}                | user | SECRET",
        "{\"auth\": \"dXNlcjpwOnc\"}                    | user | SECRET",
        "{\"auth\": \"dXNlcjpwOnc\\u003d\"}             | user | SECRET",
        "{\"auth\": \"Pz8\\/OnB3\"}                     | ???  | SECRET",
        "{\"auth\": \"Pz8\\/OnB3\", \"username\": \"x\"}| ???  | SECRET",
        "{\"auth\": \"Pz8_OnB3\"}                      | ???  | SECRET",
        "{\"auth\": \"w7w6cHc=\"}                       | ü    | SECRET",
        "{\"auth\": \"/zpwdw==\", \"username\": \"x\"}  | null | SECRET",
        "{\"auth\": \"bm9jb2xvbg==\"}                   | null | SECRET",
        "{\"auth\": \"OnB3\"}                           | null | SECRET",
        "{\"auth\": \"dXNlcjpwdw==!\"}                  | null | SECRET",
        "{\"auth\": \"\\b\\u00e9\"}                     | null | SECRET",
        "{\"auth\": \"czNjcmV0OnMzY3JldA==\"} | *** | SECRET",
        "{\"auth\": \"czNjcmV0OnMzY3JldAA=\"} | *** | SECRET",
        "{\"auth\": \"czNjcmU6czNjcmV0\"} | s3cre | SECRET",
        "{\"auth\": \"MDEyM2FiYzp4LW9hdXRoLWJhc2lj\"} | *** | SECRET",
        "{\"auth\": \"YW5uOngtb2F1dGgtYmFzaWNz\"} | ann | SECRET",
        "{\"auth\": \"eC1hY2Nlc3MtdG9rZW46cHc=\"} | x-access-token | SECRET",
        "{\"auth\": \"ZG9wX3YxXzU6b3RoZXI=\"} | *** | SECRET",
        "{\"auth\": \"Z2hwXzU6cHc=\"} | *** | SECRET",
        "{\"username\": \"s3cret\", \"password\": \"s3cret\"} | *** | SECRET",
        "{\"username\": \"s3cret\", \"PASSWORD\": \"x-oauth-basic\"} | *** | SECRET",
        "{\"username\": \"glpat-5\"} | *** | PLACEHOLDER",
        "{\"auth\": 7}                                  | null | SECRET",
        "\"dXNlcjpwdw==\"                               | null | SECRET",
        "{\"auth\": \"dXNlcjo=\", \"identityToken\": \"t\"} | user | TOKEN",
        "{\"registrytoken\": \"t\"}                     | null | TOKEN",
        "{\"auth\": \"dXNlcjpwdw==\", \"identitytoken\": \"\"} | user | SECRET",
      })
  void isReadAndThePasswordIsNot(String entry, String user, Form form) throws StoreException {
    String json = "{\"auths\": {\"ghcr.io\": " + entry + "}}";

    Entry read =
        ConfigDocument.parse(Path.of("config.json"), json.getBytes(UTF_8), true).entries().get(0);

    assertEquals(user, read.user());
    assertEquals(form, read.form());
  }
}
