package wenmai.corpus.matter;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Region;

/**
 * What others need to know of a matter (事项摘记): so that those beside it are found without reading
 * it.
 *
 * @param formerIds the ids it would have with another paper as its anchor
 * @param stands whether it is a matter at all: a single paper is one only where it opens one
 * @param standing by what the ledger chooses it
 */
public record MatterGist(
    String id,
    List<String> formerIds,
    MatterType type,
    String subject,
    Optional<Region> region,
    Optional<LocalDate> opened,
    List<Step> steps,
    boolean stands,
    MatterStanding standing) {
  public MatterGist {
    formerIds = List.copyOf(formerIds);
    steps = List.copyOf(steps);
  }

  /**
   * @param stage its name
   */
  record Step(String stage, DocumentId document) {}

  static MatterGist of(MatterDraft draft, boolean stands) {
    return new MatterGist(
        draft.id(),
        draft.formerIds(),
        draft.type(),
        draft.subject(),
        draft.region(),
        draft.opened(),
        draft.stages().stream().map(it -> new Step(it.stage(), it.document())).toList(),
        stands,
        MatterStanding.of(draft));
  }

  public byte[] bytes() {
    CompactOut out = new CompactOut();
    out.text(id).texts(formerIds).text(type.key()).text(subject).text(region).text(opened);
    out.each(steps, step -> out.text(step.stage()).text(step.document().value()));
    out.flag(stands);
    standing.write(out);
    return out.bytes();
  }

  public static MatterGist read(byte[] bytes) {
    CompactIn in = new CompactIn(bytes);
    return new MatterGist(
        in.text(),
        in.texts(),
        in.required(MatterType::ofKey),
        in.text(),
        in.optional().map(Region::parse),
        in.optional().map(LocalDate::parse),
        in.each(() -> new Step(in.name(), in.id())),
        in.flag(),
        MatterStanding.read(in));
  }
}
