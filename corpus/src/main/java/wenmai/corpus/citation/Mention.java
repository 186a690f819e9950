package wenmai.corpus.citation;

import java.util.Optional;
import wenmai.corpus.document.DocumentNumber;
import wenmai.corpus.structure.Provision;

/**
 * A place that points at a document, while the text is being read.
 *
 * @param start in the compact text
 * @param end in the compact text
 */
record Mention(
    int start,
    int end,
    CitationType type,
    Optional<String> title,
    Optional<DocumentNumber> number,
    Optional<Provision> provision) {

  static Mention of(int start, int end, CitationType type, String title) {
    return new Mention(start, end, type, Optional.of(title), Optional.empty(), Optional.empty());
  }

  Mention with(ProvisionParser.Parsed parsed) {
    return new Mention(start, parsed.end(), type, title, number, Optional.of(parsed.provision()));
  }

  Mention with(DocumentNumber other, int until) {
    return new Mention(start, until, type, title, Optional.of(other), provision);
  }

  Mention until(int other) {
    return new Mention(start, other, type, title, number, provision);
  }

  Mention named(String other) {
    return new Mention(start, end, type, Optional.of(other), number, provision);
  }
}
