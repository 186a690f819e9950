package wenmai.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.store.Publication;

/** What came out of a mail does not tell the public the name of one that is hidden. */
class PublicSourceTest extends ArchiveCase {
  private static final String TEXT = "澄湄市人大常委会关于堤防隐患的报告\n\n堤防有隐患三处。\n";

  private static OfficialDocument list(String source, OfficialDocument parent) {
    OfficialDocument read = ReadPapers.read(source, "堤防隐患清单\n\n一、城东堤防。\n");
    return ReadPapers.again(read, read.id(), read.visibility(), Optional.of(parent.id()));
  }

  private String source(OfficialDocument paper, Reader reader) {
    return switch (archive.openFor(reader, TestArchive.TODAY).holding(paper.id())) {
      case Holding.Held held -> held.document().document().provenance().source();
      case Holding.Withdrawn gone -> "withdrawn";
      case Holding.Absent absent -> "absent";
    };
  }

  @Test
  void aPublishedAttachmentOfAHiddenMailSaysItsOwnNameAlone() {
    OfficialDocument mail = ReadPapers.read("收/绝密行动.eml", "绝密★10年\n\n" + TEXT);
    OfficialDocument list = list("收/绝密行动.eml!/包.zip!/名单.txt", mail);
    ReadPapers.take(archive, List.of(mail, list));
    archive.workroomFor(STAFF).publish(list.id(), Publication.REVIEWED);
    archive.workroomFor(STAFF).publish(list.id(), Publication.PUBLIC);
    assertEquals("包.zip!/名单.txt", source(list, Reader.anonymous()));
    assertEquals("收/绝密行动.eml!/包.zip!/名单.txt", source(list, STAFF));
  }

  @Test
  void anAttachmentOfAPublicMailAndAMemberOfAZipSayWhereTheyComeFrom() {
    OfficialDocument mail = ReadPapers.read("收/函.eml", TEXT);
    OfficialDocument list = list("收/函.eml!/名单.txt", mail);
    OfficialDocument member = ReadPapers.read("收/包.zip!/简介.txt", "堤防简介\n\n堤防三处。\n");
    OfficialDocument hidden =
        ReadPapers.again(
            ReadPapers.read("收/另.eml", TEXT + "又。"),
            ReadPapers.read("收/另.eml", TEXT + "又。").id(),
            Visibility.INTERNAL,
            Optional.empty());
    ReadPapers.take(archive, List.of(mail, list, member, hidden));
    assertEquals("收/函.eml!/名单.txt", source(list, Reader.anonymous()));
    assertEquals("收/包.zip!/简介.txt", source(member, Reader.anonymous()));
  }
}
