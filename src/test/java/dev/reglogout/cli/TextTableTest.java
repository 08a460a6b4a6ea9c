package dev.reglogout.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTableTest {
  private static final String VARIABLE =
      "{\"auths\":{\"registry.internal.example.com:5000\":"
          + "{\"auth\":\"bG9uZy11c2VyLW5hbWU6cHc=\"}}}";

  @TempDir Path directory;

  private Machine machine() {
    return new Machine(directory)
        .config("{\"credsStore\": \"secretservice\"}")
        .lister("secretservice", "{\"https://index.docker.io/v1/\": \"ci\"}")
        .variable("DOCKER_AUTH_CONFIG", VARIABLE);
  }

  private String listOnATerminal(String columns) {
    return machine()
        .variable("COLUMNS", columns)
        .terminals(new Terminals(false, true, false))
        .run("list")
        .out();
  }

  private static final String AT_40 =
      """
         REGIS…  USER    KIND    WHERE   KEY
         docke…  ci      helpe…  …rvice  http…
      !  regis…  long-…  envir…  …ONFIG

      !  in plain text
      """;
  private static final String AT_80 =
      """
         REGISTRY         USER            KIND          WHERE           KEY
         docker.io        ci              helper-entry  …secretservice  https://index…
      !  registry.inter…  long-user-name  environment   …R_AUTH_CONFIG

      !  in plain text
      """;
  private static final String WHOLE =
      """
         REGISTRY                            USER            KIND          WHERE                            KEY
         docker.io                           ci              helper-entry  docker-credential-secretservice  https://index.docker.io/v1/
      !  registry.internal.example.com:5000  long-user-name  environment   DOCKER_AUTH_CONFIG

      !  in plain text
      """;

  @Test
  void isFittedToTheTerminal() {
    assertEquals(AT_40, listOnATerminal("40"));
    assertEquals(AT_80, listOnATerminal("80"));
    assertEquals(WHOLE, listOnATerminal("200"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "wide", "1e9", "999999999999"})
  void isFittedTo80ColumnsWhereNothingIsKnown(String columns) {
    assertEquals(AT_80, listOnATerminal(columns));
  }

  @Test
  void isWholeWhereNobodyLooks() {
    assertEquals(WHOLE, machine().variable("COLUMNS", "40").run("list").out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"16", "17", "21", "33", "56", "79", "99"})
  void noLineIsWiderThanTheTerminal(String columns) {
    assertTrue(
        listOnATerminal(columns).lines().allMatch(l -> l.length() <= Integer.parseInt(columns)),
        () -> listOnATerminal(columns));
  }

  @Test
  void charactersOfTwoColumnsAndOfNoneAreLinedUp() {
    TextTable table = new TextTable();
    table.column("A", TextTable.Cut.END);
    table.column("B", TextTable.Cut.START);
    table.row(List.of("世界世界", "x"));
    table.row(List.of("e\u0301", "世界世界"));

    assertEquals(
        List.of("A         B", "世界世界  x", "e\u0301         世界世界"),
        table.lines(TextTable.UNLIMITED));
    assertEquals(List.of("A      B", "世界…  x", "e\u0301      …世界"), table.lines(12));
  }

  @Test
  void aHugeCellDoesNotMakeEveryLineHuge() {
    TextTable table = new TextTable();
    table.column("A", TextTable.Cut.END);
    table.column("B", TextTable.Cut.END);
    table.row(List.of("x".repeat(1000), "y"));
    table.row(List.of("x", "y"));

    List<String> lines = table.lines(TextTable.UNLIMITED);

    assertEquals(1003, lines.get(1).length());
    assertEquals(103, lines.get(2).length());
  }
}
