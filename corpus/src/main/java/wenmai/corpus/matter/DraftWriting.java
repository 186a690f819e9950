package wenmai.corpus.matter;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.function.Function;
import wenmai.corpus.document.DocumentId;

/**
 * Writes matters down one by one (逐项成稿), reading only their papers; those of several matters are
 * kept for a while. Safe for use by many threads.
 */
public final class DraftWriting {
  /** Characters of papers kept: some 60 MB at most. */
  private static final long KEPT_CHARACTERS = 2_000_000;

  private final DraftWriter writer;
  private final MatterTemplates templates;
  private final Function<DocumentId, MatterPaper> papers;
  private final Cache<DocumentId, PaperReading> readings =
      Caffeine.newBuilder()
          .maximumWeight(KEPT_CHARACTERS)
          .weigher((DocumentId id, PaperReading reading) -> 1 + reading.compact().length())
          .build();

  DraftWriting(
      DraftWriter writer, MatterTemplates templates, Function<DocumentId, MatterPaper> papers) {
    this.writer = writer;
    this.templates = templates;
    this.papers = papers;
  }

  /**
   * A matter as its papers tell it.
   *
   * @param draft with every id it might have had, and without related ones
   */
  public record Written(MatterDraft draft, MatterGist gist) {}

  public Written write(WovenMatter matter) {
    MatterDraft draft = writer.write(matter, this::reading);
    return new Written(draft, MatterGist.of(draft, stands(draft)));
  }

  private PaperReading reading(DocumentId id) {
    return readings.get(id, each -> PaperReading.of(papers.apply(each), templates.folding()));
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
}
