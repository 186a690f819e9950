package wenmai.web.render;

/**
 * What every page shares.
 *
 * @param title of the window
 * @param section the part of the site, for the navigation: {@code search}, {@code matters}, {@code
 *     browse}, {@code about} or empty
 * @param query what stands in the search box
 * @param sample whether the archive holds the sample papers
 * @param robots what search engines from outside may do, {@code all} or {@code noindex}
 * @param assets version of the style sheet, part of its address
 */
public record PageFrame(
    String title,
    String section,
    String query,
    boolean sample,
    String robots,
    String assets,
    String today) {}
