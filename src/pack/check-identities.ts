import type { Report } from './bind-indicator.ts';
import type { Placed } from './check-pack.ts';
import { diagnose } from './diagnostic.ts';
import { placeIn } from './merge.ts';
import type { Path } from './source/yaml-source.ts';

interface PackFile {
  readonly scheme?: string | undefined;
  readonly distributions?: readonly { readonly of: readonly string[] }[] | undefined;
  readonly identities?:
    | readonly { readonly left: readonly (string | number)[]; readonly right: readonly (string | number)[] }[]
    | undefined;
  readonly 'process-limits'?: { readonly rebased: readonly { readonly indicator: string }[] } | undefined;
}

/** What pack.yaml says of indicators and schemes names ones that the pack has. */
export function checkIdentities(
  { item, value }: Placed<PackFile>,
  indicators: ReadonlySet<string>,
  schemes: ReadonlySet<string>,
  report: Report,
): void {
  const known = (found: string, path: Path): void => {
    if (!indicators.has(found))
      report(diagnose('unknown-indicator', placeIn(item, path), { found, allowed: indicators }));
  };
  value.distributions?.forEach(({ of }, index) => {
    of.forEach((id, position) => void known(id, ['distributions', index, 'of', position]));
  });
  value.identities?.forEach((identity, index) => {
    for (const side of ['left', 'right'] as const) {
      identity[side].forEach((term, position) => {
        if (typeof term === 'string') known(term.split('.')[0] ?? '', ['identities', index, side, position]);
      });
    }
  });
  value['process-limits']?.rebased.forEach(({ indicator }, index) => {
    known(indicator, ['process-limits', 'rebased', index, 'indicator']);
  });
  if (value.scheme !== undefined && !schemes.has(value.scheme)) {
    report(diagnose('unknown-scheme', placeIn(item, ['scheme']), { found: value.scheme, allowed: schemes }));
  }
}
