package wenmai.indexer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wenmai.corpus.Accessions;
import wenmai.corpus.Accessions.RegisteredFile;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Visibility;
import wenmai.indexer.source.Source;
import wenmai.indexer.source.SourceFile;

/** What the register knows of files that come along again (已收文件). */
final class KnownFiles {
  private final Accessions register;
  private final OcrPresence ocr;

  KnownFiles(Accessions register, OcrPresence ocr) {
    this.register = register;
    this.ocr = ocr;
  }

  /** By size and time; of what came out of a container these tell nothing. */
  boolean isAsItWas(SourceFile file, Optional<RegisteredFile> known, Nesting nesting) {
    return nesting.isNone()
        && known
            .filter(before -> before.bytes() == file.bytes())
            .filter(before -> before.modifiedMillis() == file.modifiedMillis())
            .filter(before -> !canReadMoreOf(before))
            .isPresent();
  }

  /** Whether it, or what came out of it, was read without OCR, which is here now. */
  boolean canReadMoreOf(RegisteredFile known) {
    return known.wantsOcr() && ocr.isHere();
  }

  /** Whether it gave a paper that the public sees, or something that came out of it did. */
  boolean isPublic(RegisteredFile known) {
    if (isHeldPublic(known)) {
      return true;
    }
    List<RegisteredFile> inside = new ArrayList<>();
    register.registeredUnder(known.location().root(), known.location().path() + "!/", inside::add);
    return inside.stream().anyMatch(this::isHeldPublic);
  }

  private boolean isHeldPublic(RegisteredFile file) {
    return file.documents().stream()
        .flatMap(id -> register.held(id).stream())
        .anyMatch(paper -> paper.visibility() == Visibility.PUBLIC);
  }

  /** The paper of a file, as it stands. */
  Optional<OfficialDocument> paperOf(Optional<RegisteredFile> known) {
    return known.flatMap(file -> file.documents().stream().findFirst()).flatMap(register::held);
  }

  /** What a paper that has been read is to what belongs to it: nothing secret once let pass. */
  Parent as(Arrival arrival, OfficialDocument paper) {
    return wasLetPass(arrival.known()) ? Parent.open(paper.id()) : arrival.as(paper);
  }

  /** The same for what came in its file. */
  Parent around(Arrival arrival, OfficialDocument paper) {
    return wasLetPass(arrival.known()) ? Parent.open(paper.id()) : arrival.around(paper);
  }

  /** Whether a person published it in spite of what it says. */
  private boolean wasLetPass(Optional<RegisteredFile> known) {
    return paperOf(known)
        .filter(paper -> paper.visibility() == Visibility.PUBLIC)
        .filter(KnownFiles::isKeptByItsWords)
        .isPresent();
  }

  static boolean isKeptByItsWords(OfficialDocument paper) {
    return paper.content().warnings().stream()
        .anyMatch(warning -> warning.code().keepsFromPublic());
  }

  /** The paper that the file's paper belongs to. */
  Optional<DocumentId> parentOf(Optional<RegisteredFile> known) {
    return paperOf(known).flatMap(paper -> paper.provenance().parent());
  }

  /** How many papers a file that is as it was stands for. */
  long papersOf(RegisteredFile known) {
    long[] papers = {known.documents().isEmpty() ? 0 : 1};
    if (known.documents().isEmpty()) {
      register.registeredUnder(
          known.location().root(),
          known.location().path() + "!/",
          member -> papers[0] += member.documents().isEmpty() ? 0 : 1);
    }
    return papers[0];
  }

  /** Whether it was internal for what lay beside it or for what was asked, and not for itself. */
  boolean wasKept(Optional<RegisteredFile> known) {
    return paperOf(known).filter(KnownFiles::isKeptForElse).isPresent();
  }

  /** The same of one of the papers that a file gives. */
  boolean wasKept(DocumentId paper) {
    return register.held(paper).filter(KnownFiles::isKeptForElse).isPresent();
  }

  private static boolean isKeptForElse(OfficialDocument paper) {
    return paper.visibility() == Visibility.INTERNAL && !isKeptByItsWords(paper);
  }

  /**
   * The same bytes are registered at a place where nothing stands any more: it was moved.
   *
   * @return what it was; empty where it was not moved
   */
  Optional<RegisteredFile> cameFromElsewhere(Source source, String sha256) {
    for (RegisteredFile before : register.withContent(sha256)) {
      if (!before.documents().isEmpty() && !Removals.stillThere(before.location())) {
        register.confirm(
            before.location(),
            Acceptance.registered(source, sha256, before.documents(), before.wantsOcr()));
        return Optional.of(before);
      }
    }
    return Optional.empty();
  }

  /** Whether something came out of it, or could not be read of it. */
  boolean hasMembers(RegisteredFile file) {
    boolean[] any = {false};
    register.registeredUnder(
        file.location().root(), file.location().path() + "!/", member -> any[0] = true);
    return any[0];
  }
}
