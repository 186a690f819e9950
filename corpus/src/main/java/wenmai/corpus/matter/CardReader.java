package wenmai.corpus.matter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import wenmai.corpus.citation.Citation;
import wenmai.corpus.citation.CitationType;
import wenmai.corpus.citation.Resolution;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.Region;
import wenmai.corpus.matter.PaperCard.Description;
import wenmai.corpus.matter.PaperCard.Naming;
import wenmai.corpus.matter.PaperCard.Persons;
import wenmai.corpus.matter.PaperCard.Sentence;
import wenmai.corpus.text.CodePointSpan;
import wenmai.corpus.text.Quote;
import wenmai.corpus.text.SiftedPattern;
import wenmai.corpus.text.Span;

/** Reads from a paper what finding its matter needs (文件摘记识别). Pure. */
final class CardReader {
  /** So much of a sentence without an end is read. */
  private static final int LONGEST_SENTENCE = 2_000;

  private static final String MINUTES = "minutes";

  /** What an office says of itself when its work is appraised (工作评议). */
  private static final String APPRAISED = "appraised";

  private static final int MOST_NAMINGS = 400;
  private static final int MOST_DESCRIPTIONS = 400;

  private final MatterTemplates templates;
  private final KeyReader keyReader;

  CardReader(MatterTemplates templates) {
    this.templates = templates;
    this.keyReader = new KeyReader(templates.keyWords());
  }

  PaperCard read(MatterPaper matterPaper) {
    PaperReading paper = PaperReading.of(matterPaper, templates.folding());
    Facts facts = matterPaper.facts();
    boolean outside = templates.isOutside(paper);
    String about = templates.forms().about(paper);
    Set<String> roles = roles(paper);
    Map<String, Set<Key>> keys = new HashMap<>();
    Set<String> serials = new HashSet<>();
    boolean joint = false;
    boolean personal = false;
    for (Template template : templates.templates()) {
      for (Stage stage : candidates(template, roles, paper)) {
        personal |= template.identity() == Template.Identity.PERSON;
        joint |= stage.is(Stage.Trait.JOINT) && roles.contains(stage.role());
        if (!outside) {
          Set<Key> read = keyReader.read(template, stage, paper, about);
          keys.put(PaperCard.keyOf(template, stage), read);
          serials.addAll(serials(stage, read));
        }
      }
    }
    Predicate<CodePointSpan> told = told(matterPaper, roles.contains(MINUTES));
    return new PaperCard(
        paper.id(),
        paper.title(),
        paper.name(),
        paper.kind(),
        paper.date(),
        facts.value(FactKey.REGION).map(Jurisdictions::ofCongress),
        facts.value(FactKey.NUMBER),
        facts.value(FactKey.SESSION),
        facts.value(FactKey.SESSION_BODY),
        outside,
        subject(paper, about),
        roles,
        joint,
        keys,
        keyReader.serials().listed(paper, serials),
        personal
            ? PersonNames.in(paper, roles.contains(MINUTES), templates.personWords())
            : Persons.NONE,
        outside ? List.of() : opening(paper),
        outside ? List.of() : namings(matterPaper, told),
        outside ? List.of() : descriptions(paper, joint, told),
        templates.ruleTerms().of(paper));
  }

  /** A form is about what its field says; 关于接受工作评议的自查报告 about whose it is. */
  private Subject subject(PaperReading paper, String field) {
    Facts facts = paper.paper().facts();
    Optional<Region> region = facts.value(FactKey.REGION);
    Subject told = templates.subjectWords().of(field.isEmpty() ? paper.title() : field, region);
    return told.isEmpty() && templates.plays(APPRAISED, paper)
        ? facts
            .value(FactKey.ORGAN)
            .map(organ -> templates.subjectWords().of(organ.name(), region))
            .orElse(told)
        : told;
  }

