package wenmai.corpus.matter;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenmai.corpus.citation.TitleKey;

/** Reads which laws, rules or resolutions a paper is of (法规决议识别). Pure. */
final class WorkReader {
  private static final Pattern OUTER_TITLE = Pattern.compile("《([^《》]{2,100}+)》");

  private static final int MOST = 40;

  private final NamedPatterns words;
  private final SerialReader serials;

  WorkReader(NamedPatterns words, SerialReader serials) {
    this.words = words;
    this.serials = serials;
  }

  /** The laws, rules or resolutions a title names, or is. */
  Set<Key> read(Stage stage, PaperReading paper) {
    Set<Key> keys = works(stage, paper);
    if (keys.stream().noneMatch(key -> key.kind() == Template.Identity.WORK)) {
      return keys;
    }
    Set<String> others = new HashSet<>();
    Matcher matcher = words.any("of-another").matcher(paper.compact());
    while (matcher.find() && others.size() < MOST) {
      others.add(work(matcher.group(1)).value());
    }
    Set<Key> known = new LinkedHashSet<>();
    keys.forEach(key -> known.add(isNamed(key, others) ? outside(key) : key));
    return known;
  }

  /** Whether it has the name of a work of another, with its place before it or without. */
  private static boolean isNamed(Key key, Set<String> others) {
    return key.kind() == Template.Identity.WORK && others.stream().anyMatch(key.value()::endsWith);
  }

  private static Key outside(Key key) {
    return new Key(key.kind(), key.value(), Key.OUTSIDE);
  }

  private Set<Key> works(Stage stage, PaperReading paper) {
    Set<Key> keys = new LinkedHashSet<>();
    String title = paper.title();
    switch (stage.role()) {
      case "rule", "adopted-law", "published-law", "draft" -> own(title, keys);
      case "resolution" -> {
        own(title, keys);
        if (words.any("approving").matcher(title).find()) {
          titles(title, keys);
        }
      }
      case "rule-corrected" -> {
        titles(title, keys);
        if (keys.isEmpty()) {
          own(title, keys);
        }
        all(words.any("done-away"), paper.compact(), keys);
      }
      case "amending-decision" -> {
        titles(title, keys);
        all(words.any("also-amended"), paper.compact(), keys);
      }
      case "law-announcement", "motion" -> titles(paper.head(), keys);
      case "revision-report", "deliberation-report" -> {
        titles(title, keys);
        all(words.any("renamed"), paper.compact(), keys);
      }
      case "request-answer" -> {
        titles(title, keys);
        if (keys.isEmpty()) {
          first(paper.head(), keys);
        }
      }
      case "rule-review-opinion" -> {
        titles(title, keys);
        if (keys.isEmpty()) {
          all(words.any("unquoted"), title, keys);
        }
        if (keys.isEmpty()) {
          all(words.any("examined"), paper.compact(), keys);
        }
      }
      default -> titles(title, keys);
    }
    if (keys.isEmpty()) {
      all(words.any("unquoted"), title, keys);
    }
    if (stage.is(Stage.Trait.SERIAL)) {
      keys.clear();
      keys.addAll(serials.motions(stage, paper));
    }
    return keys;
  }

  private void first(String text, Set<Key> keys) {
    Matcher matcher = OUTER_TITLE.matcher(text);
    if (matcher.find()) {
      keys.add(work(matcher.group(1)));
    }
  }

  private void own(String title, Set<Key> keys) {
    Matcher quoted = OUTER_TITLE.matcher(title);
    if (quoted.find() && words.any("issuing").matcher(title).find()) {
      keys.add(work(quoted.group(1)));
    } else if (!title.isEmpty()) {
      keys.add(work(title));
    }
  }

  private void titles(String text, Set<Key> keys) {
    all(OUTER_TITLE, text, keys);
  }

  private void all(Pattern pattern, String text, Set<Key> keys) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find() && keys.size() < MOST) {
      keys.add(work(matcher.group(1)));
    }
  }

  /** A work by its title: without its issuer, the note that it is a draft, and 中华人民共和国. */
  Key work(String title) {
    String bare = words.any("draft-note").matcher(title).replaceAll("");
    Matcher inner = words.any("amended").matcher(bare);
    if (inner.find()) {
      bare = inner.group(1);
    }
    bare = words.any("draft-tail").matcher(bare).replaceFirst("");
    return Key.of(Template.Identity.WORK, TitleKey.of(bare.isEmpty() ? title : bare).value());
  }
}
