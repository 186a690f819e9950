package wenmai.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Wenmai in a process of its own, as a user starts it.
 *
 * @param remarks where its standard error goes
 */
record Launched(Process process, Path remarks) {

  /** The folder of the whole project. */
  static Path project() {
    return Path.of(System.getProperty("wenmai.root"));
  }

  /** Of a JVM that is soon there and takes little. */
  private static final List<String> LIGHT =
      List.of("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private static final Pattern FLAG = Pattern.compile("-X[^\\s\"]+");

  static Launched start(Path folder, List<String> arguments) throws IOException {
    return start(folder, LIGHT, arguments);
  }

  /** A copy of the product in a folder of its own, which has other sample papers. */
  static Launched elsewhere(Path home, Path folder, List<String> arguments) throws IOException {
    List<String> flags = new ArrayList<>(LIGHT);
    flags.add("-Dwenmai.home=" + home);
    return start(folder, flags, arguments);
  }

  /** With the virtual machine's flags that the launcher gives {@code serve}. */
  static Launched asProduct(Path folder, List<String> arguments) throws IOException {
    return start(folder, flags(), arguments);
  }

  /** As quick and light as other tests' are, with threads that give way as the product's do. */
  static Launched light(Path folder, List<String> arguments) throws IOException {
    List<String> flags = new ArrayList<>(LIGHT);
    flags().stream().filter(flag -> flag.matches(".*(Priority|Warnings).*")).forEach(flags::add);
    return start(folder, flags, arguments);
  }

  private static List<String> flags() throws IOException {
    List<String> flags = new ArrayList<>();
    for (String line : Files.readAllLines(project().resolve("wenmai"))) {
      boolean othersOnly = line.startsWith("CDS=") || line.contains("THRIFT=");
      if (!line.startsWith("#") && !othersOnly) {
        FLAG.matcher(line)
            .results()
            .map(MatchResult::group)
            .filter(flag -> !flag.contains("$"))
            .forEach(flags::add);
      }
    }
    if (flags.stream().noneMatch(flag -> flag.contains("ThreadPriority"))) {
      throw new IllegalStateException("the launcher lets nothing give way: " + flags);
    }
    return flags;
  }

  private static Launched start(Path folder, List<String> flags, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Djava.awt.headless=true",
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "--add-modules",
            "jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED",
            "-Dwenmai.home=" + project()));
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "wenmai.web.Main"));
    command.addAll(arguments);
    Path remarks = folder.resolve("remarks.txt");
    return new Launched(
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(remarks.toFile()))
            .start(),
        remarks);
  }

  /** Waits for the line that says where a site is; gives its address without the last slash. */
  String address() throws IOException {
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith("ready ")) {
        return line.substring("ready ".length(), line.length() - 1);
      }
    }
    throw new IllegalStateException("the site did not start: " + Files.readString(remarks));
  }
}