  private Set<String> roles(PaperReading paper) {
    Set<String> known = new HashSet<>();
    Set<String> roles = new HashSet<>();
    for (Template template : templates.templates()) {
      for (Stage stage : template.stages()) {
        if (known.add(stage.role()) && templates.plays(stage.role(), paper)) {
          roles.add(stage.role());
        }
      }
    }
    return roles;
  }

  /** The steps it is by itself, and those that it may be by what it names or what names it. */
  private static Set<Stage> candidates(Template template, Set<String> roles, PaperReading paper) {
    Set<Stage> stages = new HashSet<>();
    template.stages().stream().filter(stage -> roles.contains(stage.role())).forEach(stages::add);
    template.bonds().stream()
        .filter(bond -> bond.takes(paper.kind()))
        .forEach(bond -> template.stage(bond.becomes()).ifPresent(stages::add));
    return stages;
  }

  /** The serial numbers under which a letter may list what it hands over. */
  private static List<String> serials(Stage stage, Set<Key> keys) {
    return stage.is(Stage.Trait.JOINT)
        ? keys.stream()
            .filter(key -> key.kind() == Template.Identity.SERIAL)
            .map(Key::value)
            .toList()
        : List.of();
  }

  private static List<Sentence> opening(PaperReading paper) {
    List<Sentence> opening = new ArrayList<>();
    for (Span sentence : paper.sentences()) {
      CodePointSpan span = paper.quote(sentence.start(), sentence.end()).span();
      if (span.start() >= BondReader.EARLY) {
        break;
      }
      String words = sentence.in(paper.compact());
      opening.add(
          new Sentence(span, words.substring(0, Math.min(LONGEST_SENTENCE, words.length()))));
    }
    return opening;
  }

  /** Where a paper names what it goes with: minutes only where they decide on it. */
  private Predicate<CodePointSpan> told(MatterPaper paper, boolean minutes) {
    if (!minutes) {
      return place -> true;
    }
    List<CodePointSpan> decided =
        MinutedItems.decided(paper.text().get(), templates.cues().decided(), templates.folding());
    return place -> decided.stream().anyMatch(item -> isWithin(place.start(), item));
  }

  private List<Naming> namings(MatterPaper paper, Predicate<CodePointSpan> told) {
    List<Naming> namings = new ArrayList<>();
    List<Resolution> resolutions = paper.resolutions();
    for (int i = 0; i < resolutions.size() && namings.size() < MOST_NAMINGS; i++) {
      Citation citation = resolutions.get(i).citation();
      boolean itself =
          citation.type() == CitationType.SELF || citation.type() == CitationType.RELATIVE;
      if (!itself && told.test(citation.place().span())) {
        String title =
            citation
                .title()
                .map(words -> PaperReading.compact(words, templates.folding()))
                .orElse("");
        namings.add(new Naming(i, title, citation.number(), citation.relation(), citation.place()));
      }
    }
    return namings;
  }

  private static boolean isWithin(int place, CodePointSpan span) {
    return span.start() <= place && place < span.end();
  }

  /**
   * @param whole whether all of the text is looked through, and not its beginning alone
   */
  private List<Description> descriptions(
      PaperReading paper, boolean whole, Predicate<CodePointSpan> told) {
    if (paper.date().isEmpty()) {
      return List.of();
    }
    List<Description> found = new ArrayList<>();
    SiftedPattern.Search search =
        templates.cues().description().in(whole ? paper.compact() : paper.head());
    Optional<MatchResult> match = search.from(0);
    while (found.size() < MOST_DESCRIPTIONS && match.isPresent()) {
      String phrase = templates.cues().handedOver().matcher(match.get().group()).replaceFirst("");
      Subject subject =
          templates.subjectWords().of(phrase, paper.paper().facts().value(FactKey.REGION));
      if (DescribedPapers.tells(subject)) {
        Quote place = paper.quote(match.get().end() - phrase.length(), match.get().end());
        if (told.test(place.span())) {
          found.add(new Description(phrase, subject, place));
        }
      }
      match = search.from(match.get().end());
    }
    return found;
  }
}
