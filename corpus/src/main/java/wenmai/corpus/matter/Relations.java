package wenmai.corpus.matter;

import java.util.List;

/** Matters that are like one another and stay apart (相关事项). */
final class Relations {
  private final MatterTemplates templates;

  Relations(MatterTemplates templates) {
    this.templates = templates;
  }

  List<MatterDraft> relate(List<MatterDraft> drafts, List<Bundle> bundles) {
    return drafts;
  }
}
