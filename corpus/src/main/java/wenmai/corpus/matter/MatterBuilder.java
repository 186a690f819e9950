package wenmai.corpus.matter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Region;

/**
 * Rebuilds the matters of one jurisdiction from its papers (事项重建): begin here. A pure function of
 * the papers, the templates and what people decided; the order of the papers does not matter. Safe
 * for use by many threads.
 *
 * <p>The way: {@link CardReader} reads from each paper alone what may tie it to others, {@link
 * Loom} joins papers by that, {@link DraftWriter} writes down what the papers of each matter say,
 * and {@link WovenMatters#beside} names those that stand beside one another. Only a matter of which
 * something has changed need be written anew.
 */
public final class MatterBuilder {
  /** 批准《某市…条例》: another region's matter goes on in this paper. */
  private static final Pattern REGION_NAMED =
      Pattern.compile("批准《([\\p{IsHan}]{1,8}?(?:省|市|自治区|自治州|县|区|州|盟|旗))");

  private static final int MOST_NAMED = 3;
  private static final Pattern BODY_NAMED =
      Pattern.compile(
          "(?:[《〈]|关于|^)([\\p{IsHan}]{2,4}(?:市|县|区|州|旗))(?=人民政府|人大|人民代表大会|第[一二三四五六七八九十]{1,3}届|[12][0-9]{3}年)");
  private static final int LETTER_HEAD_LINES = 12;
  private static final Pattern LETTER_TO =
      Pattern.compile("^([\\p{IsHan}]{2,7}(?:省|市|县|区|州|盟|旗))(?:人大|人民代表大会)[\\p{IsHan}]{0,20}:$");

  private static final Pattern REGION_ADDRESSED =
      Pattern.compile("^([\\p{IsHan}]{1,8}?(?:省|市|自治区|自治州|县|区|州|盟|旗))(?=[\\p{IsHan}])");

  private final MatterTemplates templates;
  private final CardReader cards;
  private final DraftWriter writer;

  public MatterBuilder(MatterTemplates templates) {
    this.templates = templates;
    this.cards = new CardReader(templates);
    CourseReader course = new CourseReader(templates.cues());
    TermReader terms = new TermReader(templates.calendar());
    this.writer =
        new DraftWriter(
            new ObligationReader(terms, course, templates.calendar(), templates.localTerms()),
            course,
            new DemandReader(templates.cues()),
            new OutcomeReader(course, templates.cues()));
  }

  /**
   * The jurisdictions (by the name of the region) in whose matters a paper may be a step: its own,
   * and where it approves or answers another's, that one too. Empty where no region is known; such
   * a paper is a step of no matter.
   */
  public Set<String> partitions(MatterPaper paper) {
    Set<String> names = new TreeSet<>();
    paper.facts().value(FactKey.REGION).map(Region::name).ifPresent(names::add);
    paper
        .facts()
        .value(FactKey.TITLE)
        .ifPresent(title ->
            first(REGION_NAMED, PaperReading.compact(title, templates.folding()))
                .ifPresent(names::add));
    if (names.isEmpty()) {
      names.addAll(named(paper));
    }
    addressed(paper).forEach(names::add);
    for (String addressee : paper.facts().values(FactKey.ADDRESSEE)) {
      first(REGION_ADDRESSED, PaperReading.compact(addressee, templates.folding()))
          .filter(name -> name.length() > 2)
          .ifPresent(names::add);
    }
    return names;
  }

  /** The regions whose bodies a paper names that does not say where it is from; few, or none. */
  private Set<String> named(MatterPaper paper) {
    String text = PaperReading.compact(paper.text().get(), templates.folding());
    Set<String> names = new TreeSet<>();
    Matcher matcher = BODY_NAMED.matcher(text);
    while (matcher.find() && names.size() <= MOST_NAMED) {
      names.add(matcher.group(1));
    }
    return names.size() <= MOST_NAMED ? names : Set.of();
  }

  /** The region a letter is written to, where it is another than its own: 槿湖区人大常委会办公室： */
  private Set<String> addressed(MatterPaper paper) {
    boolean letter =
        paper.facts().value(FactKey.TITLE).filter(title -> title.strip().endsWith("函")).isPresent();
    if (!letter) {
      return Set.of();
    }
    Set<String> names = new TreeSet<>();
    for (String line : paper.text().get().lines().limit(LETTER_HEAD_LINES).toList()) {
      Matcher matcher = LETTER_TO.matcher(PaperReading.compact(line, templates.folding()));
      if (matcher.find()) {
        names.add(matcher.group(1));
      }
    }
    return names;
  }

  private static Optional<String> first(Pattern pattern, String words) {
    Matcher matcher = pattern.matcher(words);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** What finding the matter of a paper needs of it. */
  public PaperCard card(MatterPaper paper) {
    return cards.read(paper);
  }

  /**
   * Which papers of one jurisdiction are one matter.
   *
   * @param partition one of {@link #partitions}
   * @param papers all papers of that partition for one audience, copies left out, in any order
   */
  public WovenMatters weave(
      String partition, Collection<LinkedCard> papers, StaffDecisions decisions) {
    return new Loom(templates, decisions)
        .weave(
            partition,
            papers.stream()
                .sorted(Comparator.comparing((LinkedCard linked) -> linked.card().id()))
                .toList());
  }

  /**
   * Writes matters down, without what stands beside them.
   *
   * @param papers in full; asked for one matter after another, by many threads
   */
  public DraftWriting writing(Function<DocumentId, MatterPaper> papers) {
    return new DraftWriting(writer, templates, papers);
  }

  /** Which rules these are: another word for each change of them. */
  public String rules() {
    return templates.fingerprint();
  }

  /**
   * The matters of one jurisdiction, by id.
   *
   * @param partition one of {@link #partitions}
   * @param papers all papers of that partition for one audience, copies left out, in any order
   */
  public List<MatterDraft> build(
      String partition, Collection<MatterPaper> papers, StaffDecisions decisions) {
    Map<DocumentId, MatterPaper> byId = new HashMap<>();
    papers.forEach(paper -> byId.put(paper.id(), paper));
    WovenMatters woven =
        weave(
            partition,
            papers.stream().map(paper -> LinkedCard.of(card(paper), paper.resolutions())).toList(),
            decisions);
    DraftWriting writing = writing(id -> Objects.requireNonNull(byId.get(id)));
    List<DraftWriting.Written> written =
        woven.matters().stream()
            .map(writing::write)
            .filter(each -> each.gist().stands())
            .sorted(Comparator.comparing(each -> each.gist().id()))
            .toList();
    List<Beside> beside = woven.beside(written.stream().map(DraftWriting.Written::gist).toList());
    List<MatterDraft> drafts = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      drafts.add(beside.get(i).with(written.get(i).draft()));
    }
    return drafts;
  }
}
