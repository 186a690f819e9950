package wenmai.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wenmai.corpus.Accessions.Accession;
import wenmai.corpus.Accessions.FileLocation;
import wenmai.corpus.Accessions.OriginalBytes;
import wenmai.corpus.Accessions.Paper;
import wenmai.corpus.Accessions.RegisteredFile;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Provenance;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.document.WarningCode;
import wenmai.corpus.store.Publication;

/** The public gets a file as long as all that is in it is public. */
class OriginalReleaseTest extends ArchiveCase {
  private static final String MARK = "机密★10年\n\n";
  private static final String TEXT = "澄湄市人大常委会关于堤防隐患的报告\n\n堤防有隐患三处，已经加固两处。\n";
  private static final OfficialDocument MAIL = ReadPapers.read("in/m.eml", TEXT);

  /** A paper of this source, whose original has these bytes. */
  private static OfficialDocument paper(
      String source, String text, Optional<DocumentId> parent, String sha256) {
    OfficialDocument read = ReadPapers.read(source, text);
    Provenance from = read.provenance();
    return new OfficialDocument(
        read.id(),
        new Provenance(
            from.externalId(),
            from.source(),
            sha256.isEmpty() ? from.sha256() : sha256,
            from.bytes(),
            from.mediaType(),
            parent),
        read.facts(),
        read.content(),
        read.visibility());
  }

  private static OfficialDocument attached(String source, String text, OfficialDocument parent) {
    return paper(source, text, Optional.of(parent.id()), "");
  }

  private boolean isGiven(OfficialDocument paper, Reader reader) {
    ReadingRoom room = archive.openFor(reader, TestArchive.TODAY);
    boolean given = room.original(paper.id()).isPresent();
    boolean seen = room.holding(paper.id()) instanceof Holding.Held;
    assertEquals(seen && !given, room.withholdsOriginal(paper.id()));
    return given;
  }

  private boolean isGiven(OfficialDocument paper) {
    assertEquals(true, isGiven(paper, STAFF), "staff look into all");
    return isGiven(paper, Reader.anonymous());
  }

  private void publish(OfficialDocument paper) {
    Workroom staff = archive.workroomFor(STAFF);
    staff.clear(paper.id(), WarningCode.SECRECY_MARK);
    staff.publish(paper.id(), Publication.REVIEWED);
    staff.publish(paper.id(), Publication.PUBLIC);
  }

  @Test
  void aMailIsWithheldUntilItsMarkedAttachmentIsPublished() {
    OfficialDocument open = attached("in/m.eml!/名单.docx", "代表名单\n\n一、闻帆。\n", MAIL);
    OfficialDocument marked = attached("in/m.eml!/清单.docx", MARK + "清单\n\n一、城东。\n", MAIL);
    ReadPapers.take(archive, List.of(MAIL, open));
    assertEquals(true, isGiven(MAIL));
    ReadPapers.take(archive, List.of(marked));
    assertEquals(false, isGiven(MAIL));
    assertEquals(true, isGiven(open), "which is a file of its own");
    publish(marked);
    assertEquals(true, isGiven(MAIL));
    archive.workroomFor(STAFF).publish(marked.id(), Publication.WITHDRAWN);
    assertEquals(false, isGiven(MAIL));
  }

  @Test
  void aMailIsWithheldUntilAllThatIsAttachedToItHasComeIn() {
    Accession whole = ReadPapers.accession(MAIL);
    RegisteredFile file = whole.file();
    RegisteredFile begun =
        new RegisteredFile(file.location(), file.bytes(), -1, "", file.documents());
    try (Accessions accessions = archive.accessions()) {
      accessions.accept(new Accession(begun, whole.originals(), whole.papers()), () -> {});
    }
    assertEquals(false, isGiven(MAIL));
    try (Accessions accessions = archive.accessions()) {
      accessions.confirm(file.location(), file);
    }
    assertEquals(true, isGiven(MAIL));
  }

  @Test
  void aMailIsWithheldWhileSomethingInItIsUnread() {
    OfficialDocument open = attached("in/m.eml!/名单.docx", "代表名单\n\n一、闻帆。\n", MAIL);
    ReadPapers.take(archive, List.of(MAIL, open));
    FileLocation scan = new FileLocation("/papers", "in/m.eml!/扫描.pdf");
    try (Accessions accessions = archive.accessions()) {
      accessions.accept(
          new Accession(
              new RegisteredFile(scan, 0, Long.MIN_VALUE, "", List.of()), Map.of(), List.of()),
          () -> {});
    }
    assertEquals(false, isGiven(MAIL));
    assertEquals(true, isGiven(open), "which is a file of its own");
    ReadPapers.take(archive, List.of(attached("in/m.eml!/扫描.pdf", "堤防清单\n\n一处。\n", MAIL)));
    assertEquals(true, isGiven(MAIL));
  }

