package wenmai.web.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wenmai.corpus.ReadingRoom;
import wenmai.corpus.ReadingRoom.MatterRequest;
import wenmai.corpus.matter.DemandState;
import wenmai.corpus.matter.Matter;
import wenmai.corpus.matter.MatterStatus;
import wenmai.corpus.search.FacetName;
import wenmai.corpus.search.SearchRequest;
import wenmai.corpus.search.SearchRequest.Copies;
import wenmai.corpus.search.SearchRequest.Sort;
import wenmai.corpus.search.SearchResult;
import wenmai.web.render.Messages;

/**
 * The first page (首页): what this is for, shown by one whole matter, what is overdue, what is new.
 *
 * @param featured the matter that shows most; none or one
 */
public record HomePage(
    ReadingRoom.CollectionStatistics statistics,
    List<Choice> examples,
    List<Feature> featured,
    List<MattersPage.Row> overdue,
    long overdueTotal,
    List<HitRow> newest,
    List<FacetBox.Value> kinds) {
  private static final int SHOWN = 5;
  private static final int LOOKED_AT = 60;
  private static final int ENOUGH_STEPS = 8;

  /**
   * A matter with its steps.
   *
   * @param demands how many were made and answered, or empty
   */
  public record Feature(MattersPage.Row matter, List<Track.Step> steps, String demands) {}

  static HomePage of(ReadingRoom room, List<Choice> examples, Messages messages) {
    SearchResult newest = room.search(newestFirst());
    ReadingRoom.MatterPage overdue =
        room.matters(MatterRequest.all(SHOWN).standing(Set.of(MatterStatus.OVERDUE)));
    return new HomePage(
        room.statistics(),
        examples,
        featured(room, messages),
        overdue.matters().stream().map(matter -> MattersPage.row(matter, messages)).toList(),
        overdue.total(),
        newest.hits().stream().map(hit -> HitRow.of(hit.document(), messages)).toList(),
        FacetBox.shelf(FacetName.KIND, newest, messages));
  }

  private static SearchRequest newestFirst() {
    SearchRequest all = Requests.withSort(SearchRequest.of(""), Sort.NEWEST_FIRST);
    return Requests.withSize(Requests.withCopies(all, Copies.FOLD), SHOWN);
  }

  private static List<Feature> featured(ReadingRoom room, Messages messages) {
    List<Matter> candidates = new ArrayList<>(room.matters(MatterRequest.all(LOOKED_AT)).matters());
    candidates.removeIf(matter -> matter.stages().size() < 2);
    return candidates.stream()
        .max(Comparator.comparingInt(HomePage::shows).thenComparing(Matter::id))
        .map(matter ->
            new Feature(
                MattersPage.row(matter, messages),
                Track.line(matter, Optional.empty(), messages),
                demands(matter, messages)))
        .stream()
        .toList();
  }

  /** How much of what Wenmai does a matter shows: steps, demands, answers. */
  private static int shows(Matter matter) {
    int steps = Math.min(ENOUGH_STEPS, matter.stages().size());
    int demands = Math.min(ENOUGH_STEPS, matter.demands().size());
    int answered = (int) matter.demands().stream().filter(d -> d.answer().isPresent()).count();
    return 2 * steps + demands + Math.min(ENOUGH_STEPS, answered);
  }

  private static String demands(Matter matter, Messages messages) {
    if (matter.demands().isEmpty()) {
      return "";
    }
    long answered =
        matter.demands().stream().filter(d -> d.state() == DemandState.ANSWERED).count();
    return messages.get("home.feature.demands", matter.demands().size(), answered);
  }
}
