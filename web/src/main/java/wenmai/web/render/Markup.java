package wenmai.web.render;

/**
 * Finished HTML, in which everything from outside has been escaped: templates print it as it
 * stands. Only this package makes any.
 */
public final class Markup {
  private final String html;

  Markup(String html) {
    this.html = html;
  }

  @Override
  public String toString() {
    return html;
  }
}
