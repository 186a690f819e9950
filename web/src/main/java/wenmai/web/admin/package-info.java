/**
 * What those see who look after the archive: how it fares, and who may sign in (系统管理).
 *
 * <p>Begin with {@link wenmai.web.admin.AdminRoutes}. For admins alone; the figures are {@link
 * wenmai.corpus.condition}'s.
 */
@org.jspecify.annotations.NullMarked
package wenmai.web.admin;
