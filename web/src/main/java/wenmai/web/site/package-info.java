/**
 * The HTTP server: routes, headers, errors, limits.
 *
 * <p>Begin with {@link wenmai.web.site.Site}. It knows which handler answers which request and
 * nothing of what the answers hold.
 */
@org.jspecify.annotations.NullMarked
package wenmai.web.site;
