package wenmai.web.command;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wenmai.corpus.matter.Matter;
import wenmai.corpus.search.DocumentSummary;
import wenmai.corpus.search.Hit;
import wenmai.corpus.search.Snippet;
import wenmai.web.render.Messages;

/** Prints hits and matters as lines for a person at a terminal. */
final class Lines {
  private Lines() {}

  static String of(Hit hit, Messages messages) {
    DocumentSummary document = hit.document();
    String head =
        Stream.of(
                Optional.of(document.id().value()),
                document.date().map(Object::toString),
                Optional.of(messages.label("kind", document.kind().key())),
                Optional.of(document.title().orElse(messages.get("search.untitled"))),
                document.number().map(Object::toString),
                hit.article().map(article -> "#" + article))
            .flatMap(Optional::stream)
            .collect(Collectors.joining("  "));
    return hit.snippets().stream()
        .findFirst()
        .map(snippet -> head + "\n    " + plain(snippet))
        .orElse(head);
  }

  private static String plain(Snippet snippet) {
    return snippet.words().replaceAll("\\s+", " ").strip();
  }

  static String of(Matter matter, Messages messages) {
    String due = matter.due().map(day -> "  " + messages.get("matter.due") + " " + day).orElse("");
    String missing =
        matter.missing().isEmpty()
            ? ""
            : "  "
                + messages.get("matter.missing")
                + "："
                + matter.missing().stream()
                    .map(Matter.MissingStage::stage)
                    .collect(Collectors.joining("、"));
    return matter.id()
        + "  "
        + messages.label("matter.status", matter.status().key())
        + "  "
        + matter.subject()
        + due
        + missing;
  }
}
