package wenmai.corpus.matter;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wenmai.corpus.citation.Resolution;
import wenmai.corpus.document.DocumentId;

/**
 * A paper's card and what its citations mean to one audience (文件摘记与引用所指).
 *
 * @param targets by the citation's ordinal: the document that is meant, or those that may be;
 *     nothing where none is held
 * @param lapsed the first day on which a rule is no longer in force, where it has lapsed
 */
public record LinkedCard(
    PaperCard card, Map<Integer, List<DocumentId>> targets, Optional<LocalDate> lapsed) {
  public LinkedCard {
    targets = Map.copyOf(targets);
  }

  static LinkedCard of(PaperCard card, List<Resolution> resolutions) {
    Map<Integer, List<DocumentId>> targets = new HashMap<>();
    for (int i = 0; i < resolutions.size(); i++) {
      switch (resolutions.get(i)) {
        case Resolution.Resolved resolved -> targets.put(i, List.of(resolved.target()));
        case Resolution.Ambiguous ambiguous -> targets.put(i, ambiguous.candidates());
        case Resolution.Wanted wanted -> {}
      }
    }
    return new LinkedCard(card, targets, Optional.empty());
  }
}
