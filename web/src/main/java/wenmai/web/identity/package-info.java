/**
 * Names that are kept elsewhere (统一身份认证): a directory (LDAP) and an identity provider (OpenID
 * Connect), both off until they are set up. The only classes that ship and open connections to
 * other machines, and only to those that the settings name.
 *
 * <p>Begin with {@link wenmai.web.identity.SignInSettings}. What an account may do here is {@link
 * wenmai.corpus.account.AccountBook}'s.
 */
@org.jspecify.annotations.NullMarked
package wenmai.web.identity;
