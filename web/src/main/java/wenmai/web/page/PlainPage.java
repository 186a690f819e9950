package wenmai.web.page;

/**
 * A page that says one thing: an error, a withdrawn paper.
 *
 * @param hint what to do now
 */
public record PlainPage(String heading, String text, String hint) {}
