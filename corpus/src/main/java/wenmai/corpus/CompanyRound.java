package wenmai.corpus;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wenmai.corpus.document.Region;
import wenmai.corpus.store.Company;
import wenmai.corpus.store.CompanyDue;
import wenmai.corpus.store.CompanyDue.Alone;
import wenmai.corpus.store.CompanyDue.Due;
import wenmai.corpus.store.Depot;
import wenmai.corpus.store.Register;
import wenmai.corpus.store.Rereader;
import wenmai.corpus.store.Session;
import wenmai.corpus.store.StoreProblem;

/**
 * Lets papers that name their place by its level only be told by those they lie beside (同卷重读),
 * whatever changed since this was done last. Folders are counted before anything is written, each
 * once; papers are asked a few at a time, each few with a commit of their own.
 */
final class CompanyRound {
  private static final Logger LOG = LoggerFactory.getLogger(CompanyRound.class);

  /** Papers read again within one transaction, which whoever else writes waits for. */
  private static final int AT_A_TIME = 64;

  private final Depot depot;
  private final Upkeep upkeep;
  private final Rereader reader;
  private final Company.Answers answers = new Company.Answers();

  CompanyRound(Depot depot, Upkeep upkeep, Rereader reader) {
    this.depot = depot;
    this.upkeep = upkeep;
    this.reader = reader;
  }

  /**
   * @param company the places that the papers beside it are of
   */
  private record Question(Alone paper, List<Region> company) {}

  void run() {
    if (!reader.equals(Rereader.NONE)) {
      upkeep.inTurn(this::askWhoIsDue);
    }
  }

  private void askWhoIsDue() {
    Due due = depot.read(session -> new CompanyDue(session).due());
    if (due.folders().isEmpty()) {
      return;
    }
    Map<Register.Place, Company.Answer> counted = depot.read(session -> count(session, due));
    Set<Register.Place> news = depot.read(session -> news(session, counted));
    news.addAll(due.came());
    for (Register.Place folder : news) {
      if (folder.above().filter(above -> isWithin(above, news)).isEmpty()) {
        askUnder(folder);
      }
    }
    askChanged(due, news);
    upkeep.write(
        session -> {
          new CompanyDue(session).done(due, counted);
          return new Register(session).written();
        },
        () -> {});
  }

  private Map<Register.Place, Company.Answer> count(Session session, Due due) {
    Company company = new Company(session, answers);
    Map<Register.Place, Company.Answer> counted = new LinkedHashMap<>();
    for (Register.Place folder : CompanyDue.withThoseAbove(due.folders())) {
      counted.put(folder, company.answer(folder));
    }
    return counted;
  }

  private static Set<Register.Place> news(
      Session session, Map<Register.Place, Company.Answer> counted) {
    CompanyDue due = new CompanyDue(session);
    Set<Register.Place> news = new HashSet<>();
    counted.forEach((folder, answer) -> {
      if (due.isNews(folder, answer)) {
        news.add(folder);
      }
    });
    return news;
  }

  private static boolean isWithin(Register.Place folder, Set<Register.Place> asked) {
    return asked.contains(folder) || folder.above().filter(up -> isWithin(up, asked)).isPresent();
  }

  private void askUnder(Register.Place folder) {
    Optional<Alone> last = Optional.empty();
    do {
      Optional<Alone> before = last;
      List<Alone> some =
          depot.read(session -> new CompanyDue(session).under(folder, before, AT_A_TIME));
      ask(some);
      last = some.isEmpty() ? Optional.empty() : Optional.of(some.getLast());
    } while (last.isPresent());
  }

  /** Papers of folders of which there is no news may still be new themselves. */
  private void askChanged(Due due, Set<Register.Place> asked) {
    long after = due.after();
    while (after < due.upTo()) {
      long from = after;
      List<Alone> some =
          depot.read(session -> new CompanyDue(session).changed(from, due.upTo(), AT_A_TIME));
      ask(some.stream().filter(paper -> !isWithin(paper.file().inFolder(), asked)).toList());
      after = some.isEmpty() ? due.upTo() : some.getLast().seq();
    }
  }

  private void ask(List<Alone> papers) {
    List<Question> questions = depot.read(session -> questions(session, papers));
    if (!questions.isEmpty()) {
      upkeep.write(session -> read(session, questions), () -> {});
    }
  }

  private List<Question> questions(Session session, List<Alone> papers) {
    Company company = new Company(session, answers);
    List<Question> questions = new ArrayList<>();
    for (Alone paper : papers) {
      List<Region> places = company.nearest(paper.file(), paper.visibility());
      if (paper.isRevised() || !places.isEmpty()) {
        questions.add(new Question(paper, places));
      }
    }
    return questions;
  }

  private Register.Written read(Session session, List<Question> questions) {
    Register register = new Register(session, reader);
    questions.forEach(question -> read(register, question));
    return register.written();
  }

  /** What fails in one paper stops no other: its record is damaged, or the fault is ours. */
  private void read(Register register, Question question) {
    Alone paper = question.paper();
    try {
      register.readInCompany(paper.doc(), paper.visibility(), question.company(), depot.clock());
    } catch (StoreProblem e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("[{}] could not be read in the company of its folder", paper.doc(), e);
    }
  }
}
