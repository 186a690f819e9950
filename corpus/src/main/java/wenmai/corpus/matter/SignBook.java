package wenmai.corpus.matter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import wenmai.corpus.document.DocumentId;

/**
 * The papers of one jurisdiction with the steps each may be (候选环节簿). What a paper is may hang on
 * others: on what it names, on who names it, on persons that others state. When some papers change,
 * only those that hang on them are looked at again; the outcome is the same as if all were. For one
 * thread.
 */
final class SignBook {
  private final MatterTemplates templates;
  private final PersonNames persons = new PersonNames();
  private final SignReader reader;
  private final DescribedPapers described;
  private final BondReader bonds;
  private final CitedPapers cited;
  private final Map<DocumentId, Paper> papers = new HashMap<>();
  private final Map<DocumentId, Set<DocumentId>> namers = new HashMap<>();
  private final Set<DocumentId> personal = new TreeSet<>();

  SignBook(MatterTemplates templates) {
    this.templates = templates;
    this.reader = new SignReader(templates, persons);
    this.described = new DescribedPapers(templates::playsCited);
    this.bonds = new BondReader(templates);
    this.cited = new CitedPapers(templates);
  }

  /** A paper as it stands in the book. */
  private static final class Paper {
    private final LinkedCard linked;
    private List<Pointer> pointers = List.of();
    private List<Sign> own = List.of();
    private List<Sign> bound = List.of();

    Paper(LinkedCard linked) {
      this.linked = linked;
    }

    PaperCard card() {
      return linked.card();
    }

    List<Sign> signs() {
      List<Sign> signs = new ArrayList<>(own);
      signs.addAll(bound);
      return signs;
    }
  }

  private final BondReader.Known known =
      new BondReader.Known() {
        @Override
        public Optional<PaperCard> card(DocumentId id) {
          return inside(id).map(Paper::card);
        }

        @Override
        public List<Pointer> pointers(DocumentId id) {
          return inside(id).map(paper -> paper.pointers).orElse(List.of());
        }

        @Override
        public List<Sign> signs(DocumentId id) {
          return inside(id).map(paper -> paper.own).orElse(List.of());
        }
      };

  private Optional<Paper> inside(DocumentId id) {
    return Optional.ofNullable(papers.get(id)).filter(paper -> !paper.card().outside());
  }

  boolean holds(DocumentId id) {
    return papers.containsKey(id);
  }

  /** The papers that a paper cites, as it stands in the book. */
  Set<DocumentId> citedBy(DocumentId id) {
    Set<DocumentId> cited = new HashSet<>();
    Optional.ofNullable(papers.get(id))
        .ifPresent(paper -> paper.linked.targets().values().forEach(cited::addAll));
    return cited;
  }

  /** Those that name a paper, as far as they may be steps of something. */
  Set<DocumentId> namersOf(DocumentId id) {
    return namers.getOrDefault(id, Set.of());
  }

  /**
   * These papers have come or are others now, and these have gone; gives what that does to the
   * steps.
   */
  SignChange change(Collection<LinkedCard> put, Collection<DocumentId> gone) {
    return new Change().make(put, gone);
  }

  /** One change, from what has come to what is concerned. */
  private final class Change {
    private final Set<DocumentId> touched = new TreeSet<>();
    private final Set<String> names = new HashSet<>();
    private final Set<DocumentId> rename = new TreeSet<>();
    private final Set<Subject> meant = new HashSet<>();
    private final Set<DocumentId> resign = new TreeSet<>();
    private final Map<DocumentId, List<Sign>> before = new TreeMap<>();

    SignChange make(Collection<LinkedCard> put, Collection<DocumentId> gone) {
      gone.forEach(this::takeOut);
      put.forEach(linked -> takeOut(linked.card().id()));
      put.forEach(this::takeIn);
      meant.forEach(subject -> rename.addAll(described.whoMayMean(subject)));
      rename.forEach(id -> inside(id).ifPresent(paper -> point(id, paper)));
      if (!names.isEmpty()) {
        Predicate<PaperCard> mentioning = PersonNames.mentioning(names);
        personal.stream()
            .filter(id -> inside(id).map(Paper::card).filter(mentioning).isPresent())
            .forEach(resign::add);
      }
      resign.forEach(id -> inside(id).ifPresent(paper -> sign(id, paper)));
      bind();
      SignChange change = difference();
      return change.and(cited.change(change));
    }