  @Test
  void whatIsMarkedFurtherDownCountsAsWell() {
    OfficialDocument zip = attached("in/m.eml!/包.zip!/清单.docx", MARK + "清单\n\n一、城东。\n", MAIL);
    ReadPapers.take(archive, List.of(MAIL, zip));
    assertEquals(false, isGiven(MAIL));
  }

  @Test
  void whatLiesBesideAPaperIsNotInItsFile() {
    OfficialDocument beside = attached("in/附件1.docx", MARK + "清单\n\n一、城东。\n", MAIL);
    OfficialDocument like = attached("in/m.eml.docx", MARK + "清单\n\n一、城西。\n", MAIL);
    OfficialDocument open = paper("a.zip!/a.docx", TEXT + "又。\n", Optional.empty(), "");
    OfficialDocument kept = paper("a.zip!/b.docx", MARK + TEXT, Optional.empty(), "");
    ReadPapers.take(archive, List.of(MAIL, beside, like, open, kept));
    assertEquals(true, isGiven(MAIL));
    assertEquals(true, isGiven(open));
  }

  @Test
  void everyPartOfAnIssueIsInTheSameFile() {
    OfficialDocument front = paper("公报.txt", "公报\n\n目录\n", Optional.empty(), "");
    String sha256 = front.provenance().sha256();
    OfficialDocument open = paper("公报.txt!/1", TEXT, Optional.of(front.id()), sha256);
    OfficialDocument kept = paper("公报.txt!/2", MARK + TEXT, Optional.of(front.id()), sha256);
    List<OfficialDocument> papers = List.of(front, open, kept);
    byte[] bytes = "公报\n\n目录\n".getBytes(StandardCharsets.UTF_8);
    try (Accessions accessions = archive.accessions()) {
      accessions.accept(
          new Accession(
              new RegisteredFile(
                  new FileLocation("/papers", "公报.txt"),
                  3,
                  0,
                  sha256,
                  papers.stream().map(OfficialDocument::id).toList()),
              Map.of(sha256, new OriginalBytes.InMemory(bytes)),
              papers.stream()
                  .map(paper -> new Paper(paper, paper.content().text(), "test"))
                  .toList()),
          () -> {});
    }
    assertEquals(Visibility.INTERNAL, kept.visibility());
    assertEquals(false, isGiven(front));
    assertEquals(false, isGiven(open));
    // the same as lines of an export: where they came from is known by their records alone
    try (Accessions accessions = archive.accessions()) {
      for (OfficialDocument paper : papers) {
        accessions.accept(
            new Accession(
                new RegisteredFile(
                    new FileLocation("/papers", "all.jsonl!/" + paper.id().value()),
                    3,
                    0,
                    paper.id().value(),
                    List.of(paper.id())),
                Map.of(),
                List.of(new Paper(paper, paper.content().text(), "test"))),
            () -> {});
      }
    }
    assertEquals(false, isGiven(front));
    assertEquals(false, isGiven(open));
    publish(kept);
    assertEquals(true, isGiven(open));
  }

  private void takeAsLine(OfficialDocument paper) {
    try (Accessions accessions = archive.accessions()) {
      accessions.accept(
          new Accession(
              new RegisteredFile(
                  new FileLocation("/papers", "all.jsonl!/" + paper.id().value()),
                  3,
                  0,
                  paper.id().value(),
                  List.of(paper.id())),
              Map.of(),
              List.of(new Paper(paper, paper.content().text(), "test"))),
          () -> {});
    }
  }

  @Test
  void aMailThatCameBackAsALineIsWithheldWhileSomethingInItIsUnread() {
    OfficialDocument other = ReadPapers.read("in/n.eml", TEXT + "又。\n");
    ReadPapers.take(archive, List.of(MAIL, other));
    FileLocation locked = new FileLocation("/papers", "in/m.eml!/材料.zip!/一.docx");
    try (Accessions accessions = archive.accessions()) {
      accessions.accept(
          new Accession(
              new RegisteredFile(locked, 0, Long.MIN_VALUE, "", List.of()), Map.of(), List.of()),
          () -> {});
    }
    takeAsLine(MAIL);
    takeAsLine(other);
    assertEquals(false, isGiven(MAIL));
    assertEquals(true, isGiven(other), "nothing in it went unread");
    try (Accessions accessions = archive.accessions()) {
      accessions.withdraw(locked);
    }
    assertEquals(true, isGiven(MAIL));
    try (Accessions accessions = archive.accessions()) {
      accessions.withdraw(new FileLocation("/papers", "in/m.eml"));
    }
    assertEquals(false, isGiven(MAIL), "nobody can tell what is in it");
  }

  @Test
  void documentsOfOneOfdMayShowPagesOfOneAnother() {
    OfficialDocument open = paper("案卷.OFD!/1.ofd", TEXT, Optional.empty(), "");
    OfficialDocument kept = paper("案卷.OFD!/2.ofd", MARK + TEXT, Optional.empty(), "");
    ReadPapers.take(archive, List.of(open, kept));
    assertEquals(false, isGiven(open));
    publish(kept);
    assertEquals(true, isGiven(open));
  }
}
