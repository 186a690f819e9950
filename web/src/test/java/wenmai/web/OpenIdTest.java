package wenmai.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenmai.corpus.ArchiveSettings;
import wenmai.corpus.Reader.Role;
import wenmai.corpus.account.AccountBook;
import wenmai.corpus.store.Premises;
import wenmai.web.identity.OpenIdProvider;
import wenmai.web.identity.SignInSettings;
import wenmai.web.render.Messages;
import wenmai.web.site.Site;
import wenmai.web.site.SiteSettings;

/**
 * Signing in with an identity provider, which is a real one on this machine, and what it refuses.
 */
class OpenIdTest {
  @TempDir Path folder;
  private final HttpClient browser =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private IdentityProvider provider;
  private AccountBook book;
  private Site site;

  @BeforeEach
  void open() throws Exception {
    provider = new IdentityProvider();
    book = AccountBook.open(Premises.in(folder), Clock.systemUTC());
    int port = freePort();
    String redirect = "http://127.0.0.1:" + port + "/login/openid/callback";
    OpenIdProvider asked =
        new OpenIdProvider(
            SignInSettings.read(ConfigFactory.parseString(provider.settings(redirect)))
                .openId()
                .orElseThrow());
    Application application =
        new Application(
            (reader, day) -> {
              throw new IllegalStateException("nothing is asked of an archive here");
            },
            () -> false,
            Clock.system(ArchiveSettings.ZONE),
            Optional.empty(),
            Messages.load(),
            "test");
    SiteSettings settings = SiteSettings.at("127.0.0.1", port);
    site =
        application.open(
            settings,
            application.routes(
                book,
                reader -> {
                  throw new IllegalStateException("nobody edits here");
                },
                reader -> {
                  throw new IllegalStateException("nobody looks after it here");
                },
                Optional.of(asked),
                settings));
  }

  private static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0)) {
      return any.getLocalPort();
    }
  }

  @AfterEach
  void close() {
    browser.close(); // a stop waits a second for connections that somebody keeps
    site.close();
    book.close();
    provider.close();
  }

  private HttpResponse<String> get(String address, String... headers) throws Exception {
    URI uri = URI.create(address.startsWith("/") ? url(address) : address);
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private String url(String path) {
    return "http://127.0.0.1:" + site.port() + path;
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  private static String cookie(HttpResponse<String> answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .map(line -> line.substring(0, line.indexOf(';')))
        .filter(pair -> !pair.endsWith("="))
        .findFirst()
        .orElse("none=1");
  }

  /** Off to the provider and back to the door of the site. */
  private HttpResponse<String> signIn(String back) throws Exception {
    HttpResponse<String> begun = get("/login/openid?back=" + TestSite.encode(back));
    assertEquals(303, begun.statusCode(), begun.body());
    HttpResponse<String> there = get(location(begun));
    assertEquals(302, there.statusCode());
    return get(location(there), "Cookie", cookie(begun));
  }

  private void refused(String told) throws Exception {
    HttpResponse<String> answer = signIn("/");
    assertTrue(answer.statusCode() == 400 || answer.statusCode() == 403, told);
    assertFalse(
        answer.headers().allValues("Set-Cookie").stream()
            .anyMatch(line -> line.matches("wenmai=[^;]+;.*")),
        "signed in: " + told);
    assertTrue(answer.body().contains("lang=\"zh-CN\""), "a page");
    assertEquals(List.of(), book.accounts());
  }

  @Test
  void whom_the_provider_vouches_for_is_signed_in_with_the_role_of_their_group() throws Exception {
    HttpResponse<String> page = get("/login");
    assertTrue(page.body().contains("/login/openid?back="), "the way is shown");
    HttpResponse<String> in = signIn("/account");
    assertEquals(303, in.statusCode(), in.body());
    assertEquals("/account", location(in));
    String set =
        in.headers().allValues("Set-Cookie").stream()
            .filter(line -> line.startsWith("wenmai="))
            .findFirst()
            .orElseThrow();
    assertTrue(set.contains("HttpOnly") && set.contains("SameSite=Lax"), set);
    String account = get("/account", "Cookie", set.substring(0, set.indexOf(';'))).body();
    assertTrue(account.contains("林知夏"), account);
    assertFalse(account.contains("name=\"old\""), "its password is not kept here");
    assertEquals(Role.STAFF, book.accounts().getFirst().role());
  }

  @Test
  void the_request_carries_state_nonce_and_a_challenge() throws Exception {
    String there = location(get("/login/openid"));
    for (String part :
        List.of("state=", "nonce=", "code_challenge=", "code_challenge_method=S256")) {
      assertTrue(there.contains(part), there);
    }
    assertFalse(there.equals(location(get("/login/openid"))), "each time others");
  }

  @Test
  void coming_back_never_leaves_the_site() throws Exception {
    for (String back : List.of("//evil.example/", "https://evil.example/", "/\\evil.example")) {
      assertEquals("/", location(signIn(back)), back);
    }
  }

  @Test
  void another_browser_cannot_finish_it_and_nobody_twice() throws Exception {
    HttpResponse<String> begun = get("/login/openid");
    String back = location(get(location(begun)));
    assertEquals(400, get(back).statusCode(), "without what the browser was given");
    assertEquals(400, get(back, "Cookie", cookie(get("/login/openid"))).statusCode(), "another's");
    HttpResponse<String> own = get("/login/openid");
    String here = location(get(location(own)));
    assertEquals(303, get(here, "Cookie", cookie(own)).statusCode());
    assertEquals(400, get(here, "Cookie", cookie(own)).statusCode(), "a second time");
    assertEquals(400, get("/login/openid/callback?code=x&state=").statusCode());
    assertEquals(400, get("/login/openid/callback").statusCode());
  }

  @Test
  void a_token_that_does_not_hold_lets_nobody_in() throws Exception {
    provider.say(claims -> claims.claim("nonce", "another"));
    refused("another sign-in's token");
    provider.say(claims -> claims.audience("somebody else"));
    refused("meant for another site");
    provider.say(claims -> claims.issuer("http://127.0.0.1:9"));
    refused("of another provider");
    provider.say(claims -> claims.expirationTime(new Date(System.currentTimeMillis() - 600_000)));
    refused("long over");
    provider.say(claims -> claims.claim("preferred_username", null));
    refused("nobody's");
    provider.say(claims -> claims.claim("preferred_username", "owner"));
    refused("the owner's name");
    provider.say(claims -> claims.claim("realm", Map.of("groups", List.of("其他"))));
    refused("of no group that counts");
    provider.say(claims -> claims);
    provider.signWithAnotherKey();
    refused("signed by somebody else");
  }

  @Test
  void saying_no_there_is_told_here() throws Exception {
    HttpResponse<String> begun = get("/login/openid");
    String state = location(begun).replaceAll(".*[?&]state=([^&]+).*", "$1");
    HttpResponse<String> answer =
        get("/login/openid/callback?error=access_denied&state=" + state, "Cookie", cookie(begun));
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("登录被取消"), answer.body());
  }

  @Test
  void a_name_of_this_archive_is_not_taken_over() throws Exception {
    book.add("林知夏", Role.READER, "千山鸟飞绝万径人踪灭", "test");
    HttpResponse<String> answer = signIn("/");
    assertEquals(403, answer.statusCode());
    assertEquals(Role.READER, book.accounts().getFirst().role());
  }

  @Test
  void a_provider_that_is_away_is_told_of() throws Exception {
    provider.close();
    HttpResponse<String> answer = get("/login/openid");
    assertEquals(503, answer.statusCode());
    assertTrue(answer.body().contains("连不上"), answer.body());
  }
}
