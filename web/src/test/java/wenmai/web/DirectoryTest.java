package wenmai.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.typesafe.config.ConfigFactory;
import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.util.LDAPSDKException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenmai.corpus.Reader.Role;
import wenmai.corpus.account.Account;
import wenmai.corpus.account.AccountBook;
import wenmai.corpus.account.AccountProblem;
import wenmai.corpus.account.Attempt;
import wenmai.corpus.store.Premises;
import wenmai.web.identity.LdapDirectory;
import wenmai.web.identity.SignInSettings;

/** Signing in with the passwords of a directory, which is a real one on this machine. */
class DirectoryTest {
  private static final String WORD = "白日依山尽黄河入海流";

  @TempDir Path folder;
  private InMemoryDirectoryServer directory;
  private AccountBook book;

  @BeforeEach
  void open() throws LDAPSDKException {
    InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("dc=example");
    config.addAdditionalBindCredentials("cn=wenmai,dc=example", "looks up");
    config.setAuthenticationRequiredOperationTypes(com.unboundid.ldap.sdk.OperationType.SEARCH);
    config.setSchema(null);
    directory = new InMemoryDirectoryServer(config);
    directory.add("dn: dc=example", "objectClass: domain", "dc: example");
    directory.add("dn: ou=people,dc=example", "objectClass: organizationalUnit", "ou: people");
    person("linzhixia", "cn=Staff,ou=groups,dc=example");
    person("guest", "cn=others,ou=groups,dc=example");
    person("keeper", "CN=Keepers, OU=groups, DC=example");
    person("local-one", "cn=Keepers,ou=groups,dc=example");
    directory.startListening();
    book = AccountBook.open(Premises.in(folder), Clock.systemUTC(), Optional.of(directory("")));
    book.add("local-one", Role.READER, "本站自己的口令一句", "test");
  }

  @AfterEach
  void close() {
    book.close();
    directory.shutDown(true);
  }

  private void person(String name, String group) throws LDAPSDKException {
    directory.add(
        "dn: uid=" + name + ",ou=people,dc=example",
        "objectClass: inetOrgPerson",
        "uid: " + name,
        "cn: " + name,
        "sn: " + name,
        "memberOf: " + group,
        "userPassword: " + WORD);
  }

  private LdapDirectory directory(String more) {
    return new LdapDirectory(
        SignInSettings.read(
                ConfigFactory.parseString(
                    """
                    sign-in.ldap {
                      url = "ldap://127.0.0.1:%d", base = "ou=people,dc=example"
                      bind-dn = "cn=wenmai,dc=example", bind-password = "looks up"
                      roles.admin = ["cn=keepers,ou=groups,dc=example"]
                      roles.staff = ["cn=staff,ou=groups,dc=example"]
                      %s
                    }\
                    """
                        .formatted(directory.getListenPort(), more)))
            .ldap()
            .orElseThrow());
  }

  private Account granted(String name) {
    Attempt attempt = book.signIn(name, WORD, "test");
    Account account = assertInstanceOf(Attempt.Granted.class, attempt).account();
    assertEquals(
        Optional.of(account),
        book.holderOf(((Attempt.Granted) attempt).token()),
        "the token holds");
    return account;
  }

  @Test
  void groups_give_roles_whatever_their_spelling() {
    assertEquals(Role.STAFF, granted("linzhixia").role());
    assertEquals(Role.ADMIN, granted("keeper").role());
    assertInstanceOf(Attempt.NotEntitled.class, book.signIn("guest", WORD, "test"));
    assertTrue(book.accounts().stream().noneMatch(account -> account.name().equals("guest")));
  }

  @Test
  void a_name_typed_otherwise_is_the_same_account() {
    assertEquals("linzhixia", granted("linzhixia").name());
    assertEquals("linzhixia", granted("LinZhixia").name());
    assertEquals(2, book.signIns("linzhixia").size());
  }

