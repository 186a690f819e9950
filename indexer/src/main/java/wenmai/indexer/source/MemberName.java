package wenmai.indexer.source;

import java.util.regex.Pattern;

/**
 * The name of a file in a container (包内文件名), which anybody may have written.
 *
 * @param path with {@code /}
 */
public record MemberName(String path) {
  private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:.*");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
  private static final int LONGEST = 1000;

  public static MemberName of(String name) {
    return new MemberName(name.replace('\\', '/'));
  }

  /** Leads out of the container, or is no name at all. */
  public boolean isUnsafe() {
    return path.isBlank()
        || path.startsWith("/")
        || DRIVE.matcher(path).matches()
        || path.length() > LONGEST
        || path.indexOf('\0') >= 0
        || ("/" + path + "/").contains("/../");
  }

  /** Left there by a system, not by a person; a companion ({@code ._x}) is worth a word. */
  public boolean isHidden() {
    String last = path.substring(path.lastIndexOf('/') + 1);
    return last.isEmpty() || (last.startsWith(".") && !last.startsWith("._"));
  }

  /** Fit for a report. */
  public String printable() {
    String clean = CONTROL.matcher(path).replaceAll("?");
    return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "…";
  }
}
