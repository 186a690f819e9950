package wenmai.web.account;

/**
 * The page on which one signs in (登录页).
 *
 * @param back where to go afterwards, on this site
 * @param problem what went wrong the last time, or empty
 * @param outside what the identity provider is called that one may sign in with, or empty
 */
public record LoginPage(String back, String name, String problem, String outside) {}
