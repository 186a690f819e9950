package wenmai.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * A small identity provider that speaks OpenID Connect and holds its clients to it: one code once,
 * with the verifier that fits the challenge, the same redirect and the client's secret.
 */
final class IdentityProvider implements AutoCloseable {
  private static final String CLIENT = "wenmai";
  private static final String SECRET = "shared secret";

  private final HttpServer server;
  private final RSAKey key;
  private final Map<String, Map<String, List<String>>> codes = new ConcurrentHashMap<>();
  private volatile UnaryOperator<JWTClaimsSet.Builder> claims = all -> all;
  private volatile RSAKey signing;

  IdentityProvider() throws IOException, JOSEException {
    key = new RSAKeyGenerator(2048).keyID("one").generate();
    signing = key;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/.well-known/openid-configuration", this::configuration);
    server.createContext("/keys", exchange -> answer(exchange, 200, keys()));
    server.createContext("/authorize", this::authorize);
    server.createContext("/token", this::token);
    server.start();
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  String settings(String redirect) {
    return """
    sign-in.openid {
      issuer = "%s", client-id = "%s", client-secret = "%s", redirect = "%s"
      role-claim = "realm.groups", roles.staff = ["编辑"], roles.admin = ["keepers"]
    }\
    """
        .formatted(issuer(), CLIENT, SECRET, redirect);
  }

  /** What its tokens say from now on. */
  void say(UnaryOperator<JWTClaimsSet.Builder> change) {
    claims = change;
  }

  /** Signs with a key that it does not publish. */
  void signWithAnotherKey() throws JOSEException {
    signing = new RSAKeyGenerator(2048).keyID("one").generate();
  }

  private String keys() {
    return new JWKSet(key.toPublicJWK()).toString();
  }

  private void configuration(HttpExchange exchange) throws IOException {
    answer(
        exchange,
        200,
        """
        {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
         "jwks_uri":"%1$s/keys","response_types_supported":["code"],
         "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"]}
        """
            .formatted(issuer()));
  }

  /** Somebody is signed in there already, so it sends them back at once. */
  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, List<String>> asked =
        URLUtils.parseParameters(exchange.getRequestURI().getRawQuery());
    String code = UUID.randomUUID().toString();
    codes.put(code, asked);
    exchange
        .getResponseHeaders()
        .add(
            "Location",
            first(asked, "redirect_uri") + "?code=" + code + "&state=" + first(asked, "state"));
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private static String first(Map<String, List<String>> parameters, String name) {
    return parameters.getOrDefault(name, List.of("")).getFirst();
  }

  private void token(HttpExchange exchange) throws IOException {
    Map<String, List<String>> asked =
        URLUtils.parseParameters(
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Map<String, List<String>> begun = codes.remove(first(asked, "code"));
    if (begun == null || !isHonest(exchange, asked, begun)) {
      answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
      return;
    }
    try {
      answer(
          exchange,
          200,
          "{\"access_token\":\"none\",\"token_type\":\"Bearer\",\"id_token\":\""
              + identity(first(begun, "nonce"))
              + "\"}");
    } catch (JOSEException e) {
      throw new IOException(e);
    }
  }

  private static boolean isHonest(
      HttpExchange exchange, Map<String, List<String>> asked, Map<String, List<String>> begun) {
    String basic =
        Base64.getEncoder()
            .encodeToString((CLIENT + ":shared+secret").getBytes(StandardCharsets.UTF_8));
    CodeChallenge fits =
        CodeChallenge.compute(
            CodeChallengeMethod.S256, new CodeVerifier(first(asked, "code_verifier")));
    return ("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"))
        && first(begun, "code_challenge_method").equals("S256")
        && first(begun, "code_challenge").equals(fits.getValue())
        && first(begun, "redirect_uri").equals(first(asked, "redirect_uri"));
  }

  private String identity(String nonce) throws JOSEException {
    Instant now = Instant.now();
    JWTClaimsSet.Builder usual =
        new JWTClaimsSet.Builder()
            .issuer(issuer())
            .audience(CLIENT)
            .subject("1001")
            .claim("nonce", nonce)
            .claim("preferred_username", "林知夏")
            .claim("realm", Map.of("groups", List.of("编辑", "其他")))
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(60)));
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(),
            claims.apply(usual).build());
    token.sign(new RSASSASigner(signing));
    return token.serialize();
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
