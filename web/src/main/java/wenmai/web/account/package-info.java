/**
 * Signing in and out, for people and programs, and what one can do with one's own account (登录与账号).
 *
 * <p>Begin with {@link wenmai.web.account.AccountRoutes}. Who a request belongs to is found out in
 * {@link wenmai.web.site.Gate}, not here; passwords are {@link wenmai.corpus.account}'s.
 */
@org.jspecify.annotations.NullMarked
package wenmai.web.account;
