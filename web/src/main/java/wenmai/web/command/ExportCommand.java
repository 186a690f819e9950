package wenmai.web.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import wenmai.corpus.ReadingRoom;
import wenmai.corpus.record.DocumentJson;
import wenmai.corpus.record.MatterJson;
import wenmai.web.render.Messages;

/**
 * {@code export}: every document, then every matter, one JSON object a line; {@code index} reads it
 * back.
 */
@Command(name = "export", description = "导出全部文献和事项")
public final class ExportCommand extends Verb {
  @Option(names = "--format", description = "格式：jsonl")
  private String format = "jsonl";

  @Option(names = "--output", paramLabel = "FILE", description = "写到这个文件，默认写到标准输出")
  private Optional<Path> output = Optional.empty();

  public ExportCommand(Wiring wiring, Console console, Messages messages) {
    super(wiring, console, messages);
  }

  @Override
  int answer(ReadingRoom room) {
    if (!format.equals("jsonl")) {
      console()
          .remark(
              messages()
                  .get(
                      "problem.bad-parameter",
                      "--format",
                      format,
                      messages().get("problem.choice", "jsonl")));
      return WRONG_USAGE;
    }
    try {
      if (output.isEmpty()) {
        write(room, console().out());
        console().flush();
      } else {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(output.get()))) {
          write(room, out);
        }
      }
      return DONE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(ReadingRoom room, OutputStream out) {
    room.export(
        view -> {
          DocumentJson.write(view, out);
          endLine(out);
        },
        matter -> {
          MatterJson.write(matter, out);
          endLine(out);
        });
  }

  private static void endLine(OutputStream out) {
    try {
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
