package wenmai.web.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import wenmai.corpus.Archive;
import wenmai.corpus.ArchiveSettings;
import wenmai.corpus.custody.Fault;
import wenmai.corpus.custody.Inspection;
import wenmai.corpus.custody.Repair;
import wenmai.corpus.engine.lucene.IndexFiles;
import wenmai.corpus.store.Depot;
import wenmai.web.render.Messages;

/** {@code check}: holds index, records and originals against each other. */
@Command(name = "check", description = "核对索引、记录和原件")
public final class CheckCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(CheckCommand.class);

  @Mixin private ArchiveOptions options = new ArchiveOptions();

  @Option(names = "--repair", description = "修复能修复的")
  private boolean repair;

  @Option(names = "--json", description = "输出 JSON")
  private boolean json;

  private final Wiring wiring;
  private final Console console;
  private final Messages messages;

  public CheckCommand(Wiring wiring, Console console, Messages messages) {
    this.wiring = wiring;
    this.console = console;
    this.messages = messages;
  }

  @Override
  public Integer call() {
    ArchiveSettings settings = wiring.archive(options);
    replay();
    Inspection.Findings findings = Inspection.of(settings, IndexFiles::faults);
    List<Fault> repaired = repair ? Repair.of(settings, findings.faults()) : List.of();
    List<Fault> left = new ArrayList<>(findings.faults());
    left.removeAll(repaired);
    if (json) {
      printJson(findings, repaired);
    } else {
      findings.faults().forEach(fault -> console.print(line(fault, repaired.contains(fault))));
    }
    console.remark(
        findings.faults().isEmpty()
            ? messages.get("cli.check.clean", findings.documents(), findings.originals())
            : messages.get("cli.check.faults", findings.faults().size(), repaired.size()));
    return left.isEmpty() ? Verb.DONE : Verb.FAILED;
  }

  /** What a crash left behind is replayed by opening, if it can be opened. */
  private void replay() {
    if (!Depot.exists(wiring.premises(options))) {
      return;
    }
    try (Archive archive = wiring.openForReading(options)) {
      LOG.debug("opened {}", archive);
    } catch (RuntimeException e) {
      LOG.debug("cannot be opened; what is wrong will be named", e);
    }
  }

  private String line(Fault fault, boolean repaired) {
    return messages.get(
        repaired ? "cli.check.repaired" : "cli.check.fault",
        messages.get("fault." + fault.kind().key()),
        fault.subject(),
        fault.detail());
  }

  private void printJson(Inspection.Findings findings, List<Fault> repaired) {
    List<Map<String, Object>> faults = new ArrayList<>();
    for (Fault fault : findings.faults()) {
      Map<String, Object> out = new LinkedHashMap<>();
      out.put("kind", fault.kind().key());
      out.put("subject", fault.subject());
      out.put("detail", fault.detail());
      out.put("repaired", repaired.contains(fault));
      faults.add(out);
    }
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("documents", findings.documents());
    out.put("originals", findings.originals());
    out.put("faults", faults);
    console.print(JsonMapper.shared().writeValueAsString(out));
  }
}
