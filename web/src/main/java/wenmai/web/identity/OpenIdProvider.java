package wenmai.web.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import wenmai.corpus.Reader.Role;
import wenmai.web.identity.OpenIdProblem.Reason;

/**
 * An identity provider (OpenID Connect 认证服务), by the authorization code flow with PKCE (RFC 7636),
 * state and nonce. Signatures are checked against the keys it publishes; an unsigned token is none.
 */
public final class OpenIdProvider {
  private static final int PATIENCE_MILLIS = 5_000;
  private static final int MOST_BYTES = 512_000;

  private final SignInSettings.OpenId settings;
  private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

  public OpenIdProvider(SignInSettings.OpenId settings) {
    this.settings = settings;
  }

  /** What it says of itself, looked up when it is first needed. */
  private record Known(OIDCProviderMetadata metadata, IDTokenValidator validator) {}

  /** A sign-in that has begun: what the answer must fit. */
  record Begun(State state, Nonce nonce, CodeVerifier verifier, String back) {
    static Begun goingTo(String back) {
      return new Begun(new State(), new Nonce(), new CodeVerifier(), back);
    }
  }

  /** Who it was. */
  record Person(String name, Optional<Role> role) {}

  /** What the page calls it. */
  public String label() {
    return settings.label();
  }

  /** Where the browser is sent. */
  URI begin(Begun begun) throws OpenIdProblem {
    return new AuthenticationRequest.Builder(
            ResponseType.CODE,
            Scope.parse(settings.scopes()),
            new ClientID(settings.clientId()),
            settings.redirect())
        .endpointURI(known().metadata().getAuthorizationEndpointURI())
        .state(begun.state())
        .nonce(begun.nonce())
        .codeChallenge(begun.verifier(), CodeChallengeMethod.S256)
        .build()
        .toURI();
  }

  /**
   * What comes back.
   *
   * @param parameters of the address that the browser came back to
   */
  Person finish(Map<String, List<String>> parameters, Begun begun) throws OpenIdProblem {
    try {
      AuthenticationResponse answer =
          AuthenticationResponseParser.parse(settings.redirect(), parameters);
      if (!begun.state().equals(answer.getState())) {
        throw new OpenIdProblem(Reason.EXPIRED, "another state");
      }
      if (!(answer instanceof AuthenticationSuccessResponse success)) {
        throw new OpenIdProblem(
            Reason.DENIED, String.valueOf(answer.toErrorResponse().getErrorObject().getCode()));
      }
      if (answer.getIssuer() != null && !answer.getIssuer().getValue().equals(settings.issuer())) {
        throw new OpenIdProblem(Reason.INVALID, "another issuer");
      }
      if (success.getAuthorizationCode() == null) {
        throw new OpenIdProblem(Reason.INVALID, "no code");
      }
      JWT token = token(success, begun);
      return person(known().validator().validate(token, begun.nonce()));
    } catch (ParseException | BadJOSEException | JOSEException e) {
      throw new OpenIdProblem(Reason.INVALID, e);
    }
  }

  private JWT token(AuthenticationSuccessResponse success, Begun begun)
      throws OpenIdProblem, ParseException {
    AuthorizationCodeGrant grant =
        new AuthorizationCodeGrant(
            success.getAuthorizationCode(), settings.redirect(), begun.verifier());
    URI endpoint = known().metadata().getTokenEndpointURI();
    ClientID client = new ClientID(settings.clientId());
    HTTPRequest request =
        (settings.clientSecret().isEmpty()
                ? new TokenRequest.Builder(endpoint, client, grant)
                : new TokenRequest.Builder(
                    endpoint,
                    new ClientSecretBasic(client, new Secret(settings.clientSecret())),
                    grant))
            .build()
            .toHTTPRequest();
    bound(request);
    TokenResponse response;
    try {
      response = OIDCTokenResponseParser.parse(request.send());
    } catch (IOException e) {
      throw new OpenIdProblem(Reason.UNREACHABLE, e);
    }
    if (response instanceof OIDCTokenResponse tokens
        && tokens.getOIDCTokens().getIDToken() != null) {
      return tokens.getOIDCTokens().getIDToken();
    }
    throw new OpenIdProblem(Reason.INVALID, "no identity token");
  }

  private static void bound(HTTPRequest request) {
    request.setConnectTimeout(PATIENCE_MILLIS);
    request.setReadTimeout(PATIENCE_MILLIS);
    request.setFollowRedirects(false);
  }

  private Person person(IDTokenClaimsSet claims) throws OpenIdProblem {
    String name = claims.getStringClaim(settings.nameClaim());
    if (name == null || name.isBlank()) {
      throw new OpenIdProblem(Reason.INVALID, "no claim " + settings.nameClaim());
    }
    return new Person(name, settings.roles().of(groups(claims)));
  }

  private Collection<String> groups(IDTokenClaimsSet claims) {
    Object value = claims.toJSONObject();
    for (String step : settings.roleClaim().split("\\.", -1)) {
      value = value instanceof Map<?, ?> map ? map.get(step) : null;
    }
    return switch (value) {
      case Collection<?> many -> many.stream().map(String::valueOf).toList();
      case String one -> List.of(one);
      case null, default -> List.of();
    };
  }

  private Known known() throws OpenIdProblem {
    Known now = known.get();
    if (now == null) {
      now = lookUp();
      known.set(now);
    }
    return now;
  }

  private Known lookUp() throws OpenIdProblem {
    try {
      Issuer issuer = new Issuer(settings.issuer());
      OIDCProviderMetadata metadata = OIDCProviderMetadata.resolve(issuer, OpenIdProvider::bound);
      IDTokenValidator validator =
          new IDTokenValidator(
              issuer,
              new ClientID(settings.clientId()),
              algorithm(metadata),
              metadata.getJWKSetURI().toURL(),
              new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS, MOST_BYTES));
      return new Known(metadata, validator);
    } catch (IOException | GeneralException | IllegalArgumentException e) {
      throw new OpenIdProblem(Reason.UNREACHABLE, e);
    }
  }

  /** With a key of the provider's own; one that we share with it would have to be kept here. */
  private static JWSAlgorithm algorithm(OIDCProviderMetadata metadata) {
    List<JWSAlgorithm> offered =
        Optional.ofNullable(metadata.getIDTokenJWSAlgs()).orElse(List.of());
    return offered.stream()
        .filter(JWSAlgorithm.Family.SIGNATURE::contains)
        .findFirst()
        .orElse(JWSAlgorithm.RS256);
  }
}
