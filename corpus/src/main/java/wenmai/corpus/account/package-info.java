/**
 * Who may sign in and who is signed in (账号与登录).
 *
 * <p>Begin with {@link wenmai.corpus.account.AccountBook}. Accounts live in the archive's database
 * and are written beside its writer: adding one does not wait for a running site. What a role may
 * do is said by {@link wenmai.corpus.Reader}; which request belongs to whom is the web's business.
 * Passwords are kept as Argon2id (RFC 9106), tokens as SHA-256.
 */
@org.jspecify.annotations.NullMarked
package wenmai.corpus.account;
