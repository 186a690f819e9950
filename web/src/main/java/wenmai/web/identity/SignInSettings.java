package wenmai.web.identity;

import com.typesafe.config.Config;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPURL;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who else may vouch for people (登录设置): read from {@code sign-in} of the settings, off by default.
 */
public record SignInSettings(Optional<Ldap> ldap, Optional<OpenId> openId) {
  /** Every key that may be set. */
  public static final List<String> KEYS =
      List.of(
          "sign-in.ldap.url",
          "sign-in.ldap.start-tls",
          "sign-in.ldap.certificates",
          "sign-in.ldap.bind-dn",
          "sign-in.ldap.bind-password",
          "sign-in.ldap.base",
          "sign-in.ldap.filter",
          "sign-in.ldap.name-attribute",
          "sign-in.ldap.group-attribute",
          "sign-in.ldap.group-base",
          "sign-in.ldap.group-filter",
          "sign-in.ldap.roles.admin",
          "sign-in.ldap.roles.staff",
          "sign-in.ldap.roles.reader",
          "sign-in.openid.label",
          "sign-in.openid.issuer",
          "sign-in.openid.client-id",
          "sign-in.openid.client-secret",
          "sign-in.openid.redirect",
          "sign-in.openid.scopes",
          "sign-in.openid.name-claim",
          "sign-in.openid.role-claim",
          "sign-in.openid.roles.admin",
          "sign-in.openid.roles.staff",
          "sign-in.openid.roles.reader");

  /**
   * A directory.
   *
   * @param url {@code ldaps://host:636}, or {@code ldap://} with {@code startTls}
   * @param certificates PEM file of those that vouch for the server; empty for Java's own
   * @param bindDn who looks people up; empty for nobody in particular
   * @param filter with {@code {name}} in the place of the name
   * @param nameAttribute under which one is known here
   * @param groupAttribute of a person: the names of their groups
   * @param groupBase where groups are looked for in addition; empty for nowhere
   * @param groupFilter with {@code {dn}} in the place of the person's name
   */
  public record Ldap(
      String url,
      boolean startTls,
      String certificates,
      String bindDn,
      String bindPassword,
      String base,
      String filter,
      String nameAttribute,
      String groupAttribute,
      String groupBase,
      String groupFilter,
      RoleMapping roles) {
    @Override
    public String toString() {
      return "Ldap[" + url + "]"; // the password stays out of every log
    }
  }

  /**
   * An identity provider.
   *
   * @param label what the page calls it
   * @param redirect this site's own address of {@code /login/openid/callback}
   * @param nameClaim under which one is known here; should never be given to somebody else
   * @param roleClaim the names of groups or roles, with dots between the steps to it
   */
  public record OpenId(
      String label,
      String issuer,
      String clientId,
      String clientSecret,
      URI redirect,
      List<String> scopes,
      String nameClaim,
      String roleClaim,
      RoleMapping roles) {
    public OpenId {
      scopes = List.copyOf(scopes);
    }

    @Override
    public String toString() {
      return "OpenId[" + issuer + "]"; // the secret stays out of every log
    }
  }

  /** Nobody else vouches. */
  public static SignInSettings none() {
    return new SignInSettings(Optional.empty(), Optional.empty());
  }

  /**
   * @throws IllegalArgumentException if something is missing or would be unsafe
   */
  public static SignInSettings read(Config config) {
    return new SignInSettings(
        part(config, "sign-in.ldap", "url").map(SignInSettings::ldap),
        part(config, "sign-in.openid", "issuer").map(SignInSettings::openId));
  }

  /** A part counts once its first key is set. */
  private static Optional<Config> part(Config config, String path, String first) {
    boolean set =
        config.hasPath(path + "." + first) && !config.getString(path + "." + first).isBlank();
    return set ? Optional.of(config.getConfig(path)) : Optional.empty();
  }

  private static Ldap ldap(Config config) {
    String url = config.getString("url");
    boolean startTls = config.hasPath("start-tls") && config.getBoolean("start-tls");
    refuseClear(url, startTls);
    return new Ldap(
        url,
        startTls,
        text(config, "certificates", ""),
        text(config, "bind-dn", ""),
        text(config, "bind-password", ""),
        needed(config, "sign-in.ldap", "base"),
        text(config, "filter", "(uid={name})"),
        text(config, "name-attribute", "uid"),
        text(config, "group-attribute", "memberOf"),
        text(config, "group-base", ""),
        text(config, "group-filter", "(member={dn})"),
        RoleMapping.read(config, LdapDirectory::normal));
  }

  private static void refuseClear(String url, boolean startTls) {
    try {
      LDAPURL address = new LDAPURL(url);
      boolean sealed = address.getScheme().equals("ldaps") || startTls;
      if (!sealed && !isHere(address.getHost())) {
        throw new IllegalArgumentException(
            "sign-in.ldap.url would send passwords in the clear; use ldaps:// or start-tls = true");
      }
    } catch (LDAPException e) {
      throw new IllegalArgumentException(
          "sign-in.ldap.url is no address of a directory: " + url, e);
    }
  }

  private static OpenId openId(Config config) {
    List<String> scopes = new ArrayList<>(List.of("openid", "profile"));
    if (config.hasPath("scopes")) {
      scopes = config.getStringList("scopes");
    }
    return new OpenId(
        text(config, "label", "统一身份认证"),
        sealed("sign-in.openid.issuer", config.getString("issuer")).toString(),
        needed(config, "sign-in.openid", "client-id"),
        text(config, "client-secret", ""),
        sealed("sign-in.openid.redirect", needed(config, "sign-in.openid", "redirect")),
        scopes,
        text(config, "name-claim", "preferred_username"),
        text(config, "role-claim", "groups"),
        RoleMapping.read(config, name -> name));
  }

  private static URI sealed(String key, String address) {
    URI uri = URI.create(address);
    boolean https = "https".equals(uri.getScheme());
    if (uri.getHost() == null || !(https || isHere(uri.getHost()))) {
      throw new IllegalArgumentException(key + " must be an https:// address, not " + address);
    }
    return uri;
  }

  /** Only literal addresses are looked at, so no name is resolved. */
  private static boolean isHere(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    try {
      return name.equals("localhost")
          || (name.matches("[0-9.]+|\\[[0-9a-f:.]+]")
              && InetAddress.getByName(name).isLoopbackAddress());
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static String text(Config config, String key, String usual) {
    return config.hasPath(key) ? config.getString(key) : usual;
  }

  private static String needed(Config config, String path, String key) {
    String value = text(config, key, "");
    if (value.isBlank()) {
      throw new IllegalArgumentException(path + "." + key + " must be set");
    }
    return value;
  }
}
