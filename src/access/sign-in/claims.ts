import type { SessionGrant } from '../../store/index.ts';
import type { ClaimGrant } from './settings.ts';

/** What a provider says of somebody. */
export type Claims = Readonly<Record<string, unknown>>;

/** The values of a claim as texts; none where it is absent or of another kind. */
function valuesOf(claims: Claims, name: string): readonly string[] {
  const value = Object.hasOwn(claims, name) ? claims[name] : undefined;
  return (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string' && one !== '');
}

/** The roles that claims give by the rules of the settings, each once. A unit from a claim is never the whole. */
export function grantsFrom(claims: Claims, rules: readonly ClaimGrant[]): readonly SessionGrant[] {
  const grants = rules
    .filter(({ claim, value }) => valuesOf(claims, claim).includes(value))
    .flatMap((rule) => {
      const from = rule['unit-from'];
      const units = from === undefined ? [rule.unit ?? ''] : valuesOf(claims, from).filter((unit) => unit !== '*');
      return units.filter((unit) => unit !== '').map((unit): SessionGrant => ({ role: rule.role, unit }));
    });
  return [...new Map(grants.map((grant) => [`${grant.role} ${grant.unit}`, grant])).values()];
}
