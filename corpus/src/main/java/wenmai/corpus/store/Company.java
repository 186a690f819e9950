package wenmai.corpus.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wenmai.corpus.document.Region;
import wenmai.corpus.document.Visibility;

/**
 * Of what places the papers are that lie beside one (同卷文件): those of its folder, or of the nearest
 * folder above whose papers agree on any. Counted are only papers that say so themselves or of
 * which a person said so, and for a public paper only public ones. For one session's moment: what
 * was counted of a folder is kept, as what is inferred from it changes no count.
 */
final class Company {
  private static final int FEWEST = 3;

  private final Session session;
  private final Map<Asked, List<Region>> counted = new HashMap<>();

  Company(Session session) {
    this.session = session;
  }

  /**
   * A folder, for papers of one visibility.
   *
   * @param folder with its last {@code /}; empty for the root itself
   */
  private record Asked(String root, String folder, Visibility visibility) {}

  /** Papers of one place: the way to it that most of them give, and how many there are. */
  private record Agreeing(Region region, long papers) {}

  /** At most one place of each level, that of most papers first. */
  List<Region> of(long doc, Visibility visibility) {
    Optional<Register.Place> place =
        session.first(
            "SELECT f.root, f.path FROM file_document fd JOIN file f USING (file) WHERE fd.doc = ?",
            row -> new Register.Place(row.text(1), SortablePath.read(row.text(2))),
            doc);
    return place.map(of -> nearest(of, visibility)).orElse(List.of());
  }

  private List<Region> nearest(Register.Place place, Visibility visibility) {
    String folder = place.folder();
    List<Region> company = counted(new Asked(place.root(), folder, visibility));
    while (company.isEmpty() && !folder.isEmpty()) {
      folder = new Register.Place(place.root(), folder.substring(0, folder.length() - 1)).folder();
      company = counted(new Asked(place.root(), folder, visibility));
    }
    return company;
  }

  private List<Region> counted(Asked asked) {
    List<Region> known = counted.get(asked);
    if (known == null) {
      known = agreedOn(places(asked));
      counted.put(asked, known);
    }
    return known;
  }

  /* A paper that was read in company, like one of which repairs were undone, has a revision. */
  private List<Agreeing> places(Asked asked) {
    return session.list(
        "SELECT d.region, count(*) FROM file f JOIN file_document fd ON fd.file = f.file"
            + " JOIN document d ON d.doc = fd.doc LEFT JOIN revision r ON r.doc = d.doc"
            + " WHERE f.root = ? AND f.path >= ? AND f.path < ? AND d.held = 1"
            + " AND d.visibility <= ? AND d.region IS NOT NULL AND r.doc IS NULL"
            + " GROUP BY d.region ORDER BY 2 DESC, 1",
        row -> new Agreeing(Region.parse(row.text(1)), row.number(2)),
        asked.root(),
        SortablePath.of(asked.folder()),
        SortablePath.afterAll(asked.folder()),
        DocumentRow.code(asked.visibility()));
  }

  /** The place of each level that at least three papers and two thirds of its level are of. */
  private static List<Region> agreedOn(List<Agreeing> all) {
    Map<String, Long> ofLevel = new HashMap<>();
    Map<String, Agreeing> ofPlace = new HashMap<>();
    for (Agreeing each : all) {
      each.region()
          .level()
          .ifPresent(level -> {
            ofLevel.merge(level, each.papers(), Long::sum);
            ofPlace.merge(
                each.region().name(),
                each,
                (most, more) -> new Agreeing(most.region(), most.papers() + more.papers()));
          });
    }
    List<Agreeing> agreed = new ArrayList<>(ofPlace.values());
    agreed.removeIf(place -> {
      long level = ofLevel.getOrDefault(place.region().level().orElseThrow(), 0L);
      return place.papers() < FEWEST || place.papers() * 3 < level * 2;
    });
    agreed.sort(
        Comparator.comparingLong(Agreeing::papers)
            .reversed()
            .thenComparing(place -> place.region().toString()));
    return agreed.stream().map(Agreeing::region).toList();
  }
}
