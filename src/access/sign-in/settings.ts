import { parse } from 'yaml';
import { z } from 'zod';
import { roles } from '../person.ts';

const local = new Set(['localhost', '127.0.0.1', '[::1]']);
const secured = (text: string): boolean =>
  URL.canParse(text) && (new URL(text).protocol === 'https:' || local.has(new URL(text).hostname));

/** A role that a claim of a provider gives for as long as a session lasts. */
const claimGrant = z.strictObject({
  claim: z.string().min(1),
  /** What the claim is, or has among its values. */
  value: z.string().min(1),
  role: z.enum(roles),
  /** The code of a unit, or `*`. */
  unit: z.string().min(1).optional(),
  /** The claim whose value is the code of the unit. */
  'unit-from': z.string().min(1).optional(),
});

const schema = z.strictObject({
  /** Where people reach Outturn; localhost without it. */
  origin: z
    .string()
    .refine(secured, 'https://NAME, or http://localhost:PORT to try it on one computer')
    .transform((text) => new URL(text).origin)
    .optional(),
  /** The address of this computer to listen at. */
  listen: z.string().min(1).default('127.0.0.1'),
  /** Addresses of reverse proxies whose word of who asks is believed. */
  proxies: z.array(z.string().min(1)).default([]),
  /** Whether passwords are kept here. */
  accounts: z.boolean().default(false),
  provider: z
    .strictObject({
      name: z.string().min(1).default('your work account'),
      issuer: z.string().refine(secured, 'an https:// address'),
      client: z.string().min(1),
      /** The variable of the environment that holds the client's secret. */
      secret: z
        .string()
        .regex(/^[A-Z_][A-Z0-9_]*$/, 'the name of a variable, not the secret')
        .optional(),
      scopes: z.string().default('openid profile email'),
      /** Whether an email address is theirs though the provider does not say that it verified it. */
      'trust-email': z.boolean().default(false),
      grants: z
        .array(
          claimGrant.refine(
            (grant) => (grant.unit === undefined) !== (grant['unit-from'] === undefined),
            'unit or unit-from, one of them',
          ),
        )
        .default([]),
    })
    .optional(),
  /** How many requests a minute one address may make. */
  requests: z.number().int().min(60).default(1200),
});

/** How people sign in to an installation, as its settings file says. */
export type SignInSettings = z.output<typeof schema>;
export type ProviderSettings = NonNullable<SignInSettings['provider']>;
export type ClaimGrant = ProviderSettings['grants'][number];

/**
 * Reads the settings file of sign-in, YAML.
 *
 * @throws Error with what is wrong in it, a line for each
 */
export function readSignInSettings(text: string): SignInSettings {
  const result = schema.safeParse(parse(text) ?? {});
  if (!result.success) {
    const wrong = result.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`);
    throw new Error(`The settings of sign-in are not right\n${wrong.join('\n')}`);
  }
  const { data } = result;
  if (!data.accounts && !data.provider) {
    throw new Error('The settings of sign-in name no way to sign in: accounts: true, or provider');
  }
  if (data.origin === undefined && data.listen !== '127.0.0.1') {
    throw new Error('The settings of sign-in listen to others without an origin: say under which name they reach it');
  }
  if (data.provider && data.origin === undefined) {
    throw new Error('The settings of sign-in name a provider without an origin: it sends people back there');
  }
  return data;
}
