package wenmai.corpus.reading;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.Organ;
import wenmai.corpus.document.OrganLevel;
import wenmai.corpus.version.AmendmentEvent;
import wenmai.corpus.version.AmendmentNote;

/**
 * What a norm is (规范的位阶) by who made it: the same 办法 is a regulation of a province, a rule of a
 * ministry, a normative document of a district. Follows 立法法, chapters 2 to 5.
 */
final class NormKind {
  private NormKind() {}

  static Kind of(Draft draft, Optional<Organ> organ) {
    String title = KindRules.core(draft.title().map(Title::compact).orElse(""));
    if (title.contains("宪法") && draft.genre().equals("宪法")) {
      return Kind.CONSTITUTION;
    }
    String name = organ.map(Organ::name).orElse("");
    if (name.startsWith("全国人民代表大会")) {
      return Kind.LAW;
    }
    if (name.startsWith("国务院") || name.contains("政务院") || isApprovedByStateCouncil(draft)) {
      return Kind.ADMINISTRATIVE_REGULATION;
    }
    if (name.contains("最高人民法院") || name.contains("最高人民检察院")) {
      return Kind.JUDICIAL_INTERPRETATION;
    }
    if (name.contains("人民代表大会")) {
      return ofCongress(draft, title, name);
    }
    if (name.endsWith("人民政府")) {
      return title.endsWith("条例") ? Kind.REGULATION : ordered(draft);
    }
    if (!name.isEmpty()) {
      return ordered(draft);
    }
    return withoutOrgan(draft, title);
  }

  /** Before 2000 the State Council approved many regulations that a ministry then promulgated. */
  private static boolean isApprovedByStateCouncil(Draft draft) {
    return draft
        .notes()
        .first(AmendmentEvent.APPROVED)
        .flatMap(AmendmentNote::body)
        .filter(body -> body.startsWith("国务院"))
        .isPresent();
  }

  private static Kind ofCongress(Draft draft, String title, String name) {
    boolean approved = draft.notes().has(AmendmentEvent.APPROVED);
    List<String> chain = draft.places().chainAt(name, PlaceNames.Lenience.BEFORE_ORGAN);
    String place = chain.isEmpty() ? "" : chain.getLast();
    boolean province = place.endsWith("省") || place.endsWith("自治区");
    boolean municipality = OrganLevel.isMunicipality(place);
    boolean legislature =
        title.endsWith("条例")
            || approved
            || province
            || municipality
            || draft.places().isPrefecture(place);
    return legislature ? Kind.REGULATION : Kind.NORMATIVE_DOCUMENT;
  }

  /** Published by an order (令) it is a rule (规章). */
  private static Kind ordered(Draft draft) {
    boolean order =
        draft.notes().all().stream()
                .anyMatch(note ->
                    draft.rules().phrases().any("orders").matcher(note.quote().words()).find())
            || draft.rules().phrases().any("orders").matcher(heading(draft)).find();
    return order ? Kind.RULE : Kind.NORMATIVE_DOCUMENT;
  }

  /** The lines of the heading, one after the other: 令 and 第38号 often stand on two. */
  private static String heading(Draft draft) {
    return draft.head().entries().stream()
        .map(entry -> entry.line().compact())
        .collect(Collectors.joining());
  }

  private static Kind withoutOrgan(Draft draft, String title) {
    if (draft.rules().phrases().any("national-laws").matcher(title).find()) {
      return Kind.LAW;
    }
    if (title.endsWith("条例")) {
      boolean local =
          !draft.places().chainAt(title, PlaceNames.Lenience.ANYWHERE).isEmpty()
              || draft.rules().phrases().any("own-area").matcher(draft.sheet().compact()).find();
      return local ? Kind.REGULATION : Kind.ADMINISTRATIVE_REGULATION;
    }
    return Kind.NORMATIVE_DOCUMENT;
  }
}
