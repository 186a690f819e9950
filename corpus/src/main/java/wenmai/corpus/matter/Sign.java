package wenmai.corpus.matter;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wenmai.corpus.document.CongressSession;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentNumber;
import wenmai.corpus.document.DocumentQuote;
import wenmai.corpus.document.Region;
import wenmai.corpus.document.SessionBody;

/**
 * A paper taken as a certain step of a certain kind of matter (候选环节): what the weaver joins. A
 * paper may give several; a paper that is only cited gives one without a reading.
 *
 * @param name tells it from every other sign: the paper's id, the template, the step, and what it
 *     is narrowed to
 * @param paper empty for a paper that is cited and not held
 * @param keys what tells its matter from others
 * @param pointers papers it names
 * @param evidence words of its paper (or of the paper that cites it) that name it
 */
record Sign(
    String name,
    Optional<PaperCard> paper,
    Template template,
    Stage stage,
    Set<Key> keys,
    Subject subject,
    List<Pointer> pointers,
    DocumentQuote evidence) {
  Sign {
    keys = Set.copyOf(keys);
    pointers = List.copyOf(pointers);
  }

  /** Whether its words single out one paper of a letter that hands over many. */
  boolean namesOne() {
    return paper.filter(each -> !evidence.equals(each.name())).isPresent();
  }

  boolean isHeld() {
    return paper.isPresent();
  }

  Optional<DocumentId> id() {
    return paper.map(PaperCard::id);
  }

  Optional<LocalDate> date() {
    return paper.flatMap(PaperCard::date);
  }

  Optional<Region> region() {
    return paper.flatMap(PaperCard::region);
  }

  Optional<DocumentNumber> number() {
    return paper.flatMap(PaperCard::number);
  }

  /** The session of the standing committee or congress it was before; not of the chairpersons. */
  Optional<CongressSession> session() {
    Optional<SessionBody> body = paper.flatMap(PaperCard::sessionBody);
    return body.filter(SessionBody.CHAIRPERSONS::equals).isPresent()
        ? Optional.empty()
        : paper.flatMap(PaperCard::session);
  }
}
