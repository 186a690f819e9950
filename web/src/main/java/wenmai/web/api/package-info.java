/**
 * The JSON API under {@code /api/v1}, and the parameters it shares with the pages.
 *
 * <p>Begin with {@link wenmai.web.api.SearchParameters}. Names and shapes are a contract with other
 * people's scripts; they are only ever added to.
 */
@org.jspecify.annotations.NullMarked
package wenmai.web.api;
