package wenmai.corpus.document;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The body that made a document (发文机关), by its full name: 人民代表大会常务委员会, not 人大常委会. Of a paper of
 * several bodies (联合行文) all that its title names, in its order: 国务院、中央军委.
 *
 * @param name not blank
 */
public record Organ(String name) {
  /** Stands between bodies that act together; 教育、科学委员会 holds it too. */
  public static final String COMMA = "、";

  /** A comma behind the end of a body's name; the one in 教育、科学委员会 parts no bodies. */
  private static final Pattern BETWEEN =
      Pattern.compile(
          "(?<=法院|检察院|国务院|部|委员会|常委会|人大|人民代表大会|局|厅|署|中央|军委|政府|办公室|办公厅|党组|军区|警备区|[省市县区州旗]委)、");

  public Organ {
    if (name.isBlank()) {
      throw new IllegalArgumentException("an organ has a name");
    }
  }

  /** The bodies, one unless several acted together. */
  public List<String> bodies() {
    return bodies(name);
  }

  /** The bodies that a name, not blank, names side by side. */
  public static List<String> bodies(String name) {
    return List.of(BETWEEN.split(name));
  }

  @Override
  public String toString() {
    return name;
  }
}
