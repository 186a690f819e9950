package wenmai.web.edit;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import wenmai.corpus.Dossier;
import wenmai.corpus.store.Publication;
import wenmai.web.render.Messages;

/**
 * The page on which staff set a document right (整理页).
 *
 * @param problem what went wrong the last time, or empty
 */
public record EditPage(
    String id,
    String title,
    String state,
    List<Choice> next,
    List<FactLine> facts,
    List<BlockLine> blocks,
    List<StepLine> history,
    String problem) {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  /** A state that may come next. */
  public record Choice(String key, String label) {}

  /** A fact with the box to change it in; what is not there is empty. */
  public record FactLine(String name, String label, String read, String now, String by) {}

  /** What keeps it from the public. */
  public record BlockLine(String code, String label, String detail, String clearedBy) {}

  /** What somebody did. */
  public record StepLine(
      long number,
      String at,
      String who,
      String act,
      String before,
      String after,
      boolean undoable) {}

  public EditPage {
    next = List.copyOf(next);
    facts = List.copyOf(facts);
    blocks = List.copyOf(blocks);
    history = List.copyOf(history);
  }

  static EditPage of(Dossier dossier, String problem, Messages messages, ZoneId zone) {
    return new EditPage(
        dossier.id().value(),
        dossier.title().orElse(messages.get("search.untitled")),
        messages.get("publication." + dossier.state().key()),
        dossier.next().stream()
            .sorted(Comparator.comparing(Publication::key).reversed())
            .map(state -> new Choice(state.key(), messages.get("edit.to." + state.key())))
            .toList(),
        dossier.facts().stream().map(fact -> line(fact, messages)).toList(),
        dossier.blocks().stream().map(block -> line(block, messages)).toList(),
        dossier.history().stream().map(step -> line(step, messages, zone)).toList(),
        problem);
  }

  private static FactLine line(Dossier.FactEntry fact, Messages messages) {
    return new FactLine(
        fact.name(),
        EditRoutes.named(fact.name(), messages),
        fact.read().orElse(""),
        fact.now().orElse(""),
        fact.by().orElse(""));
  }

  private static BlockLine line(Dossier.Block block, Messages messages) {
    return new BlockLine(
        block.code().key(),
        EditRoutes.named(block.code().key(), messages),
        block.detail(),
        block.clearedBy().orElse(""));
  }

  private static StepLine line(Dossier.Step step, Messages messages, ZoneId zone) {
    return new StepLine(
        step.number(),
        MINUTE.format(step.at().atZone(zone)),
        step.who(),
        act(step.act(), messages),
        state(step.before().orElse(""), messages),
        state(step.after().orElse(""), messages),
        step.undoable());
  }

  /** The act and what it was done to: {@code correct:title} is 更正 标题. */
  private static String act(String act, Messages messages) {
    int colon = act.indexOf(':');
    return colon < 0
        ? messages.label("edit.act", act)
        : messages.get(
            "edit.act." + act.substring(0, colon),
            EditRoutes.named(act.substring(colon + 1), messages));
  }

  private static String state(String state, Messages messages) {
    if (state.isEmpty()) {
      return messages.get("edit.state.as-read");
    }
    return state.startsWith("set ")
        ? "“" + state.substring("set ".length()) + "”"
        : messages.label("edit.state", state);
  }
}
