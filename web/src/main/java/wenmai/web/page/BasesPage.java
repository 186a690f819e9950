package wenmai.web.page;

import java.util.List;
import java.util.Map;
import wenmai.corpus.Lineage;
import wenmai.web.render.Messages;

/**
 * The page of documents whose ground has moved (依据体检): what they rest on has been amended or
 * repealed since they were made.
 */
public record BasesPage(int total, List<Row> rows, Paging paging) {
  static final int SIZE = 20;

  /** One document with the bases that changed. */
  public record Row(
      Titles.PaperRow paper, String kind, String organ, List<Standing.BasisRow> bases) {}

  static BasesPage of(List<Lineage.Shaken> all, int page, Messages messages) {
    return new BasesPage(
        all.size(),
        all.stream()
            .skip((page - 1L) * SIZE)
            .limit(SIZE)
            .map(shaken ->
                new Row(
                    Standing.paper(shaken.document(), messages),
                    messages.label("kind", shaken.document().kind().key()),
                    shaken.document().organ().map(Object::toString).orElse(""),
                    shaken.bases().stream().map(basis -> Standing.basis(basis, messages)).toList()))
            .toList(),
        Paging.of(page, SIZE, all.size(), BasesPage::address));
  }

  private static String address(int page) {
    return page == 1
        ? "/bases"
        : Addresses.withParameters("/bases", List.of(Map.entry("page", Integer.toString(page))));
  }
}
