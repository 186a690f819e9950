package wenmai.web.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import wenmai.web.bench.Bench;
import wenmai.web.render.Messages;

/** {@code bench NAME [DIR]}: measures, each beside its peer or against gold, in one run. */
@Command(name = "bench", description = "测量速度和质量")
public final class BenchCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "NAME", description = "名称")
  private String name = "";

  @Parameters(index = "1", arity = "0..1", paramLabel = "DIR", description = "数据文件夹")
  private Optional<Path> folder = Optional.empty();

  @Option(names = "--data", paramLabel = "DIR", description = "relevance：把试验库留在这个文件夹，下次接着用")
  private Optional<Path> kept = Optional.empty();

  @Option(names = "--size", paramLabel = "N", description = "growth：造多少件文献")
  private Optional<Integer> size = Optional.empty();

  @Option(names = "--json", description = "输出 JSON")
  private boolean json;

  private final Supplier<Map<String, Bench>> makeBenches;
  private final Wiring wiring;
  private final Console console;
  private final Messages messages;

  public BenchCommand(
      Supplier<Map<String, Bench>> makeBenches, Wiring wiring, Console console, Messages messages) {
    this.makeBenches = makeBenches;
    this.wiring = wiring;
    this.console = console;
    this.messages = messages;
  }

  @Override
  public Integer call() {
    Map<String, Bench> benches = makeBenches.get();
    Bench known = benches.get(name);
    if (known == null) {
      String names = String.join("、", benches.keySet().stream().sorted().toList());
      console.remark(
          messages.get(
              "problem.bad-parameter", "NAME", name, messages.get("problem.choice", names)));
      return Verb.WRONG_USAGE;
    }
    Bench bench = size.map(known::sized).orElse(known);
    Path measured = folder.orElse(wiring.sample().resolve("public"));
    Map<String, Object> figures =
        kept.map(archive -> bench.runKeeping(measured, archive.toAbsolutePath()))
            .orElseGet(() -> bench.run(measured));
    if (json) {
      console.print(JsonMapper.builder().build().writeValueAsString(figures));
    } else {
      figures.forEach((key, value) -> print(key, value, ""));
    }
    return Verb.DONE;
  }

  private void print(String key, Object value, String indent) {
    if (value instanceof Map<?, ?> map) {
      console.print(indent + key);
      map.forEach((inner, figure) -> print(String.valueOf(inner), figure, indent + "  "));
    } else if (value instanceof List<?> list) {
      list.forEach(item -> console.print(indent + "- " + item));
    } else {
      console.print(indent + key + "\t" + value);
    }
  }
}
