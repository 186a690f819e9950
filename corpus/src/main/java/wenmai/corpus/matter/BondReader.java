package wenmai.corpus.matter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wenmai.corpus.document.DocumentId;

/**
 * Finds the step of papers whose own title does not tell it (依关联定环节): a letter that answers an
 * opinion, a report that an opinion says was heard. What is known by itself is never changed. Pure.
 */
final class BondReader {
  /** Where a text begins it says what it answers; later it may name any paper. */
  static final int EARLY = 300;

  private final MatterTemplates templates;
  private final SignReader signs;

  BondReader(MatterTemplates templates, SignReader signs) {
    this.templates = templates;
    this.signs = signs;
  }

  /**
   * @param papers those that may be a step of something
   * @param pointers the papers each names
   * @param known what they are by themselves
   */
  List<Sign> read(
      Collection<PaperCard> papers,
      Map<DocumentId, List<Pointer>> pointers,
      Collection<Sign> known) {
    Map<DocumentId, PaperCard> byId = new HashMap<>();
    papers.forEach(paper -> byId.put(paper.id(), paper));
    List<Sign> found = new ArrayList<>();
    for (Template template : templates.templates()) {
      if (!template.bonds().isEmpty()) {
        found.addAll(new Reading(template, byId, pointers, known).signs());
      }
    }
    return found;
  }

  /** One template's. */
  private final class Reading {
    private final Template template;
    private final Map<DocumentId, PaperCard> papers;
    private final Map<DocumentId, List<Pointer>> pointers;
    private final Map<DocumentId, Set<String>> roles = new HashMap<>();

    Reading(
        Template template,
        Map<DocumentId, PaperCard> papers,
        Map<DocumentId, List<Pointer>> pointers,
        Collection<Sign> known) {
      this.template = template;
      this.papers = papers;
      this.pointers = pointers;
      for (Sign sign : known) {
        if (sign.template().id().equals(template.id())) {
          sign.id()
              .ifPresent(id ->
                  roles.computeIfAbsent(id, each -> new HashSet<>()).add(sign.stage().role()));
        }
      }
    }

    List<Sign> signs() {
      Map<DocumentId, Stage> stages = new HashMap<>();
      papers.keySet().stream()
          .sorted()
          .forEach(id ->
              pointers
                  .getOrDefault(id, List.of())
                  .forEach(
                      pointer -> template.bonds().forEach(bond -> tie(bond, id, pointer, stages))));
      List<Sign> found = new ArrayList<>();
      stages.entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(each -> {
            PaperCard paper = papers.get(each.getKey());
            if (paper != null) {
              found.addAll(
                  BondReader.this.signs.signs(
                      template,
                      each.getValue(),
                      paper,
                      pointers.getOrDefault(each.getKey(), List.of())));
            }
          });
      return found;
    }

    private void tie(
        Template.Bond bond, DocumentId from, Pointer pointer, Map<DocumentId, Stage> stages) {
      PaperCard naming = papers.get(from);
      Optional<Stage> stage = template.stage(bond.becomes());
      if (naming == null || stage.isEmpty() || pointer.place() >= EARLY) {
        return;
      }
      List<DocumentId> others = bond.named() ? pointer.targets() : List.of(from);
      boolean known =
          bond.named()
              ? roles.getOrDefault(from, Set.of()).contains(bond.with())
              : plays(pointer, bond.with());
      if (known && bond.says().matcher(naming.sentenceAt(pointer.place())).find()) {
        others.stream()
            .filter(other -> !roles.containsKey(other) && isOfKind(bond, other))
            .forEach(other -> stages.putIfAbsent(other, stage.get()));
      }
    }

    private boolean plays(Pointer pointer, String role) {
      return pointer.isHeld()
          ? pointer.targets().stream()
              .anyMatch(id -> roles.getOrDefault(id, Set.of()).contains(role))
          : templates.playsCited(role, pointer.title());
    }

    private boolean isOfKind(Template.Bond bond, DocumentId other) {
      PaperCard paper = papers.get(other);
      return paper != null && bond.takes(paper.kind());
    }
  }
}
