package wenmai.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wenmai.corpus.Accessions.FileLocation;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Region;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.reading.ReadingInput;
import wenmai.corpus.store.Publication;
import wenmai.corpus.text.RepairedText;

/** The place that a paper takes from those beside it, as papers come, move and go. */
class CompanyOverTimeTest extends CompanyCase {
  @Test
  void theOrderInWhichTheyCameDoesNotMatter() {
    OfficialDocument letter = letter("函.txt");
    take(List.of(letter), reports("", "汐塘县", 3).toArray(OfficialDocument[]::new));
    assertEquals(Optional.of("汐塘县"), region(letter));
    String inOrder = TestArchive.export(archive, Reader.owner());
    archive.close();
    archive = TestArchive.open(folder.resolve("other"));
    List<OfficialDocument> reversed = new ArrayList<>(reports("", "汐塘县", 3));
    reversed.add(letter);
    Collections.reverse(reversed);
    take(reversed);
    assertEquals(inOrder, TestArchive.export(archive, Reader.owner()));
  }

  @Test
  void itTakesThePlaceOfThoseThatComeLater() {
    OfficialDocument letter = letter("函.txt");
    take(reports("", "汐塘县", 2), letter);
    assertEquals(Optional.empty(), region(letter), "two papers tell nothing");
    take(List.of(report("又一件.txt", "汐塘县")));
    assertEquals(Optional.of("汐塘县"), region(letter));
  }

  @Test
  void itLosesThePlaceWithThosePapers() {
    OfficialDocument letter = letter("函.txt");
    List<OfficialDocument> reports = reports("", "汐塘县", 3);
    take(reports, letter);
    try (Accessions register = archive.accessions()) {
      register.withdraw(new FileLocation("/papers", reports.getFirst().provenance().source()));
    }
    assertEquals(Optional.empty(), region(letter));
    Facts facts = standing(letter).facts();
    assertEquals(Optional.empty(), facts.value(FactKey.ORGAN));
    assertEquals(letter.facts().value(FactKey.PRINTED_ORGAN), facts.value(FactKey.PRINTED_ORGAN));
  }

  @Test
  void aPaperTakenInAgainUnchangedIsNotWrittenAgain() {
    List<OfficialDocument> reports = reports("", "汐塘县", 3);
    take(reports, letter("函.txt"));
    long before = lastChange();
    take(reports, letter("函.txt"));
    assertEquals(before, lastChange());
  }

  @Test
  void howeverManyThereAreAllAreAsked() {
    List<OfficialDocument> letters = new ArrayList<>();
    for (int i = 0; i < 210; i++) {
      letters.add(ReadPapers.read("函" + i + ".txt", LETTER.replace("10月底", i + "日内")));
    }
    take(letters);
    take(reports("", "汐塘县", 3));
    assertEquals(List.of(), letters.stream().filter(each -> region(each).isEmpty()).toList());
    assertEquals(Optional.of("汐塘县"), region(letters.getFirst()));
  }

  @Test
  void papersThatComeToAFolderAboveAreHeardBelow() {
    OfficialDocument letter = letter("案卷/2024/函.txt");
    take(List.of(letter));
    take(reports("案卷/", "汐塘县", 3));
    assertEquals(Optional.of("汐塘县"), region(letter));
    take(reports("案卷/别的/", "云麓县", 3));
    assertEquals(Optional.empty(), region(letter), "those of a folder beside it are heard above");
  }

  private void move(OfficialDocument paper, String to) {
    Accessions.RegisteredFile file = ReadPapers.accession(paper).file();
    try (Accessions register = archive.accessions()) {
      register.confirm(
          file.location(),
          new Accessions.RegisteredFile(
              new FileLocation("/papers", to),
              file.bytes(),
              file.modifiedMillis(),
              file.sha256(),
              file.documents()));
    }
  }

