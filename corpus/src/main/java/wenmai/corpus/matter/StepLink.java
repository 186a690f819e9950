package wenmai.corpus.matter;

import java.util.ArrayList;
import java.util.List;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentQuote;
import wenmai.corpus.matter.Matter.StageEntry;

/**
 * A tie between two papers of one matter (环节承接): of each step to the one before it, and to the
 * paper that the matter begins with, so that whoever holds one paper of a matter finds all of them
 * within two steps.
 *
 * @param evidence the words by which the later paper belongs to the matter
 */
public record StepLink(DocumentId later, DocumentId earlier, Kind kind, DocumentQuote evidence) {

  /** How the two stand to one another. */
  public enum Kind {
    /** The later is the next step. */
    FOLLOWS,
    /** They came together, or other steps lie between. */
    SAME_MATTER
  }

  /** The ties of a matter whose steps are in procedural order. */
  public static List<StepLink> of(List<StageEntry> steps) {
    List<StepLink> links = new ArrayList<>();
    for (int i = 1; i < steps.size(); i++) {
      StageEntry later = steps.get(i);
      StageEntry former = steps.get(i - 1);
      StageEntry first = steps.getFirst();
      if (!later.document().equals(former.document())) {
        links.add(link(later, former, isNext(former, later) ? Kind.FOLLOWS : Kind.SAME_MATTER));
      }
      if (i > 1 && !later.document().equals(first.document())) {
        links.add(link(later, first, Kind.SAME_MATTER));
      }
    }
    return List.copyOf(links);
  }

  private static StepLink link(StageEntry later, StageEntry earlier, Kind kind) {
    return new StepLink(later.document(), earlier.document(), kind, later.evidence());
  }

  /** Of a higher rank, or later: of those that come together none is the next. */
  private static boolean isNext(StageEntry former, StageEntry later) {
    boolean after =
        former.date().isPresent()
            && later.date().isPresent()
            && later.date().get().isAfter(former.date().get());
    return later.rank() > former.rank() || after;
  }
}
