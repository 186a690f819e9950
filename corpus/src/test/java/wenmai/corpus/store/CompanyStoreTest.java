package wenmai.corpus.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenmai.corpus.Papers;
import wenmai.corpus.document.Region;
import wenmai.corpus.document.Visibility;

/** What is kept of whom to ask, and that nobody is asked who is no longer there. */
class CompanyStoreTest {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final Register.Place ROOT = new Register.Place("/r", "");

  @TempDir Path folder;
  private Depot depot;

  @BeforeEach
  void open() {
    depot = Depot.openForWriting(Premises.in(folder.resolve("data")), "test", CLOCK);
  }

  @AfterEach
  void close() {
    depot.close();
  }

  private void put(Papers... papers) {
    var unused =
        depot.write(session -> {
          Register register = new Register(session);
          for (Papers paper : papers) {
            register.put(DepotTest.entry(paper), List.of(DepotTest.prepared(paper)), CLOCK);
          }
          return register.written();
        });
  }

  private CompanyDue.Due due() {
    return depot.read(session -> new CompanyDue(session).due());
  }

  private void done() {
    CompanyDue.Due due = due();
    var unused =
        depot.write(session -> {
          new CompanyDue(session).done(due, Map.of());
          return due;
        });
  }

  private static Register.Place at(String path) {
    return new Register.Place("/r", path);
  }

  @Test
  void aPaperThatWasTakenOutMeanwhileIsNotSetUpAgain() {
    Papers paper = Papers.at("a/函.txt", "一封信");
    put(paper);
    long doc = depot.read(session -> new Documents(session).row(paper.id()).orElseThrow().doc());
    Register.Written written =
        depot.write(session -> {
          session.update("INSERT INTO revision (doc, json) SELECT doc, json FROM record");
          Register register = new Register(session);
          register.withdraw(at("a/函.txt"), CLOCK);
          register.readInCompany(doc, Visibility.PUBLIC, List.of(), CLOCK);
          return register.written();
        });
    assertEquals(1, written.changes().size());
    boolean held =
        depot.read(session -> new Documents(session).row(paper.id()).orElseThrow().isHeld());
    assertFalse(held);
  }

  @Test
  void foldersAreDueUntilTheyWereAsked() {
    put(Papers.at("a\n 3/x.txt", "甲"), Papers.at("b/c/y.txt", "乙"));
    assertEquals(Set.of(at("a\n 3/"), at("b/c/")), due().folders());
    done();
    assertEquals(Set.of(), due().folders());
    depot.write(session -> {
      Register register = new Register(session);
      register.withdraw(at("a\n 3/x.txt"), CLOCK);
      return register.written();
    });
    assertEquals(Set.of(at("a\n 3/")), due().folders());
    done();
    assertEquals(Set.of(), due().folders());
  }

  @Test
  void ofWhatMovedBothFoldersAreDue() {
    Papers paper = Papers.at("a/x.txt", "甲");
    put(paper);
    done();
    Register.Entry was = DepotTest.entry(paper);
    depot.write(session -> {
      Register register = new Register(session);
      register.confirm(
          was.place(),
          new Register.Entry(
              at("b/x.txt"), was.bytes(), was.modifiedMillis(), was.sha256(), was.documents()),
          CLOCK);
      return register.written();
    });
    assertEquals(Set.of(at("a/"), at("b/")), due().folders());
    assertEquals(Set.of(at("b/")), due().came());
  }

  @Test
  void papersAreGivenAFewAtATimeEachOnce() {
    put(Papers.at("a/x.txt", "甲"), Papers.at("a/b/y.txt", "乙"), Papers.at("z.txt", "丙"));
    CompanyDue.Due due = due();
    List<CompanyDue.Alone> first =
        depot.read(session -> new CompanyDue(session).under(ROOT, Optional.empty(), 2));
    assertEquals(
        List.of(at("a/b/y.txt"), at("a/x.txt")),
        first.stream().map(CompanyDue.Alone::file).toList());
    List<CompanyDue.Alone> rest =
        depot.read(session -> new CompanyDue(session).under(ROOT, Optional.of(first.getLast()), 2));
    assertEquals(List.of(at("z.txt")), rest.stream().map(CompanyDue.Alone::file).toList());
    List<CompanyDue.Alone> changed =
        depot.read(session -> new CompanyDue(session).changed(1, due.upTo(), 5));
    assertEquals(
        List.of(at("a/b/y.txt"), at("z.txt")),
        changed.stream().map(CompanyDue.Alone::file).toList());
  }

  @Test
  void aFolderIsCountedOnceForAllThatAsk() {
    Company.Answers answers = new Company.Answers();
    Company.Answer before = depot.read(session -> new Company(session, answers).answer(ROOT));
    put(Papers.at("x.txt", "甲"));
    assertSame(before, depot.read(session -> new Company(session, answers).answer(ROOT)));
  }

  private boolean isNews(Company.Answer answer) {
    return depot.read(session -> new CompanyDue(session).isNews(ROOT, answer));
  }

  @Test
  void whatAFolderAgreedOnIsNewsUntilItIsKept() {
    Company.Answer answer = new Company.Answer(List.of(), List.of(Region.of("汐塘县")));
    assertTrue(isNews(answer));
    CompanyDue.Due due = due();
    depot.write(session -> {
      new CompanyDue(session).done(due, Map.of(ROOT, answer));
      return due;
    });
    assertFalse(isNews(answer));
  }
}