  @Test
  void itLosesThePlaceWhenThosePapersMoveAndFindsThemWhenItFollows() {
    OfficialDocument letter = letter("甲/函.txt");
    List<OfficialDocument> reports = reports("甲/", "汐塘县", 3);
    List<OfficialDocument> papers = new ArrayList<>(reports);
    papers.addAll(reports("丙/", "云麓县", 2));
    take(papers, letter);
    assertEquals(Optional.of("汐塘县"), region(letter));
    for (OfficialDocument report : reports) {
      move(report, "乙/" + report.id() + ".txt");
    }
    assertEquals(Optional.empty(), region(letter));
    move(letter, "乙/函.txt");
    assertEquals(Optional.of("汐塘县"), region(letter));
  }

  @Test
  void whatARunThatWasBrokenOffDidNotAskTheNextOneDoes() {
    OfficialDocument letter = letter("函.txt");
    List<OfficialDocument> papers = new ArrayList<>(reports("", "汐塘县", 3));
    papers.add(letter);
    brokenOff(papers);
    assertEquals(Optional.empty(), region(letter));
    take(List.of());
    assertEquals(Optional.of("汐塘县"), region(letter));
  }

  /** All of it is on disk, and then the process dies. */
  private void brokenOff(List<OfficialDocument> papers) {
    Accessions dying = archive.accessions();
    papers.forEach(paper -> dying.accept(ReadPapers.accession(paper), () -> {}));
    assertEquals(List.of("/papers"), dying.roots());
    archive.close();
    archive = TestArchive.open(folder);
  }

  @Test
  void thePapersThatPeopleMakeInternalTellAPublicOneNothingFromTheNextRunOn() {
    OfficialDocument letter = letter("函.txt");
    List<OfficialDocument> reports = reports("", "汐塘县", 3);
    take(reports, letter);
    assertEquals(Optional.of("汐塘县"), region(letter));
    Workroom room = archive.workroomFor(STAFF);
    reports.forEach(report -> room.publish(report.id(), Publication.INTERNAL));
    take(List.of());
    assertEquals(Optional.empty(), region(letter));
  }

  @Test
  void whatPeopleSetOfThePapersBesideItIsHeardFromTheNextRunOn() {
    OfficialDocument letter = letter("函.txt");
    List<OfficialDocument> reports = reports("", "汐塘县", 3);
    take(reports, letter);
    Workroom room = archive.workroomFor(STAFF);
    reports.forEach(report -> room.correct(report.id(), "region", Optional.of("云麓县")));
    take(List.of());
    assertEquals(Optional.of("云麓县"), region(letter));
    room.publish(reports.getFirst().id(), Publication.WITHDRAWN);
    take(List.of());
    assertEquals(Optional.empty(), region(letter));
  }

  @Test
  void thoseThatAnotherArchiveReadInCompanyDoNotCount() {
    List<OfficialDocument> brought = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      OfficialDocument alone =
          ReadPapers.read("来" + i + ".txt", LETTER.replace("10月", "1" + i + "月"));
      OfficialDocument read =
          ReadPapers.read(
              new ReadingInput(
                      alone.id(),
                      alone.provenance(),
                      RepairedText.untouched(alone.content().text()),
                      List.of(),
                      Map.of(),
                      Facts.none(),
                      Visibility.PUBLIC)
                  .withCompany(List.of(Region.of("汐塘县"))));
      assertTrue(read.facts().has(FactKey.REGION));
      brought.add(read);
    }
    OfficialDocument letter = letter("函.txt");
    take(brought, letter);
    assertEquals(Optional.empty(), region(letter));
    assertEquals(Optional.of("汐塘县"), region(brought.getFirst()), "they keep what they brought");
    long before = lastChange();
    take(brought);
    take(reports("", "云麓县", 2));
    assertEquals(before + 2, lastChange());
    assertEquals(Optional.of("汐塘县"), region(brought.getFirst()));
  }

  @Test
  void whatWasAskedIsNotAskedAgainWithoutNews() {
    take(reports("", "汐塘县", 3), letter("函.txt"));
    take(List.of(report("又一件.txt", "汐塘县")));
    long before = lastChange();
    take(List.of());
    take(List.of());
    assertEquals(before, lastChange());
  }
}
