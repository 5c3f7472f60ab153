import * as openId from 'openid-client';
import type { Claims } from './claims.ts';
import type { ProviderSettings } from './settings.ts';

/** What must come back as it was sent for a sign-in to be the one that was begun here. */
export interface Begun {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** How long the provider may take to answer, in seconds. */
const patience = 15;

/** A provider of sign-in by OpenID Connect: authorization code flow with PKCE, state and nonce. */
export class Provider {
  readonly name: string;
  private readonly settings: ProviderSettings;
  private readonly secret: string | undefined;
  private readonly back: string;
  private found: Promise<openId.Configuration> | null = null;

  /** @param back the address here that the provider sends people back to */
  constructor(settings: ProviderSettings, secret: string | undefined, back: string) {
    this.name = settings.name;
    this.settings = settings;
    this.secret = secret;
    this.back = back;
  }

  /** Where to send somebody to sign in, and what to keep until they are back. */
  async begin(): Promise<{ readonly address: string; readonly begun: Begun }> {
    const config = await this.configuration();
    const begun = {
      state: openId.randomState(),
      nonce: openId.randomNonce(),
      verifier: openId.randomPKCECodeVerifier(),
    };
    const address = openId.buildAuthorizationUrl(config, {
      redirect_uri: this.back,
      scope: this.settings.scopes,
      code_challenge: await openId.calculatePKCECodeChallenge(begun.verifier),
      code_challenge_method: 'S256',
      state: begun.state,
      nonce: begun.nonce,
    });
    return { address: address.href, begun };
  }

  /**
   * What the provider says of who came back.
   *
   * @param query of the address they came back to, as it came
   * @throws where anything of it is not as it was begun, or not signed by the provider
   */
  async end(query: string, begun: Begun): Promise<{ readonly subject: string; readonly claims: Claims }> {
    const config = await this.configuration();
    const tokens = await openId.authorizationCodeGrant(config, new URL(`${this.back}?${query}`), {
      pkceCodeVerifier: begun.verifier,
      expectedState: begun.state,
      expectedNonce: begun.nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw new Error('The provider gave no claims');
    const asks = config.serverMetadata().userinfo_endpoint !== undefined;
    const more = asks ? await openId.fetchUserInfo(config, tokens.access_token, claims.sub) : {};
    return { subject: `${claims.iss} ${claims.sub}`, claims: { ...more, ...claims } };
  }

  /** Where to sign out of the provider too; null where it has no such place. */
  async endAddress(after: string): Promise<string | null> {
    const config = await this.configuration();
    if (config.serverMetadata().end_session_endpoint === undefined) return null;
    return openId.buildEndSessionUrl(config, { post_logout_redirect_uri: after }).href;
  }

  /** Asks the provider once how it works, and again where that failed. */
  private configuration(): Promise<openId.Configuration> {
    this.found ??= this.discover().catch((error: unknown) => {
      this.found = null;
      throw error;
    });
    return this.found;
  }

  private async discover(): Promise<openId.Configuration> {
    const { issuer, client } = this.settings;
    const address = new URL(issuer);
    // The settings take an http address of this computer alone.
    const execute = address.protocol === 'http:' ? [openId.allowInsecureRequests] : [];
    const method = this.secret === undefined ? openId.None() : openId.ClientSecretPost(this.secret);
    return openId.discovery(address, client, undefined, method, { execute, timeout: patience });
  }
}
