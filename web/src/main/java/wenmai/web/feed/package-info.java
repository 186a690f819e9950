/**
 * What other programs read of the site: feeds, site map, search description.
 *
 * <p>Begin with {@link wenmai.web.feed.FeedRoutes}. Everything is made of what the public may see
 * or, for a reader who has logged in, of what that reader may see.
 */
@org.jspecify.annotations.NullMarked
package wenmai.web.feed;
