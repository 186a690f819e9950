package wenmai.web.identity;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.ExtendedResult;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPURL;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import com.unboundid.util.ssl.JVMDefaultTrustManager;
import com.unboundid.util.ssl.PEMFileTrustManager;
import com.unboundid.util.ssl.SSLUtil;
import java.io.File;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wenmai.corpus.Reader.Role;
import wenmai.corpus.account.OutsideBook;

/**
 * The directory of the house (LDAP 目录): finds the person, then tries the password by binding as
 * them. A connection a question: people sign in a few times a day.
 */
public final class LdapDirectory implements OutsideBook {
  private static final Logger LOG = LoggerFactory.getLogger(LdapDirectory.class);
  private static final int PATIENCE_MILLIS = 5_000;
  private static final int PATIENCE_SECONDS = 5;
  private static final int MOST_GROUPS = 1_000;

  private final SignInSettings.Ldap settings;

  public LdapDirectory(SignInSettings.Ldap settings) {
    this.settings = settings;
  }

  @Override
  public String source() {
    return "ldap";
  }

  @Override
  public Answer ask(String name, String password) {
    if (password.isEmpty()) {
      return new Answer.Unknown(); // to a directory that is no wrong password, but nobody's bind
    }
    try (LDAPConnection connection = connect()) {
      if (!settings.bindDn().isEmpty()) {
        connection.bind(settings.bindDn(), settings.bindPassword());
      }
      Optional<SearchResultEntry> found = find(connection, name);
      if (found.isEmpty()) {
        return new Answer.Unknown();
      }
      List<String> groups = groups(connection, found.get());
      if (!isPassword(connection, found.get().getDN(), password)) {
        return new Answer.Unknown();
      }
      return answer(found.get(), name, groups);
    } catch (LDAPException | GeneralSecurityException e) {
      LOG.warn("the directory {} did not answer: {}", settings.url(), e.getMessage());
      return new Answer.Unreachable();
    }
  }

  private Answer answer(SearchResultEntry person, String typed, List<String> groups) {
    String name =
        Optional.ofNullable(person.getAttributeValue(settings.nameAttribute())).orElse(typed);
    Optional<Role> role = settings.roles().of(groups);
    return role.isPresent() ? new Answer.Known(name, role.get()) : new Answer.NotEntitled();
  }

  private LDAPConnection connect() throws LDAPException, GeneralSecurityException {
    LDAPConnectionOptions options = new LDAPConnectionOptions();
    options.setConnectTimeoutMillis(PATIENCE_MILLIS);
    options.setResponseTimeoutMillis(PATIENCE_MILLIS);
    options.setFollowReferrals(false);
    options.setUseSynchronousMode(true);
    options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(true));
    LDAPURL url = new LDAPURL(settings.url());
    if (url.getScheme().equals("ldaps")) {
      return new LDAPConnection(
          context().getSocketFactory(), options, url.getHost(), url.getPort());
    }
    LDAPConnection connection = new LDAPConnection(options, url.getHost(), url.getPort());
    if (settings.startTls()) {
      ExtendedResult sealed =
          connection.processExtendedOperation(new StartTLSExtendedRequest(context()));
      if (sealed.getResultCode() != ResultCode.SUCCESS) {
        connection.close();
        throw new LDAPException(sealed);
      }
    }
    return connection;
  }

  private SSLContext context() throws GeneralSecurityException {
    SSLUtil trust =
        settings.certificates().isEmpty()
            ? new SSLUtil(JVMDefaultTrustManager.getInstance())
            : new SSLUtil(new PEMFileTrustManager(new File(settings.certificates())));
    return trust.createSSLContext();
  }

  /** The one person of this name; none where there are several. */
  private Optional<SearchResultEntry> find(LDAPConnection connection, String name)
      throws LDAPException {
    Filter filter = Filter.create(settings.filter().replace("{name}", Filter.encodeValue(name)));
    SearchRequest request =
        new SearchRequest(
            settings.base(),
            SearchScope.SUB,
            filter,
            settings.nameAttribute(),
            settings.groupAttribute());
    request.setSizeLimit(2);
    request.setTimeLimitSeconds(PATIENCE_SECONDS);
    List<SearchResultEntry> found = connection.search(request).getSearchEntries();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private List<String> groups(LDAPConnection connection, SearchResultEntry person)
      throws LDAPException {
    List<String> groups = new ArrayList<>();
    String[] named = person.getAttributeValues(settings.groupAttribute());
    if (named != null) {
      groups.addAll(List.of(named));
    }
    if (!settings.groupBase().isEmpty()) {
      Filter filter =
          Filter.create(settings.groupFilter().replace("{dn}", Filter.encodeValue(person.getDN())));
      SearchRequest request =
          new SearchRequest(settings.groupBase(), SearchScope.SUB, filter, "1.1");
      request.setSizeLimit(MOST_GROUPS);
      request.setTimeLimitSeconds(PATIENCE_SECONDS);
      connection.search(request).getSearchEntries().forEach(group -> groups.add(group.getDN()));
    }
    return groups.stream().map(LdapDirectory::normal).toList();
  }

  private static boolean isPassword(LDAPConnection connection, String dn, String password)
      throws LDAPException {
    try {
      connection.bind(dn, password);
      return true;
    } catch (LDAPException e) {
      if (e.getResultCode().isConnectionUsable()) {
        return false; // wrong, expired or locked: to us all the same
      }
      throw e;
    }
  }

  /** Names of groups are compared as directories do, whatever their blanks and letter case. */
  static String normal(String name) {
    try {
      return DN.normalize(name);
    } catch (LDAPException e) {
      return name.toLowerCase(Locale.ROOT);
    }
  }
}
