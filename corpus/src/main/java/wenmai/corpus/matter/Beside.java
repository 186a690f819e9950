package wenmai.corpus.matter;

import java.util.List;

/**
 * What a matter has from the others of its jurisdiction (旁及事项).
 *
 * @param formerIds ids that lead to it and to no other
 */
public record Beside(List<String> formerIds, List<Matter.RelatedMatter> related) {
  public Beside {
    formerIds = List.copyOf(formerIds);
    related = List.copyOf(related);
  }

  public byte[] bytes() {
    CompactOut out = new CompactOut();
    out.texts(formerIds).each(related, each -> out.text(each.matter()).text(each.why()));
    return out.bytes();
  }

  public static Beside read(byte[] bytes) {
    CompactIn in = new CompactIn(bytes);
    return new Beside(in.texts(), in.each(() -> new Matter.RelatedMatter(in.text(), in.text())));
  }

  /** The matter with this beside it. */
  public MatterDraft with(MatterDraft alone) {
    return alone.withFormerIds(formerIds).withRelated(related);
  }
}
