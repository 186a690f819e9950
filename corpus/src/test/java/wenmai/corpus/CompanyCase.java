package wenmai.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wenmai.corpus.Reader.Role;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Region;
import wenmai.corpus.document.Visibility;

/** An archive, papers that name their place, and letters that do not. */
abstract class CompanyCase extends ArchiveCase {
  static final Reader STAFF = new Reader(Role.STAFF, Optional.of("林知夏"));

  static final String LETTER =
      """
      县人民政府办公室：

      经县人大常委会主任会议研究，现将代表意见转去，请研究处理，并于10月底前书面答复。

      县人大常委会办公室
      2024年9月3日
      """;

  static OfficialDocument letter(String path) {
    return ReadPapers.read(path, LETTER);
  }

  static OfficialDocument report(String path, String place) {
    String text = "关于" + path + "的报告\n人大常委会：\n有关工作进展顺利。\n" + place + "人民政府\n2024年5月1日\n";
    OfficialDocument paper = ReadPapers.read(path, text);
    assertEquals(Optional.of(place), paper.facts().value(FactKey.REGION).map(Region::name));
    return paper;
  }

  static List<OfficialDocument> reports(String folder, String place, int count) {
    List<OfficialDocument> papers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      papers.add(report(folder + place + i + ".txt", place));
    }
    return papers;
  }

  static OfficialDocument internal(OfficialDocument paper) {
    return new OfficialDocument(
        paper.id(), paper.provenance(), paper.facts(), paper.content(), Visibility.INTERNAL);
  }

  void take(List<OfficialDocument> papers, OfficialDocument... more) {
    List<OfficialDocument> all = new ArrayList<>(papers);
    all.addAll(List.of(more));
    ReadPapers.take(archive, all);
  }

  OfficialDocument standing(OfficialDocument paper) {
    return assertInstanceOf(
            Holding.Held.class,
            archive.openFor(Reader.owner(), TestArchive.TODAY).holding(paper.id()))
        .document()
        .document();
  }

  Optional<String> region(OfficialDocument paper) {
    return standing(paper).facts().value(FactKey.REGION).map(Region::name);
  }

  long lastChange() {
    Reader admin = new Reader(Role.ADMIN, Optional.of("林知夏"));
    return archive.conditionFor(admin).queue().journal();
  }
}
