package dev.reglogout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What a repository such as Maven Central, and whoever reads the Javadoc, finds published. */
class PublishedTest {
  private static final Path SOURCES = Path.of("src/main/java");

  private final XPath xpath = XPathFactory.newInstance().newXPath();
  private final Document pom = pom();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/project/modelVersion",
        "/project/groupId",
        "/project/artifactId",
        "/project/version",
        "/project/name",
        "/project/description",
        "/project/url",
        "/project/licenses/license/name",
        "/project/licenses/license/url",
        "/project/developers/developer/name",
        "/project/scm/url",
        "/project/scm/connection",
      })
  void thePomSaysWhatARepositoryAsksFor(String path) throws Exception {
    assertFalse(xpath.evaluate(path, pom).isBlank(), path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/project/parent", // all that is published stands in this one file
        "/project/repositories",
        "/project/pluginRepositories",
        "/project/version[contains(., 'SNAPSHOT')]",
        "/project/dependencies/dependency[not(version)]",
        "/project/properties/*[contains(., 'SNAPSHOT')]",
        "/project/dependencies/dependency[systemPath]",
      })
  void thePomHasNothingARepositoryRefuses(String path) throws Exception {
    assertEquals(0, nodes(path).getLength(), path);
  }

  @Test
  void whoUsesTheLibraryGetsWhatItsModuleRequiresAndNoTestLibraries() throws Exception {
    assertEquals(
        List.of("picocli", "gson", "commons-exec"),
        texts("/project/dependencies/dependency[not(scope)]/artifactId"));
    String handedOn = "[scope and scope != 'test' and scope != 'provided']";
    assertEquals(List.of(), texts("/project/dependencies/dependency" + handedOn + "/artifactId"));
  }

  @Test
  void aReleaseHasSourcesAndJavadoc() throws Exception {
    String goals = "/project/profiles/profile[id = 'release']//plugin[artifactId = '%s']//goal";

    assertEquals(List.of("jar-no-fork"), texts(goals.formatted("maven-source-plugin")));
    assertEquals(List.of("jar"), texts(goals.formatted("maven-javadoc-plugin")));
  }

  @Test
  void theJavadocToolHasNothingToWarnOf(@TempDir Path output) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("-Xdoclint:all", "-Werror", "-quiet"));
    arguments.addAll(List.of("-d", output.toString(), "-encoding", "UTF-8"));
    arguments.addAll(List.of("--release", "17", "--module", "dev.reglogout"));
    arguments.addAll(List.of("--module-path", System.getProperty("java.class.path")));
    arguments.addAll(List.of("--module-source-path", "dev.reglogout=" + SOURCES));
    StringWriter said = new StringWriter();

    int exit =
        ToolProvider.findFirst("javadoc")
            .orElseThrow()
            .run(new PrintWriter(said), new PrintWriter(said), arguments.toArray(String[]::new));

    assertEquals("", said.toString());
    assertEquals(0, exit);
    Path api = output.resolve("dev.reglogout/dev/reglogout");
    try (Stream<Path> packages = Files.list(api)) {
      assertEquals(
          List.of("logout", "registry", "store"),
          packages.map(path -> path.getFileName().toString()).sorted().toList());
    }
    assertTrue(Files.size(api.resolve("logout/Logout.html")) > 0);
  }

  private List<String> texts(String path) throws Exception {
    NodeList nodes = nodes(path);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    return texts;
  }

  private NodeList nodes(String path) throws Exception {
    return (NodeList) xpath.evaluate(path, pom, XPathConstants.NODESET);
  }

  private static Document pom() {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(Path.of("pom.xml").toFile());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
