package wenmai.corpus.matter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import wenmai.corpus.document.DocumentId;

/**
 * Finds the step of papers whose own title does not tell it (依关联定环节): a letter that answers an
 * opinion, a report that an opinion says was heard. What is known by itself is never changed. Keeps
 * what it has found, so that a change asks again only those it concerns. For one thread.
 */
final class BondReader {
  /** Where a text begins it says what it answers; later it may name any paper. */
  static final int EARLY = 300;

  private final MatterTemplates templates;
  private final Map<DocumentId, List<Tie>> ties = new HashMap<>();
  private final Map<DocumentId, TreeSet<DocumentId>> tiedBy = new HashMap<>();

  BondReader(MatterTemplates templates) {
    this.templates = templates;
  }

  /** What is known of papers by themselves. */
  interface Known {
    /** A paper that may be a step of something. */
    Optional<PaperCard> card(DocumentId id);

    /** The papers it names. */
    List<Pointer> pointers(DocumentId id);

    /** What it is by itself. */
    List<Sign> signs(DocumentId id);
  }

  /** What a naming makes of a paper. */
  private record Tie(Template template, DocumentId other, Stage stage) {}

  /**
   * Asks these papers again what they make of others and themselves.
   *
   * @return all that may be something else now
   */
  Set<DocumentId> ask(Collection<DocumentId> naming, Known known) {
    Set<DocumentId> concerned = new HashSet<>();
    for (DocumentId from : naming) {
      for (Tie tie : ties.getOrDefault(from, List.of())) {
        concerned.add(tie.other());
        tiedBy.computeIfPresent(
            tie.other(),
            (id, namers) -> {
              namers.remove(from);
              return namers.isEmpty() ? null : namers;
            });
      }
      List<Tie> now = new Asking(known).ties(from);
      for (Tie tie : now) {
        concerned.add(tie.other());
        tiedBy.computeIfAbsent(tie.other(), id -> new TreeSet<>()).add(from);
      }
      if (now.isEmpty()) {
        ties.remove(from);
      } else {
        ties.put(from, now);
      }
    }
    return concerned;
  }

  /** A template and the step in it. */
  record Bound(Template template, Stage stage) {}

  /** What a paper is by what ties it to others: for each template what the first of them says. */
  List<Bound> of(DocumentId other) {
    Map<String, Bound> found = new LinkedHashMap<>();
    for (DocumentId from : tiedBy.getOrDefault(other, new TreeSet<>())) {
      for (Tie tie : ties.getOrDefault(from, List.of())) {
        if (tie.other().equals(other)) {
          found.putIfAbsent(tie.template().id(), new Bound(tie.template(), tie.stage()));
        }
      }
    }
    return found.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .toList();
  }

  private final class Asking {
    private final Known known;

    Asking(Known known) {
      this.known = known;
    }

    List<Tie> ties(DocumentId from) {
      Optional<PaperCard> naming = known.card(from);
      List<Tie> found = new ArrayList<>();
      if (naming.isPresent()) {
        for (Pointer pointer : known.pointers(from)) {
          if (pointer.place() < EARLY) {
            String sentence = naming.get().sentenceAt(pointer.place());
            for (Template template : templates.templates()) {
              template.bonds().forEach(bond -> tie(template, bond, from, pointer, sentence, found));
            }
          }
        }
      }
      return found;
    }

    private void tie(
        Template template,
        Template.Bond bond,
        DocumentId from,
        Pointer pointer,
        String sentence,
        List<Tie> found) {
      Optional<Stage> stage = template.stage(bond.becomes());
      if (stage.isEmpty()) {
        return;
      }
      List<DocumentId> others = bond.named() ? pointer.targets() : List.of(from);
      List<DocumentId> possible =
          others.stream().filter(other -> mayBecome(template, bond, other)).toList();
      boolean tied =
          !possible.isEmpty()
              && (bond.named()
                  ? roles(template, from).contains(bond.with())
                  : plays(template, pointer, bond.with()))
              && bond.says().matcher(sentence).find();
      if (tied) {
        possible.forEach(other -> found.add(new Tie(template, other, stage.get())));
      }
    }

    private boolean mayBecome(Template template, Template.Bond bond, DocumentId other) {
      return known.card(other).filter(paper -> bond.takes(paper.kind())).isPresent()
          && roles(template, other).isEmpty();
    }

    private boolean plays(Template template, Pointer pointer, String role) {
      return pointer.isHeld()
          ? pointer.targets().stream().anyMatch(id -> roles(template, id).contains(role))
          : templates.playsCited(role, pointer.title());
    }

    private Set<String> roles(Template template, DocumentId id) {
      Set<String> roles = new HashSet<>();
      for (Sign sign : known.signs(id)) {
        if (sign.template().id().equals(template.id())) {
          roles.add(sign.stage().role());
        }
      }
      return roles;
    }
  }
}
