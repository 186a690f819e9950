package wenmai.corpus.matter;

import java.util.List;
import wenmai.corpus.matter.MatterDraft.DemandDraft;
import wenmai.corpus.matter.MatterDraft.Obligation;

final class DemandReader {
  List<DemandDraft> read(Strand strand, List<Obligation> owed) {
    return List.of();
  }
}
