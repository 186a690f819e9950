package wenmai.web.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import wenmai.corpus.Archive;
import wenmai.corpus.ReadingRoom;
import wenmai.corpus.document.DocumentId;
import wenmai.web.render.Messages;

/** A verb that reads an archive. */
abstract class Verb implements Callable<Integer> {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int WRONG_USAGE = 2;
  static final int SOME_REJECTED = 3;

  @Mixin private ArchiveOptions options = new ArchiveOptions();

  private final Wiring wiring;
  private final Console console;
  private final Messages messages;

  Verb(Wiring wiring, Console console, Messages messages) {
    this.wiring = wiring;
    this.console = console;
    this.messages = messages;
  }

  @Override
  public Integer call() {
    try (Archive archive = wiring.openForReading(options)) {
      return answer(archive.openFor(options.reader(), options.day()));
    }
  }

  /** The verb's work; the exit status. */
  abstract int answer(ReadingRoom room);

  final ArchiveOptions options() {
    return options;
  }

  final Wiring wiring() {
    return wiring;
  }

  final Console console() {
    return console;
  }

  final Messages messages() {
    return messages;
  }

  /** The document of an id as typed, if there can be one. */
  final Optional<DocumentId> id(String typed) {
    return Optional.of(typed).filter(DocumentId::isValid).map(DocumentId::new);
  }

  final int notFound(String what) {
    console.remark(messages.get("cli.none", what));
    return FAILED;
  }
}
