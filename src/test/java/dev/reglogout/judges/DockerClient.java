package dev.reglogout.judges;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.reglogout.cli.Machine;
import dev.reglogout.real.RealHelpers;
import java.util.HashMap;
import java.util.Map;

/** Docker's own client on a machine, in front of a daemon that tells which login it was sent. */
final class DockerClient {
  private final Map<String, String> variables;
  private final StandInDaemon daemon;

  DockerClient(Machine machine, StandInDaemon daemon) {
    RealHelpers.requireInCi("docker");
    this.daemon = daemon;
    this.variables = new HashMap<>(machine.variables());
    variables.put("PATH", machine.bin() + ":" + System.getenv("PATH"));
    variables.put("DOCKER_HOST", daemon.address());
    variables.put("DOCKER_CONTENT_TRUST", "0");
    variables.remove("HTTPS_PROXY");
  }

  /** Returns the user whose login docker sends with a pull of an image, or "nobody". */
  String userForAPull(String image) {
    return user(loginForAPull(image));
  }

  /** Returns the login docker sends with a pull of an image; empty where it has none. */
  JsonObject loginForAPull(String image) {
    RealHelpers.Result pull = RealHelpers.run(variables, "", "docker", "pull", image);
    if (pull.exit() != 0) {
      throw new AssertionError("docker pull " + image + ": " + pull);
    }
    return daemon.taken();
  }

  /** Returns the users whose logins docker's classic build sends, by key. */
  JsonObject loginsOfABuild() {
    Map<String, String> classic = new HashMap<>(variables);
    classic.put("DOCKER_BUILDKIT", "0");
    RealHelpers.run(classic, "FROM scratch\n", "docker", "build", "-");
    return daemon.taken();
  }

  /** Runs docker. */
  RealHelpers.Result run(String stdin, String... arguments) {
    String[] command = new String[arguments.length + 1];
    command[0] = "docker";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    return RealHelpers.run(variables, stdin, command);
  }

  private static String user(JsonObject login) {
    for (String member : new String[] {"username", "identitytoken", "registrytoken"}) {
      JsonElement value = login.get(member);
      if (value != null && !value.getAsString().isEmpty()) {
        return value.getAsString();
      }
    }
    return "nobody";
  }
}
