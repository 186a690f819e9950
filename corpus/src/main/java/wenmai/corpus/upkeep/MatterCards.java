package wenmai.corpus.upkeep;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import wenmai.corpus.citation.Resolution;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Status;
import wenmai.corpus.matter.CardBytes;
import wenmai.corpus.matter.LinkedCard;
import wenmai.corpus.matter.MatterBuilder;
import wenmai.corpus.matter.MatterPaper;
import wenmai.corpus.matter.PaperCard;
import wenmai.corpus.store.Depot;
import wenmai.corpus.store.Documents;
import wenmai.corpus.store.Listed;
import wenmai.corpus.store.Row;
import wenmai.corpus.store.Session;
import wenmai.corpus.store.Setbacks.Step;
import wenmai.corpus.store.Waiting;

/** The cards of papers for finding their matters (文件摘记表): a paper is read once for each change. */
final class MatterCards {
  private static final int CHUNK = 256;

  private final Depot depot;
  private final ExecutorService workers;
  private final MatterBuilder builder;
  private final Guard guard;

  MatterCards(Depot depot, ExecutorService workers, MatterBuilder builder, Guard guard) {
    this.depot = depot;
    this.workers = workers;
    this.builder = builder;
    this.guard = guard;
  }

  private record Due(long doc, long seq) {}

  /** A card, unless reading it failed. */
  private record Read(Due due, Optional<byte[]> card) {}

  /** Reads those papers that were not read since they or the rules changed. */
  void refresh(List<Long> docs) {
    for (List<Long> some : chunks(docs)) {
      List<Future<Read>> reading =
          depot.read(session -> due(session, some)).stream()
              .map(due -> workers.submit(() -> read(due)))
              .toList();
      List<Read> read = reading.stream().map(Waiting::forIt).toList();
      if (!read.isEmpty()) {
        var unused = depot.write(session -> write(session, read));
      }
    }
  }

  private List<Due> due(Session session, List<Long> docs) {
    return session.list(
        "SELECT d.doc, d.seq FROM document d LEFT JOIN matter_card c"
            + " ON c.doc = d.doc AND c.seq = d.seq AND c.rules = ?"
            + " WHERE c.doc IS NULL AND d.doc IN "
            + Listed.NUMBERS,
        row -> new Due(row.number(1), row.number(2)),
        builder.rules(),
        docs.toString());
  }

  private Read read(Due due) {
    return new Read(
        due, guard.attempt(Step.MATTER_CARD, due.doc(), () -> CardBytes.of(card(due.doc()))));
  }

  private PaperCard card(long doc) {
    return builder.card(paper(depot.read(session -> new Documents(session).document(doc))));
  }

  /** A paper as it is read by itself, before it is known what its citations mean. */
  static MatterPaper paper(OfficialDocument document) {
    List<Resolution> citations =
        document.content().citations().stream()
            .map(citation -> (Resolution) new Resolution.Wanted(citation))
            .toList();
    return MatterPaper.of(document, citations);
  }

  private boolean write(Session session, List<Read> read) {
    for (Read each : read) {
      // one of an earlier text would tell of words that are no longer there
      session.update("DELETE FROM matter_card WHERE doc = ?", each.due().doc());
      each.card()
          .ifPresent(
              card -> put(session, each.due().doc(), each.due().seq(), builder.rules(), card));
    }
    guard.settle(session);
    return true;
  }

  /** Keeps a card that was drawn by these rules from this text. */
  static void put(Session session, long doc, long seq, String rules, byte[] card) {
    session.update(
        "INSERT INTO matter_card (doc, seq, rules, card) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT (doc) DO UPDATE SET seq = excluded.seq, rules = excluded.rules,"
            + " card = excluded.card",
        doc,
        seq,
        rules,
        card);
  }

  /** A citation's targets, for one audience or both. */
  private record Meant(int ordinal, int sight, List<DocumentId> targets) {}

  /** Cards of some papers with what their citations mean. */
  static final class Held {
    private final Map<Long, PaperCard> cards = new HashMap<>();
    private final Map<Long, List<Meant>> meant = new HashMap<>();
    private final Map<DocumentId, Long> docs = new HashMap<>();
    private final Map<DocumentId, String> stamps = new HashMap<>();
    private final Set<Long> differing = new HashSet<>();
    private final Map<Long, Map<Integer, LocalDate>> lapses = new HashMap<>();

    private void put(long doc, long seq, PaperCard card) {
      cards.put(doc, card);
      docs.put(card.id(), doc);
      stamps.put(card.id(), String.valueOf(seq));
    }

    /** Which text of a paper was read. */
    String stamp(DocumentId id) {
      return stamps.getOrDefault(id, "");
    }

    /** The row of a paper that is among them. */
    long doc(DocumentId id) {
      return Objects.requireNonNull(docs.get(id));
    }

