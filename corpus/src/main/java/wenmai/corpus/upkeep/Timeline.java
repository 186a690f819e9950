package wenmai.corpus.upkeep;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import wenmai.corpus.document.Status;
import wenmai.corpus.version.Expression;
import wenmai.corpus.version.StatusOn;
import wenmai.corpus.version.Strike;

/**
 * How a document stands on every day there is (时效变化): it changes only on the days that some text
 * names, so those few say everything.
 *
 * @param first before any of the changes
 * @param changes in order of their days
 */
record Timeline(Status first, List<Change> changes) {
  Timeline {
    changes = List.copyOf(changes);
  }

  /** From this day on, until the next change. */
  record Change(LocalDate day, Status status) {}

  static Timeline of(Expression version, List<Expression> versions, List<Strike> strikes) {
    Function<LocalDate, Status> on = day -> StatusOn.of(version, versions, strikes, day).status();
    Status first = on.apply(LocalDate.MIN);
    List<Change> changes = new ArrayList<>();
    Status last = first;
    for (LocalDate day : days(versions, strikes)) {
      Status status = on.apply(day);
      if (status != last) {
        changes.add(new Change(day, status));
        last = status;
      }
    }
    return new Timeline(first, changes);
  }

  private static List<LocalDate> days(List<Expression> versions, List<Strike> strikes) {
    Stream<Optional<LocalDate>> ofVersions =
        versions.stream().flatMap(version -> Stream.of(version.from(), version.lapses()));
    return Stream.concat(ofVersions, strikes.stream().map(Strike::effective))
        .flatMap(Optional::stream)
        .distinct()
        .sorted()
        .toList();
  }

  Status on(LocalDate day) {
    Status status = first;
    for (Change change : changes) {
      if (change.day().isAfter(day)) {
        return status;
      }
      status = change.status();
    }
    return status;
  }

  /** Such as {@code not-yet-in-force;2018-01-01=in-force;2021-06-01=amended}. */
  @Override
  public String toString() {
    StringBuilder printed = new StringBuilder(first.key());
    changes.forEach(change ->
        printed.append(';').append(change.day()).append('=').append(change.status().key()));
    return printed.toString();
  }

  static Timeline parse(String printed) {
    String[] parts = printed.split(";", -1);
    return new Timeline(
        status(parts[0]),
        Arrays.stream(parts)
            .skip(1)
            .map(part -> {
              int equals = part.indexOf('=');
              return new Change(
                  LocalDate.parse(part.substring(0, equals)), status(part.substring(equals + 1)));
            })
            .toList());
  }

  private static Status status(String key) {
    return Status.ofKey(key).orElse(Status.UNKNOWN);
  }
}
