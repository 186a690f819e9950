package wenmai.web.page;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wenmai.corpus.ReadingRoom;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.search.DocumentSummary;
import wenmai.web.render.Messages;

/** Names of the papers a page speaks of, all fetched in one go. */
final class Titles {
  private final Map<DocumentId, DocumentSummary> summaries = new HashMap<>();
  private final Messages messages;

  private Titles(Collection<DocumentSummary> known, Messages messages) {
    this.messages = messages;
    known.forEach(summary -> summaries.put(summary.id(), summary));
  }

  /** A document as a link; blank when there is none. */
  public record PaperRow(String title, String url, String note) {
    static final PaperRow NONE = new PaperRow("", "", "");
  }

  static Titles of(Collection<DocumentId> ids, ReadingRoom room, Messages messages) {
    return new Titles(room.summaries(List.copyOf(new LinkedHashSet<>(ids))), messages);
  }

  static Titles of(Collection<DocumentSummary> known, Messages messages) {
    return new Titles(known, messages);
  }

  Optional<DocumentSummary> summary(DocumentId id) {
    return Optional.ofNullable(summaries.get(id));
  }

  /** Its title, or the words that stand for a missing one. */
  String title(DocumentId id) {
    return summary(id)
        .flatMap(DocumentSummary::title)
        .orElseGet(() -> messages.get("search.untitled"));
  }

  String date(DocumentId id) {
    return summary(id).flatMap(DocumentSummary::date).map(Object::toString).orElse("");
  }

  PaperRow row(DocumentId id) {
    return summaries.containsKey(id)
        ? new PaperRow(title(id), Addresses.document(id), date(id))
        : PaperRow.NONE;
  }

  /** What a link shows of its target on the spot: title, then what it is and where it stands. */
  String preview(DocumentId id) {
    return summary(id)
        .map(summary -> {
          StringBuilder out = new StringBuilder(title(id)).append('\n');
          out.append(messages.label("kind", summary.kind().key()));
          summary.number().ifPresent(number -> out.append(" · ").append(number));
          summary.date().ifPresent(date -> out.append(" · ").append(date));
          if (!summary.status().key().equals("unknown")) {
            out.append(" · ").append(messages.label("status", summary.status().key()));
          }
          return out.toString();
        })
        .orElseGet(() -> messages.get("search.untitled"));
  }
}