    /** Whether a citation means something else to another audience. */
    boolean differsByAudience() {
      return !differing.isEmpty();
    }

    private Optional<LocalDate> lapse(long doc, int sight) {
      return lapses.getOrDefault(doc, Map.of()).entrySet().stream()
          .filter(each -> (each.getKey() & sight) != 0)
          .map(Map.Entry::getValue)
          .findFirst();
    }

    /** Takes in others as they are now. */
    void add(Held others) {
      others.cards.keySet().forEach(this::remove);
      cards.putAll(others.cards);
      meant.putAll(others.meant);
      docs.putAll(others.docs);
      stamps.putAll(others.stamps);
      differing.addAll(others.differing);
      lapses.putAll(others.lapses);
    }

    /** Leaves one out. */
    void remove(long doc) {
      PaperCard card = cards.remove(doc);
      meant.remove(doc);
      differing.remove(doc);
      lapses.remove(doc);
      if (card != null) {
        docs.remove(card.id());
        stamps.remove(card.id());
      }
    }

    Optional<DocumentId> id(long doc) {
      return Optional.ofNullable(cards.get(doc)).map(PaperCard::id);
    }

    /** The row of a paper, where it is among them. */
    Optional<Long> row(DocumentId id) {
      return Optional.ofNullable(docs.get(id));
    }

    int size() {
      return cards.size();
    }

    List<LinkedCard> linked(List<Long> docs, int sight) {
      List<LinkedCard> linked = new ArrayList<>(docs.size());
      for (long doc : docs) {
        PaperCard card = cards.get(doc);
        if (card != null) {
          Map<Integer, List<DocumentId>> targets = new HashMap<>();
          meant.getOrDefault(doc, List.of()).stream()
              .filter(each -> (each.sight() & sight) != 0)
              .forEach(each -> targets.put(each.ordinal(), each.targets()));
          linked.add(new LinkedCard(card, targets, lapse(doc, sight)));
        }
      }
      return linked;
    }
  }

  Held held(List<Long> docs) {
    Held held = new Held();
    for (List<Long> some : chunks(docs)) {
      var unused =
          depot.read(session -> {
            session.each(
                "SELECT doc, seq, card FROM matter_card WHERE doc IN " + Listed.NUMBERS,
                row -> put(held, row.number(1), row.number(2), row.bytes(3)),
                some.toString());
            session.each(
                "SELECT l.source, l.ordinal, l.audience, t.id, l.candidates FROM link l"
                    + " LEFT JOIN document t ON t.doc = l.target WHERE l.source IN "
                    + Listed.NUMBERS
                    + " AND (l.target IS NOT NULL OR l.candidates IS NOT NULL)",
                row -> add(held, row),
                some.toString());
            session.each(
                "SELECT doc, audience, timeline FROM standing WHERE doc IN " + Listed.NUMBERS,
                row -> addLapse(held, row),
                some.toString());
            return held;
          });
    }
    return held;
  }

  private void put(Held held, long doc, long seq, byte[] bytes) {
    guard
        .attempt(Step.MATTER_CARD, doc, () -> CardBytes.read(bytes))
        .ifPresent(card -> held.put(doc, seq, card));
  }

  /** When a rule that sets terms lapsed, as an audience knows it. */
  private static void addLapse(Held held, Row row) {
    long doc = row.number(1);
    PaperCard card = held.cards.get(doc);
    if (card == null || !card.setsTerms()) {
      return;
    }
    if (row.integer(2) != Sight.BOTH) {
      held.differing.add(doc);
    }
    Timeline.parse(row.text(3)).changes().stream()
        .filter(change -> change.status() == Status.REPEALED || change.status() == Status.AMENDED)
        .map(Timeline.Change::day)
        .findFirst()
        .ifPresent(day ->
            held.lapses.computeIfAbsent(doc, each -> new HashMap<>()).put(row.integer(2), day));
  }

  private static void add(Held held, Row row) {
    int sight = row.integer(3);
    if (sight != Sight.BOTH) {
      held.differing.add(row.number(1));
    }
    List<DocumentId> targets =
        row.optional(4)
            .map(id -> List.of(new DocumentId(id)))
            .orElseGet(
                () -> Arrays.stream(row.text(5).split(" ", -1)).map(DocumentId::new).toList());
    held.meant
        .computeIfAbsent(row.number(1), doc -> new ArrayList<>())
        .add(new Meant(row.integer(2), sight, targets));
  }

  private static List<List<Long>> chunks(List<Long> docs) {
    List<List<Long>> chunks = new ArrayList<>();
    for (int from = 0; from < docs.size(); from += CHUNK) {
      chunks.add(docs.subList(from, Math.min(docs.size(), from + CHUNK)));
    }
    return chunks;
  }
}
