package wenmai.corpus.reading;

import java.time.LocalDate;
import java.util.Optional;
import wenmai.corpus.text.Quote;

/**
 * One dated entry of the notes under a title (题注): on that day this body did that.
 *
 * @param words what was done as printed, such as 第一次修正 or 公布
 * @param body who did it, as printed, with its term and session; empty where the note names nobody
 * @param instrument the decision by which it was done, without 《》
 * @param quote the entry
 */
public record AmendmentNote(
    LocalDate date,
    Event event,
    String words,
    Optional<String> body,
    Optional<String> instrument,
    Quote quote) {

  /** What was done. */
  public enum Event {
    /** 通过. */
    ADOPTED("通过"),
    /** 修订: the whole text made anew. */
    REVISED("修订"),
    /** 修正、修改: parts of it changed. */
    AMENDED("修正"),
    /** 批准, by a higher body. */
    APPROVED("批准"),
    /** 公布、发布、印发. */
    PUBLISHED("公布"),
    /** 施行、生效. */
    IN_FORCE("施行"),
    /** 废止、失效. */
    REPEALED("废止");

    private final String label;

    Event(String label) {
      this.label = label;
    }

    /** The Chinese word for it. */
    public String label() {
      return label;
    }

    /** Whether the text got its wording by it. */
    public boolean makesVersion() {
      return this == ADOPTED || this == REVISED || this == AMENDED;
    }
  }
}
