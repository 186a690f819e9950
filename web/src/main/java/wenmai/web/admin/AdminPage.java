package wenmai.web.admin;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import wenmai.corpus.condition.Condition;
import wenmai.corpus.condition.SearchTally;
import wenmai.corpus.store.RefusedFiles;
import wenmai.corpus.store.Setbacks;
import wenmai.web.render.Messages;

/**
 * How the archive fares, as a page (系统管理).
 *
 * @param alarms what somebody ought to do something about, or nothing
 * @param refusedInAll how many files are known that could not be taken in
 * @param setbacks papers of which something could not be worked out
 */
public record AdminPage(
    List<String> alarms,
    List<Figure> papers,
    List<Figure> upkeep,
    List<Figure> disk,
    List<Refused> refused,
    long refusedInAll,
    List<Refused> setbacks,
    List<Figure> searches,
    List<SearchTally.Vain> vain,
    List<Slow> slow) {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  /** Below this share of the disk there is soon no room left. */
  private static final double LITTLE_ROOM = 0.05;

  /** A figure and what it is. */
  public record Figure(String label, String value) {}

  /** A file that could not be taken in. */
  public record Refused(String path, String reason, String remedy, String when) {}

  /** What slow queries look like. */
  public record Slow(String shape, long times, String slowest) {}

  public AdminPage {
    alarms = List.copyOf(alarms);
    papers = List.copyOf(papers);
    upkeep = List.copyOf(upkeep);
    disk = List.copyOf(disk);
    refused = List.copyOf(refused);
    setbacks = List.copyOf(setbacks);
    searches = List.copyOf(searches);
    vain = List.copyOf(vain);
    slow = List.copyOf(slow);
  }

  static AdminPage of(Condition condition, Messages messages, ZoneId zone) {
    return new Writer(condition, messages, zone).page();
  }

  private record Writer(Condition condition, Messages messages, ZoneId zone) {
    AdminPage page() {
      return new AdminPage(
          alarms(),
          papers(),
          upkeep(),
          disk(),
          condition.refused().stream().map(this::refused).toList(),
          condition.refusedInAll(),
          condition.setbacks().stream().map(this::setback).toList(),
          searches(),
          condition.searches().vain(),
          condition.searches().slow().stream().map(Writer::slow).toList());
    }

    private List<String> alarms() {
      List<String> alarms = new ArrayList<>();
      if (condition.check().filter(check -> check.faults() > 0).isPresent()) {
        alarms.add(messages.get("admin.alarm.faults", condition.check().get().faults()));
      }
      if (condition.disk().free() < condition.disk().total() * LITTLE_ROOM) {
        alarms.add(messages.get("admin.alarm.disk", size(condition.disk().free())));
      }
      if (condition.backup().isEmpty() && condition.papers().held() > 0) {
        alarms.add(messages.get("admin.alarm.backup"));
      }
      return alarms;
    }

    private Figure figure(String key, String value) {
      return new Figure(messages.get("admin." + key), value);
    }

    private Figure figure(String key, long value) {
      return figure(key, count(value));
    }

    private List<Figure> papers() {
      Condition.Papers papers = condition.papers();
      return List.of(
          figure("open", papers.open()),
          figure("internal", papers.internal()),
          figure("withdrawn", papers.withdrawn()),
          figure("originals", papers.originals()),
          figure("characters", papers.characters()));
    }

    private List<Figure> upkeep() {
      Condition.Queue queue = condition.queue();
      List<Figure> figures = new ArrayList<>();
      figures.add(figure("journal", queue.journal()));
      figures.add(
          queue.outdated()
              ? figure("index", messages.get("admin.index.outdated"))
              : figure("index", waiting(queue.toIndex())));
      figures.add(figure("derived", waiting(queue.toDerive())));
      figures.add(
          figure(
              "vectors",
              condition
                  .vectors()
                  .map(v -> messages.get("admin.vectors.done", count(v.made()), count(v.waiting())))
                  .orElseGet(() -> messages.get("admin.vectors.none"))));
      figures.add(
          figure(
              "backup",
              condition.backup().map(this::time).orElseGet(() -> messages.get("admin.never"))));
      figures.add(
          figure(
              "check",
              condition.check().map(this::checked).orElseGet(() -> messages.get("admin.never"))));
      return figures;
    }

    private String waiting(long changes) {
      return changes == 0
          ? messages.get("admin.upToDate")
          : messages.get("admin.waiting", count(changes));
    }

    private String checked(Condition.Check check) {
      return check.faults() == 0
          ? messages.get("admin.check.clean", time(check.at()))
          : messages.get("admin.check.faults", time(check.at()), count(check.faults()));
    }

    private List<Figure> disk() {
      Condition.Disk disk = condition.disk();
      return List.of(
          figure("database", size(disk.database())),
          figure("indexSize", size(disk.index())),
          figure("vectorsSize", size(disk.vectors())),
          figure("free", messages.get("admin.free.of", size(disk.free()), size(disk.total()))));
    }

    private List<Figure> searches() {
      SearchTally.Summary searches = condition.searches();
      return List.of(
          figure("searches", searches.searches()),
          figure("foundNothing", searches.foundNothing()),
          figure("tookLong", searches.tookLong()));
    }

    private Refused refused(RefusedFiles.Refused file) {
      return new Refused(file.path(), file.reason(), file.remedy(), time(file.at()));
    }

    private Refused setback(Setbacks.Setback paper) {
      return new Refused(
          paper.path(),
          messages.get("setback." + paper.step()) + " " + paper.reason(),
          messages.get("setback.remedy"),
          time(paper.at()));
    }

    private static Slow slow(SearchTally.Slow slow) {
      return new Slow(slow.shape(), slow.times(), count(slow.slowest().toMillis()));
    }

    private String time(Instant instant) {
      return MINUTE.format(instant.atZone(zone));
    }

    private static String count(long value) {
      return String.format(Locale.ROOT, "%,d", value);
    }

    private static String size(long bytes) {
      double size = bytes;
      String[] units = {"B", "KB", "MB", "GB", "TB"};
      int unit = 0;
      while (size >= 1024 && unit < units.length - 1) {
        size /= 1024;
        unit++;
      }
      return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", size, units[unit]);
    }
  }
}