  @Test
  void wrong_passwords_empty_ones_and_strange_names_are_refused() {
    for (List<String> wrong :
        List.of(
            List.of("linzhixia", "wrong"),
            List.of("linzhixia", ""),
            List.of("nobody", WORD),
            List.of("*", WORD),
            List.of("linzhixia)(uid=*", WORD),
            List.of("lin*", WORD))) {
      assertInstanceOf(
          Attempt.Refused.class, book.signIn(wrong.get(0), wrong.get(1), "test"), wrong.toString());
    }
    for (int i = 0; i < 6; i++) {
      assertFalse(book.signIn("LINZHIXIA", "wrong", "test") instanceof Attempt.Granted);
    }
    assertInstanceOf(Attempt.Locked.class, book.signIn("linzhixia", WORD, "test"));
  }

  @Test
  void an_account_of_this_archive_keeps_the_last_word() {
    assertInstanceOf(Attempt.Refused.class, book.signIn("local-one", WORD, "test"));
    Attempt own = book.signIn("local-one", "本站自己的口令一句", "test");
    assertEquals(Role.READER, assertInstanceOf(Attempt.Granted.class, own).account().role());
    assertInstanceOf(
        Attempt.NotEntitled.class, book.admit("ldap", "local-one", Role.ADMIN, "test"));
    assertInstanceOf(Attempt.NotEntitled.class, book.admit("ldap", "owner", Role.ADMIN, "test"));
  }

  @Test
  void a_role_that_changes_there_changes_here_and_stands_in_the_audit() throws LDAPSDKException {
    assertEquals(Role.STAFF, granted("linzhixia").role());
    directory.modify(
        "dn: uid=linzhixia,ou=people,dc=example",
        "changetype: modify",
        "replace: memberOf",
        "memberOf: cn=keepers,ou=groups,dc=example");
    assertEquals(Role.ADMIN, granted("linzhixia").role());
    directory.delete("uid=linzhixia,ou=people,dc=example");
    assertInstanceOf(Attempt.Refused.class, book.signIn("linzhixia", WORD, "test"));
  }

  @Test
  void its_password_is_no_password_of_ours() {
    granted("linzhixia");
    assertFalse(book.isLocal("linzhixia"));
    assertThrows(AccountProblem.class, () -> book.changePassword("linzhixia", "", "另外的一句口令吧"));
    assertThrows(AccountProblem.class, () -> book.changePassword("linzhixia", WORD, "另外的一句口令吧"));
  }

  @Test
  void groups_that_name_their_members_count_as_well() throws LDAPSDKException {
    directory.add("dn: ou=groups,dc=example", "objectClass: organizationalUnit", "ou: groups");
    directory.add(
        "dn: cn=readers,ou=groups,dc=example",
        "objectClass: groupOfNames",
        "cn: readers",
        "member: uid=guest,ou=people,dc=example");
    LdapDirectory asking =
        directory(
            "group-base = \"ou=groups,dc=example\"\n"
                + "roles.reader = [\"cn=readers,ou=groups,dc=example\"]");
    assertEquals(
        new wenmai.corpus.account.OutsideBook.Answer.Known("guest", Role.READER),
        asking.ask("guest", WORD));
  }

  @Test
  void a_directory_that_is_away_shuts_nobody_out_who_is_known_here() {
    directory.shutDown(true);
    assertInstanceOf(Attempt.Unreachable.class, book.signIn("linzhixia", WORD, "test"));
    assertInstanceOf(Attempt.Granted.class, book.signIn("local-one", "本站自己的口令一句", "test"));
  }

  @Test
  void passwords_do_not_travel_in_the_clear() {
    for (String url : List.of("ldap://directory.example", "ldap://10.0.0.1:389", "http://a")) {
      var config =
          ConfigFactory.parseString(
              "sign-in.ldap { url = \"" + url + "\", base = \"dc=a\", roles.reader = [\"*\"] }");
      assertThrows(IllegalArgumentException.class, () -> SignInSettings.read(config), url);
    }
    var nobody = ConfigFactory.parseString("sign-in.ldap { url = \"ldaps://a\", base = \"dc=a\" }");
    assertThrows(IllegalArgumentException.class, () -> SignInSettings.read(nobody));
  }
}
