package wenmai.web.page;

import java.util.List;
import java.util.Map;
import wenmai.corpus.ReadingRoom;
import wenmai.corpus.document.DocumentId;
import wenmai.web.render.Messages;

/**
 * The papers that others cite and that are not held (待收文献), most asked for first.
 *
 * @param total how many there are
 */
public record WantedPage(long total, List<Row> rows, Paging paging) {
  static final int SIZE = 50;

  /**
   * One paper that is looked for.
   *
   * @param documents how many cite it
   * @param askers some of these
   */
  public record Row(String name, int documents, List<Titles.PaperRow> askers) {}

  static WantedPage of(ReadingRoom room, int page, Messages messages) {
    List<ReadingRoom.Wanted> wanted = room.wanted((page - 1L) * SIZE, SIZE);
    List<DocumentId> askers =
        wanted.stream().flatMap(each -> each.examples().stream()).distinct().toList();
    Titles titles = Titles.of(askers, room, messages);
    long total = room.wanted();
    return new WantedPage(
        total,
        wanted.stream()
            .map(each ->
                new Row(
                    each.name(),
                    each.documents(),
                    each.examples().stream().map(titles::row).toList()))
            .toList(),
        Paging.of(page, SIZE, total, WantedPage::address));
  }

  private static String address(int page) {
    return page == 1
        ? "/wanted"
        : Addresses.withParameters("/wanted", List.of(Map.entry("page", Integer.toString(page))));
  }
}
