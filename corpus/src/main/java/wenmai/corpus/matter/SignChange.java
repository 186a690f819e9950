package wenmai.corpus.matter;

import java.util.ArrayList;
import java.util.List;

/**
 * Candidate steps that are there no longer, and those that are new (环节变动); one that is another now
 * is in both.
 */
record SignChange(List<Sign> gone, List<Sign> come) {
  SignChange {
    gone = List.copyOf(gone);
    come = List.copyOf(come);
  }

  SignChange and(SignChange other) {
    List<Sign> allGone = new ArrayList<>(gone);
    allGone.addAll(other.gone);
    List<Sign> allCome = new ArrayList<>(come);
    allCome.addAll(other.come);
    return new SignChange(allGone, allCome);
  }
}