    private void takeOut(DocumentId id) {
      touched.add(id);
      Paper paper = papers.remove(id);
      if (paper == null) {
        return;
      }
      before.put(id, paper.signs());
      names.addAll(persons.remove(paper.card()));
      personal.remove(id);
      if (!paper.card().outside()) {
        List<Sign> alone = reader.read(paper.card(), List.of());
        described.remove(paper.card(), alone);
        meant.addAll(DescribedPapers.meantBy(alone));
        link(id, paper.pointers, List.of());
      }
    }

    private void takeIn(LinkedCard linked) {
      PaperCard card = linked.card();
      papers.put(card.id(), new Paper(linked));
      names.addAll(persons.add(card));
      if (!card.outside()) {
        List<Sign> alone = reader.read(card, List.of());
        described.add(card, alone);
        meant.addAll(DescribedPapers.meantBy(alone));
        rename.add(card.id());
        if (alone.stream().anyMatch(it -> it.template().identity() == Template.Identity.PERSON)) {
          personal.add(card.id());
        }
      }
    }

    /** What it names now. */
    private void point(DocumentId id, Paper paper) {
      List<Pointer> pointers = new ArrayList<>(SignReader.pointers(paper.linked));
      Set<DocumentId> told = new HashSet<>();
      pointers.forEach(pointer -> told.addAll(pointer.targets()));
      described.in(paper.card()).stream()
          .filter(pointer -> told.addAll(pointer.targets()))
          .forEach(pointers::add);
      if (touched.contains(id) || !pointers.equals(paper.pointers)) {
        link(id, paper.pointers, pointers);
        paper.pointers = List.copyOf(pointers);
        resign.add(id);
      }
    }

    private void link(DocumentId id, List<Pointer> was, List<Pointer> is) {
      for (Pointer pointer : was) {
        for (DocumentId target : pointer.targets()) {
          namers.computeIfPresent(
              target,
              (each, naming) -> {
                naming.remove(id);
                return naming.isEmpty() ? null : naming;
              });
        }
      }
      for (Pointer pointer : is) {
        pointer
            .targets()
            .forEach(target -> namers.computeIfAbsent(target, each -> new TreeSet<>()).add(id));
      }
    }

    private void sign(DocumentId id, Paper paper) {
      before.putIfAbsent(id, paper.signs());
      paper.own = reader.read(paper.card(), paper.pointers);
    }

    /** What those are that are nothing by themselves. */
    private void bind() {
      Set<DocumentId> naming = new TreeSet<>(resign);
      naming.addAll(touched);
      for (DocumentId id : List.copyOf(naming)) {
        naming.addAll(namersOf(id));
      }
      Set<DocumentId> concerned = new TreeSet<>(bonds.ask(naming, known));
      concerned.addAll(resign);
      for (DocumentId id : concerned) {
        inside(id)
            .ifPresent(paper -> {
              List<Sign> bound = new ArrayList<>();
              for (BondReader.Bound each : bonds.of(id)) {
                bound.addAll(
                    reader.signs(each.template(), each.stage(), paper.card(), paper.pointers));
              }
              before.putIfAbsent(id, paper.signs());
              paper.bound = bound;
            });
      }
    }

    private SignChange difference() {
      List<Sign> gone = new ArrayList<>();
      List<Sign> come = new ArrayList<>();
      Set<DocumentId> all = new TreeSet<>(before.keySet());
      all.addAll(touched);
      for (DocumentId id : all) {
        List<Sign> was = before.getOrDefault(id, List.of());
        List<Sign> is = inside(id).map(Paper::signs).orElse(List.of());
        // the words of a paper that was touched may be others though its signs are the same
        if (touched.contains(id) || !was.equals(is)) {
          gone.addAll(was);
          come.addAll(is);
        }
      }
      return new SignChange(gone, come);
    }
  }
}
