package wenmai.web.render;

/**
 * What every page shares.
 *
 * @param title of the window
 * @param section the part of the site, for the navigation: {@code search}, {@code matters}, {@code
 *     browse}, {@code about} or empty
 * @param feed address of an Atom feed of what the page lists, or empty
 * @param sample whether the archive holds the sample papers
 * @param robots what search engines from outside may do, {@code all} or {@code noindex}
 * @param appearance {@code normal} or {@code large}
 * @param otherAppearance the address that changes it
 * @param assets version of the style sheet, part of its address
 * @param account name of who is signed in, or empty
 * @param role that one's role, {@code public} for nobody's
 * @param proof what forms that change something carry
 */
public record PageFrame(
    String title,
    String section,
    String feed,
    boolean sample,
    String robots,
    String appearance,
    String otherAppearance,
    String assets,
    String today,
    String account,
    String role,
    String proof) {}
