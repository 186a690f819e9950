package wenmai.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.record.PaperRecord;
import wenmai.corpus.store.DocumentRow;
import wenmai.corpus.store.Documents;
import wenmai.corpus.store.Session;
import wenmai.corpus.text.CodePointIndex;
import wenmai.corpus.text.CodePointSpan;
import wenmai.corpus.text.NamedRepairs;
import wenmai.corpus.text.OffsetMap;
import wenmai.corpus.text.RepairedText;
import wenmai.corpus.text.Span;

/** Sets both layers of a text side by side, as people's decisions leave them. */
final class Layers {
  private Layers() {}

  static TextLayers of(Session session, DocumentRow row, Audience audience) {
    Documents documents = new Documents(session);
    PaperRecord record = documents.record(row.doc());
    Optional<RepairedText> read = record.layers();
    return read.isEmpty()
        ? new TextLayers(record.rawText(), List.of())
        : of(read.get(), documents.undoneRepairs(row.id()), audience);
  }

  private static TextLayers of(RepairedText read, Map<String, String> undone, Audience audience) {
    NamedRepairs named = NamedRepairs.of(read);
    RepairedText now = named.without(undone.keySet());
    CodePointIndex raw = CodePointIndex.of(read.raw());
    CodePointIndex text = CodePointIndex.of(now.text());
    List<TextLayers.Mend> mends = new ArrayList<>();
    int applied = 0;
    for (Map.Entry<String, OffsetMap.Edit> entry : named.all().entrySet()) {
      OffsetMap.Edit edit = entry.getValue();
      boolean isUndone = undone.containsKey(entry.getKey());
      CodePointSpan place =
          isUndone
              ? text.toCodePoints(
                  Span.of(
                      now.map().toRepaired(edit.raw().start()),
                      now.map().toRepaired(edit.raw().start()) + edit.was().length()))
              : text.toCodePoints(now.map().edits().get(applied).repaired());
      applied += isUndone ? 0 : 1;
      mends.add(
          new TextLayers.Mend(
              entry.getKey(),
              raw.toCodePoints(edit.raw()),
              place,
              edit.was(),
              edit.repaired().in(read.text()),
              edit.why(),
              isUndone,
              Optional.ofNullable(undone.get(entry.getKey()))
                  .filter(by -> audience == Audience.INTERNAL)));
    }
    return new TextLayers(read.raw(), mends);
  }
}
