import type { Report } from './bind-indicator.ts';
import type { DiagnosticCode } from './codes.ts';
import { diagnose, type Particulars } from './diagnostic.ts';
import { listsOf } from './indicator-lists.ts';
import { type Item, placeIn } from './merge.ts';
import type { Dataset } from './model.ts';
import type { Path } from './source/yaml-source.ts';
import type { ResolvedVersion } from './versions.ts';

/** What a rule about indicators needs to know of the pack. */
export interface PackFacts {
  /** Null where pack.yaml is at fault. */
  readonly packFile: { readonly themes: readonly string[]; readonly holding: string | undefined } | null;
  readonly population: Dataset | undefined;
}

/** The rules about an indicator that its form alone does not express. */
export function checkVersion(item: Item, version: ResolvedVersion, facts: PackFacts, report: Report): void {
  const { definition } = version;
  const say = (code: DiagnosticCode, path: Path, particulars?: Particulars) =>
    report(diagnose(code, placeIn(item, version.locate(path), path.length > 1 ? 'value' : 'key'), particulars));
  const { cases, numerator, denominator, theme } = definition;
  const themes = facts.packFile?.themes;
  if (themes && !themes.includes(theme)) say('unknown-theme', ['theme'], { found: theme, allowed: themes });

  const lists = listsOf(definition);
  const numeratorList = typeof numerator === 'object';
  const denominatorList = denominator !== undefined && 'from' in denominator;
  if (lists.length === 0 && definition.source !== 'collected') say('cases-missing', ['cases']);
  else if (numeratorList !== denominatorList) {
    const detail = numeratorList
      ? 'a numerator with rows of its own needs a denominator with rows of its own'
      : 'a denominator with rows of its own needs a numerator with rows of its own';
    say('mixed-lists', [numeratorList ? 'numerator' : 'denominator'], { words: { detail } });
  } else if (numeratorList && cases) {
    const detail = 'cases and two lists of their own cannot stand together';
    say('mixed-lists', ['cases'], { words: { detail } });
  }

  for (const { path, cases: list } of lists) {
    const detail = path.join('.');
    const whens = [list.on, list.open, list.at].filter((when) => when !== undefined);
    if (whens.length !== 1) say('when-missing', path, { words: { detail } });
    if (list.on !== undefined && definition.basis === 'snapshot') {
      say('snapshot-of-events', [...path, 'on'], { words: { detail } });
    }
    const byHolding = list.unit?.from?.includes('holding') ?? true;
    if (byHolding && facts.packFile && facts.packFile.holding === undefined)
      say('holding-missing', path, { words: { detail } });
  }

  if (denominator && 'population' in denominator) {
    const allowed = Object.keys(facts.population?.columns ?? {});
    const found = denominator.population;
    if (!allowed.includes(found)) say('unknown-population', ['denominator', 'population'], { found, allowed });
  }
}

/** Two versions may not begin on one day. */
export function checkDates(item: Item, versions: readonly ResolvedVersion[], report: Report): void {
  versions.forEach((version, index) => {
    if (version.from === null || versions[index - 1]?.from !== version.from) return;
    const place = placeIn(item, version.path);
    report(diagnose('duplicate-version', place, { found: version.from }));
  });
}
