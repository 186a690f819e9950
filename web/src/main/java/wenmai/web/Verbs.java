package wenmai.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import wenmai.web.bench.Bench;
import wenmai.web.command.AnalyzeCommand;
import wenmai.web.command.BackupCommand;
import wenmai.web.command.BasesCommand;
import wenmai.web.command.BenchCommand;
import wenmai.web.command.CheckCommand;
import wenmai.web.command.Console;
import wenmai.web.command.ExportCommand;
import wenmai.web.command.ExtractCommand;
import wenmai.web.command.IndexCommand;
import wenmai.web.command.MatterCommand;
import wenmai.web.command.MattersCommand;
import wenmai.web.command.RebuildCommand;
import wenmai.web.command.RestoreCommand;
import wenmai.web.command.SearchCommand;
import wenmai.web.command.ServeCommand;
import wenmai.web.command.ShowCommand;
import wenmai.web.command.SimilarCommand;
import wenmai.web.command.TraceCommand;
import wenmai.web.command.UserCommand;
import wenmai.web.command.WantedCommand;
import wenmai.web.command.Wiring;
import wenmai.web.render.Messages;

/**
 * The verbs of the launcher by name (命令). Only the one that is asked for is made, which spares a
 * start reading the options of all the others; where none is named, or one that does not exist, all
 * are there to be listed.
 */
final class Verbs {
  private final Map<String, Supplier<Object>> verbs = new LinkedHashMap<>();
  private final Console console;
  private final Messages messages;

  Verbs(Wiring wiring, Supplier<Map<String, Bench>> benches, Console console, Messages messages) {
    this.console = console;
    this.messages = messages;
    verbs.put("serve", () -> new ServeCommand(wiring, console, messages));
    verbs.put("index", () -> new IndexCommand(wiring, console, messages));
    verbs.put("extract", () -> new ExtractCommand(wiring, console, messages));
    verbs.put("search", () -> new SearchCommand(wiring, console, messages));
    verbs.put("show", () -> new ShowCommand(wiring, console, messages));
    verbs.put("trace", () -> new TraceCommand(wiring, console, messages));
    verbs.put("similar", () -> new SimilarCommand(wiring, console, messages));
    verbs.put("matters", () -> new MattersCommand(wiring, console, messages));
    verbs.put("matter", () -> new MatterCommand(wiring, console, messages));
    verbs.put("wanted", () -> new WantedCommand(wiring, console, messages));
    verbs.put("bases", () -> new BasesCommand(wiring, console, messages));
    verbs.put("analyze", () -> new AnalyzeCommand(wiring, console, messages));
    verbs.put("export", () -> new ExportCommand(wiring, console, messages));
    verbs.put("check", () -> new CheckCommand(wiring, console, messages));
    verbs.put("backup", () -> new BackupCommand(wiring, console, messages));
    verbs.put("restore", () -> new RestoreCommand(wiring, console, messages));
    verbs.put("rebuild", () -> new RebuildCommand(wiring, console, messages));
    verbs.put("user", () -> UserCommand.in(wiring, console, messages));
    verbs.put("bench", () -> new BenchCommand(benches, wiring, console, messages));
  }

  /** A command line that understands these arguments. */
  CommandLine line(Object program, String version, String... arguments) {
    CommandLine line = new CommandLine(program);
    line.getCommandSpec().version(version);
    Optional<Supplier<Object>> asked = Stream.of(arguments).findFirst().map(verbs::get);
    asked
        .map(List::of)
        .orElseGet(() -> List.copyOf(verbs.values()))
        .forEach(verb -> line.addSubcommand(verb.get()));
    line.getSubcommands()
        .values()
        .forEach(sub -> sub.getCommandSpec().mixinStandardHelpOptions(true));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler((problem, given) -> wrongUsage(problem));
    line.setExecutionExceptionHandler((failure, command, parsed) -> {
      console.remark(messages.get("cli.failed", messages.told(failure)));
      LoggerFactory.getLogger(Main.class).debug("failed", failure);
      return 1;
    });
    return line;
  }

  /** Says in the user's language what is wrong with a command line, and where help is. */
  private int wrongUsage(CommandLine.ParameterException problem) {
    CommandLine command = problem.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    String said =
        switch (problem) {
          case CommandLine.UnmatchedArgumentException unmatched ->
              messages.get("cli.usage.unknown", String.join(" ", unmatched.getUnmatched()));
          case CommandLine.MissingParameterException missing ->
              messages.get(
                  "cli.usage.missing",
                  String.join(" ", missing.getMissing().stream().map(Verbs::label).toList()));
          default ->
              Optional.ofNullable(problem.getArgSpec())
                  .map(wrong ->
                      messages.get(
                          "cli.usage.wrong",
                          label(wrong),
                          Optional.ofNullable(problem.getValue()).orElse("")))
                  .orElseGet(
                      () -> messages.get("cli.usage.other", String.valueOf(problem.getMessage())));
        };
    console.remark(said);
    console.remark(messages.get("cli.usage.help", name));
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  private static String label(CommandLine.Model.ArgSpec argument) {
    return argument instanceof CommandLine.Model.OptionSpec option
        ? option.longestName()
        : argument.paramLabel();
  }
}
