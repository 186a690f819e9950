package wenmai.corpus.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import wenmai.corpus.document.Region;
import wenmai.corpus.document.Visibility;

/**
 * Of what places the papers are that lie beside one (同卷文件): those of its folder, or of the nearest
 * folder above whose papers agree on any. Counted are only papers that say so themselves or of
 * which a person said so, and for a public paper only public ones.
 */
public final class Company {
  private static final int FEWEST = 3;
  private static final String AUTONOMOUS = "自治";

  private final Session session;
  private final Answers answers;

  Company(Session session) {
    this(session, new Answers());
  }

  /**
   * @param answers keeps what was counted, as of one moment, for this and later sessions
   */
  public Company(Session session, Answers answers) {
    this.session = session;
    this.answers = answers;
  }

  /** What was counted of folders, each once. */
  public static final class Answers {
    private final Map<Register.Place, Answer> known = new HashMap<>();
  }

  /**
   * What the papers of a folder agree on, at most one place of each level, that of most papers
   * first.
   *
   * @param open of public papers alone
   * @param all of public and internal ones
   */
  public record Answer(List<Region> open, List<Region> all) {
    public Answer {
      open = List.copyOf(open);
      all = List.copyOf(all);
    }

    List<Region> to(Visibility visibility) {
      return visibility == Visibility.PUBLIC ? open : all;
    }

    /** As it is kept and compared; empty where they agree on nothing. */
    String printed() {
      return open.isEmpty() && all.isEmpty() ? "" : printed(open) + "\n" + printed(all);
    }

    private static String printed(List<Region> regions) {
      return regions.stream().map(Region::toString).collect(Collectors.joining("\t"));
    }
  }

  /** Papers of one place: the way to it that most of them give, and how many there are. */
  private record Agreeing(Region region, Visibility visibility, long papers) {
    boolean isOf(Region other) {
      List<String> shorter = region.path();
      List<String> longer = other.path();
      int more = longer.size() - shorter.size();
      return more >= 0 && longer.subList(more, longer.size()).equals(shorter);
    }

    Agreeing and(Agreeing fewer) {
      return new Agreeing(region, visibility, papers + fewer.papers);
    }
  }

  /** For a paper that is filed in the register. */
  List<Region> of(long doc, Visibility visibility) {
    Optional<Register.Place> place =
        session.first(
            "SELECT f.root, f.path FROM file_document fd JOIN file f USING (file) WHERE fd.doc = ?",
            row -> new Register.Place(row.text(1), SortablePath.read(row.text(2))),
            doc);
    return place.map(of -> nearest(of, visibility)).orElse(List.of());
  }

  /** For a paper of a file that stands there, by its folder or the nearest above that agrees. */
  public List<Region> nearest(Register.Place file, Visibility visibility) {
    Optional<Register.Place> folder = Optional.of(file.inFolder());
    List<Region> company = List.of();
    while (company.isEmpty() && folder.isPresent()) {
      company = answer(folder.get()).to(visibility);
      folder = folder.get().above();
    }
    return company;
  }

  /**
   * @param folder with its last {@code /}; empty for the root itself
   */
  public Answer answer(Register.Place folder) {
    Answer known = answers.known.get(folder);
    if (known == null) {
      List<Agreeing> places = places(folder);
      List<Agreeing> open = new ArrayList<>(places);
      open.removeIf(each -> each.visibility() != Visibility.PUBLIC);
      known = new Answer(agreedOn(open), agreedOn(places));
      answers.known.put(folder, known);
    }
    return known;
  }

  /*
   * A paper that was read in company, like one of which repairs were undone, has a revision; of
   * such a paper only what a person set counts.
   */
  private List<Agreeing> places(Register.Place folder) {
    return session.list(
        "SELECT d.region, d.visibility, count(*) FROM file f"
            + " JOIN file_document fd ON fd.file = f.file"
            + " JOIN document d ON d.doc = fd.doc LEFT JOIN revision r ON r.doc = d.doc"
            + " LEFT JOIN correction c ON c.id = d.id AND c.fact = 'region'"
            + " WHERE f.root = ? AND f.path >= ? AND f.path < ? AND d.held = 1"
            + " AND d.region IS NOT NULL AND (r.doc IS NULL OR c.value IS NOT NULL)"
            + " GROUP BY d.region, d.visibility",
        row ->
            new Agreeing(
                Region.parse(row.text(1)), DocumentRow.visibility(row.integer(2)), row.number(3)),
        folder.root(),
        SortablePath.of(folder.path()),
        SortablePath.afterAll(folder.path()));
  }

  /** The place of each level that at least three papers and two thirds of its level are of. */
  private static List<Region> agreedOn(List<Agreeing> all) {
    Map<String, Long> ofLevel = new HashMap<>();
    Map<String, Map<Region, Agreeing>> ofName = new HashMap<>();
    for (Agreeing each : all) {
      level(each.region())
          .ifPresent(level -> {
            ofLevel.merge(level, each.papers(), Long::sum);
            ofName
                .computeIfAbsent(each.region().name(), name -> new HashMap<>())
                .merge(each.region(), each, Agreeing::and);
          });
    }
    List<Agreeing> agreed = new ArrayList<>();
    ofName.values().forEach(namesakes -> agreed.addAll(apart(List.copyOf(namesakes.values()))));
    agreed.removeIf(place -> {
      long level = ofLevel.getOrDefault(level(place.region()).orElseThrow(), 0L);
      return place.papers() < FEWEST || place.papers() * 3 < level * 2;
    });
    agreed.sort(MOST_FIRST);
    return agreed.stream().map(Agreeing::region).toList();
  }

  /** 自治县 is another level than 县: papers of the one call it so. */
  private static Optional<String> level(Region region) {
    return region
        .level()
        .map(level -> region.isOf(AUTONOMOUS + level) ? AUTONOMOUS + level : level);
  }

  private static final Comparator<Agreeing> MOST_FIRST =
      Comparator.comparingLong(Agreeing::papers)
          .reversed()
          .thenComparing(place -> place.region().toString());

  /**
   * Places of one name, each once: 棠州市/汀浦区 is 槐南省/棠州市/汀浦区, but no 汀浦区 of another city. A way that
   * may lead to several of them counts for none.
   */
  private static List<Agreeing> apart(List<Agreeing> namesakes) {
    List<Agreeing> whole =
        namesakes.stream().filter(each -> placesOf(each, namesakes).size() == 1).toList();
    Map<Region, Agreeing> apart = new HashMap<>();
    for (Agreeing each : namesakes.stream().sorted(MOST_FIRST).toList()) {
      List<Agreeing> places = placesOf(each, whole);
      Region place = places.size() == 1 ? places.getFirst().region() : each.region();
      apart.merge(place, each, Agreeing::and);
    }
    return List.copyOf(apart.values());
  }

  private static List<Agreeing> placesOf(Agreeing way, List<Agreeing> places) {
    return places.stream().filter(place -> way.isOf(place.region())).toList();
  }
}
