package wenmai.corpus.matter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
 * <p>The way: {@link SignReader} says which step of which kind of matter each paper may be, {@link
 * MatterWeaver} joins them, {@link DraftWriter} writes down what the papers of each matter say.
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
  private final DraftWriter writer;

  public MatterBuilder(MatterTemplates templates) {
    this.templates = templates;
    CourseReader course = new CourseReader(templates.cues());
    TermReader terms = new TermReader(templates.calendar());
    this.writer =
        new DraftWriter(
            new ObligationReader(terms, course, templates.calendar()),
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

  /**
   * The matters of one jurisdiction, by id.
   *
   * @param partition one of {@link #partitions}
   * @param papers all papers of that partition for one audience, copies left out, in any order
   */
  public List<MatterDraft> build(
      String partition, Collection<MatterPaper> papers, StaffDecisions decisions) {
    List<PaperReading> readings =
        papers.stream()
            .sorted(Comparator.comparing(MatterPaper::id))
            .map(paper -> PaperReading.of(paper, templates.folding()))
            .toList();
    Map<String, List<Sign>> byTemplate = signs(readings);
    List<Bundle> bundles = new ArrayList<>();
    for (List<Sign> signs : byTemplate.values()) {
      for (Bundle bundle : new MatterWeaver(decisions).weave(signs)) {
        if (isMatter(bundle, partition)) {
          bundles.add(bundle);
        }
      }
    }
    Map<DocumentId, List<Bundle>> byDocument = byDocument(bundles);
    List<MatterDraft> drafts =
        bundles.stream()
            .filter(bundle -> !givesWay(bundle, byDocument))
            .map(bundle -> writer.write(bundle, decisions))
            .filter(draft -> stands(draft))
            .sorted(Comparator.comparing(MatterDraft::id))
            .toList();
    return related(withFormerIds(drafts), bundles);
  }

  /** What papers name comes before what is merely alike. */
  private static List<MatterDraft> related(List<MatterDraft> drafts, List<Bundle> bundles) {
    Mentions mentions = new Mentions(drafts, bundles);
    Lookalikes lookalikes = Lookalikes.among(drafts);
    List<MatterDraft> out = new ArrayList<>();
    for (MatterDraft draft : drafts) {
      Map<String, Matter.RelatedMatter> others = new LinkedHashMap<>();
      mentions.of(draft).forEach(each -> others.putIfAbsent(each.matter(), each));
      lookalikes.of(draft).forEach(each -> others.putIfAbsent(each.matter(), each));
      out.add(draft.withRelated(List.copyOf(others.values())));
    }
    return out;
  }

  private Map<String, List<Sign>> signs(List<PaperReading> readings) {
    SignReader reader = new SignReader(templates, PersonNames.read(readings, templates));
    List<PaperReading> inside =
        readings.stream().filter(reading -> !templates.isOutside(reading)).toList();
    List<Sign> named = new ArrayList<>();
    inside.forEach(reading -> named.addAll(reader.read(reading)));
    Map<DocumentId, List<Pointer>> pointers = pointers(inside, named, reader);
    List<Sign> signs = new ArrayList<>();
    inside.forEach(reading ->
        signs.addAll(reader.read(reading, pointers.getOrDefault(reading.id(), List.of()))));
    signs.addAll(new BondReader(templates, reader).read(inside, pointers, signs));
    signs.addAll(new CitedPapers(templates).of(signs));
    Map<String, List<Sign>> byTemplate = new TreeMap<>();
    for (Sign sign : signs) {
      byTemplate.computeIfAbsent(sign.template().id(), id -> new ArrayList<>()).add(sign);
    }
    return byTemplate;
  }

  /** What each paper names, by title, number or description. */
  private Map<DocumentId, List<Pointer>> pointers(
      List<PaperReading> papers, List<Sign> known, SignReader reader) {
    DescribedPapers described = new DescribedPapers(templates, known);
    Set<DocumentId> joint = new HashSet<>();
    known.stream()
        .filter(sign -> sign.stage().is(Stage.Trait.JOINT))
        .forEach(sign -> sign.id().ifPresent(joint::add));
    Map<DocumentId, List<Pointer>> pointers = new HashMap<>();
    for (PaperReading paper : papers) {
      List<Pointer> all = new ArrayList<>(reader.pointers(paper));
      Set<DocumentId> told = new HashSet<>();
      all.forEach(pointer -> told.addAll(pointer.targets()));
      described.in(paper, joint.contains(paper.id())).stream()
          .filter(pointer -> told.addAll(pointer.targets()))
          .forEach(all::add);
      pointers.put(paper.id(), all);
    }
    return pointers;
  }

  private static boolean isMatter(Bundle bundle, String partition) {
    Template template = bundle.signs().getFirst().template();
    List<Sign> held = bundle.signs().stream().filter(Sign::isHeld).toList();
    boolean needed =
        bundle.signs().stream()
            .anyMatch(sign ->
                (sign.isHeld() ? template.needs() : template.needsCited())
                    .contains(sign.stage().role()));
    boolean home = held.stream().anyMatch(sign -> isHome(sign, partition));
    if (!needed || !home) {
      return false;
    }
    return bundle.documents().size() > 1
        || held.stream()
            .anyMatch(sign ->
                (sign.stage().is(Stage.Trait.OPENS)
                        && (!sign.stage().is(Stage.Trait.JOINT) || sign.namesOne()))
                    || sign.stage().is(Stage.Trait.OPENS_IF_OWED));
  }

  /** A paper of the place; of another place's papers, one that was sent here. */
  private static boolean isHome(Sign sign, String partition) {
    boolean here = sign.region().map(Region::name).filter(partition::equals).isPresent();
    return here != sign.stage().is(Stage.Trait.ABROAD);
  }

  /** A single paper that opens a matter only where it sets a term for something. */
  private boolean stands(MatterDraft draft) {
    if (draft.stages().size() > 1) {
      return true;
    }
    String name = draft.stages().getFirst().stage();
    Optional<Template> template =
        templates.templates().stream()
            .filter(each -> draft.id().startsWith(each.id() + "-"))
            .findFirst();
    boolean opens =
        template.isPresent()
            && template.get().stages().stream()
                .anyMatch(stage -> stage.name().equals(name) && stage.is(Stage.Trait.OPENS));
    return opens || draft.obligations().stream().anyMatch(each -> each.due().isPresent());
  }

  private static boolean givesWay(Bundle bundle, Map<DocumentId, List<Bundle>> byDocument) {
    Template template = bundle.signs().getFirst().template();
    return !template.givesWayTo().isEmpty()
        && bundle.documents().stream()
            .limit(1)
            .flatMap(document -> byDocument.getOrDefault(document, List.of()).stream())
            .anyMatch(other ->
                template.givesWayTo().contains(other.signs().getFirst().template().id())
                    && other.documents().containsAll(bundle.documents()));
  }

  private static Map<DocumentId, List<Bundle>> byDocument(List<Bundle> bundles) {
    Map<DocumentId, List<Bundle>> byDocument = new HashMap<>();
    for (Bundle bundle : bundles) {
      for (DocumentId document : bundle.documents()) {
        byDocument.computeIfAbsent(document, id -> new ArrayList<>()).add(bundle);
      }
    }
    return byDocument;
  }

  /** Of the ids a matter would have with another paper as its anchor, those that are no other's. */
  private static List<MatterDraft> withFormerIds(List<MatterDraft> drafts) {
    Map<String, Integer> holders = new HashMap<>();
    Set<String> taken = new HashSet<>();
    for (MatterDraft draft : drafts) {
      taken.add(draft.id());
      draft.formerIds().forEach(id -> holders.merge(id, 1, Integer::sum));
    }
    List<MatterDraft> out = new ArrayList<>();
    for (MatterDraft draft : drafts) {
      List<String> former =
          draft.formerIds().stream()
              .filter(id -> !taken.contains(id) && holders.getOrDefault(id, 0) == 1)
              .sorted()
              .toList();
      out.add(draft.withFormerIds(former));
    }
    return out;
  }
}
