package wenmai.web.feed;

import java.util.List;
import java.util.function.Consumer;
import wenmai.corpus.ReadingRoom;
import wenmai.corpus.document.DocumentId;
import wenmai.web.render.Messages;

/** The papers that are cited and not held as a table to save (待收文献导出), most asked for first. */
record WantedTable(ReadingRoom room, Messages messages) implements Table {
  private static final int CHUNK = 500;

  @Override
  public void each(Consumer<List<String>> lines) {
    lines.accept(
        List.of(
            messages.get("wanted.name"),
            messages.get("wanted.documents"),
            messages.get("wanted.examples")));
    List<ReadingRoom.Wanted> some;
    for (long from = 0; !(some = room.wanted(from, CHUNK)).isEmpty(); from += CHUNK) {
      some.forEach(one -> lines.accept(row(one)));
    }
  }

  private static List<String> row(ReadingRoom.Wanted one) {
    return List.of(
        one.name(),
        Integer.toString(one.documents()),
        String.join(" ", one.examples().stream().map(DocumentId::value).toList()));
  }
}
