package wenmai.corpus;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.ReadingRoom.CollectionStatistics;
import wenmai.corpus.ReadingRoom.MatterPage;
import wenmai.corpus.ReadingRoom.MatterRequest;
import wenmai.corpus.ReadingRoom.Wanted;
import wenmai.corpus.matter.Ledger;
import wenmai.corpus.matter.Matter;
import wenmai.corpus.matter.MatterStatus;
import wenmai.corpus.store.Inventory;
import wenmai.corpus.store.Marks;
import wenmai.corpus.store.Session;
import wenmai.corpus.upkeep.Links;
import wenmai.corpus.upkeep.Matters;

/**
 * What is counted and listed of a whole archive (台账查阅). Matters are chosen by a line each, which
 * are kept while nothing changes; only those that are shown are read in full.
 */
final class StoredLedger {
  /** So many lines of the ledger take as much room as a paper of an answer. */
  private static final int LINES_A_PAPER = 3;

  private static final int CHUNK = 64;

  private final StoredRoom room;
  private final StoredRoom.Collection collection;
  private final Audience audience;
  private final LocalDate asOf;

  StoredLedger(StoredRoom room, StoredRoom.Collection collection) {
    this.room = room;
    this.collection = collection;
    this.audience = room.reader().audience();
    this.asOf = room.asOf();
  }

  MatterPage page(MatterRequest request) {
    return collection
        .depot()
        .read(session -> {
          List<Matters.Line> chosen = chosen(session, request);
          long from = Math.min(chosen.size(), (request.page() - 1L) * request.size());
          long to = Math.min(chosen.size(), from + request.size());
          return new MatterPage(
              chosen.size(), matters(session, chosen.subList((int) from, (int) to)));
        });
  }

  Map<MatterStatus, Long> counts(MatterRequest request) {
    return collection
        .depot()
        .read(session ->
            chosen(session, request.standing(Set.of())).stream()
                .collect(
                    Collectors.groupingBy(
                        line -> line.gist().standing().status(asOf), Collectors.counting())));
  }

  /** Whoever takes them may be slow: nothing of the store is held meanwhile. */
  void each(MatterRequest request, Consumer<Matter> consumer) {
    List<Matters.Line> chosen = collection.depot().read(session -> chosen(session, request));
    for (int from = 0; from < chosen.size(); from += CHUNK) {
      List<Matters.Line> some = chosen.subList(from, Math.min(chosen.size(), from + CHUNK));
      collection.depot().read(session -> matters(session, some)).forEach(consumer);
    }
  }

  List<Wanted> wanted(long from, int limit) {
    return room.remembered(
        List.of("wanted", from, limit),
        session ->
            new Links(session, audience)
                .missing(from, limit).stream()
                    .map(
                        missing -> new Wanted(missing.name(), missing.askers(), missing.examples()))
                    .toList(),
        List::size);
  }

  long wanted() {
    return room.remembered("wanted", session -> new Links(session, audience).missing(), all -> 1);
  }

  CollectionStatistics statistics() {
    Counted counted =
        room.remembered(
            "statistics",
            session ->
                new Counted(
                    new Inventory(session).extent(audience),
                    new Matters(session, audience).count()),
            any -> 1);
    boolean sample =
        collection.depot().read(session -> new Marks(session).get(Marks.SAMPLE)).isPresent();
    return new CollectionStatistics(
        counted.extent().documents(), counted.matters(), counted.extent().characters(), sample);
  }

  private record Counted(Inventory.Extent extent, long matters) {}

  private List<Matters.Line> chosen(Session session, MatterRequest request) {
    return new MatterSearch(request, asOf).narrow(lines(session));
  }

  private List<Matters.Line> lines(Session session) {
    return collection
        .answers()
        .answer(
            session,
            room,
            "ledger",
            asked -> new Matters(asked, audience).lines(),
            lines -> lines.size() / LINES_A_PAPER);
  }

  private List<Matter> matters(Session session, List<Matters.Line> lines) {
    return new Matters(session, audience)
        .of(lines).stream().map(draft -> Ledger.on(draft, asOf)).toList();
  }
}
