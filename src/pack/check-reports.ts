import type { Report } from './bind-indicator.ts';
import type { Placed } from './check-pack.ts';
import type { DiagnosticCode } from './codes.ts';
import { diagnose } from './diagnostic.ts';
import { type Item, isRecord, placeIn } from './merge.ts';
import type { Path } from './source/yaml-source.ts';

/** What the reports of a pack may name. */
export interface Nameable {
  readonly indicators: ReadonlySet<string>;
  readonly labels: ReadonlySet<string>;
  readonly distributions: ReadonlySet<string>;
  readonly checks: ReadonlySet<string>;
}

interface ReportFile {
  readonly groups: readonly { readonly title: string }[];
  readonly notes: Readonly<Record<string, string>>;
}

/** Reports show indicators of the pack, in words of the pack, and every token of their words stands for something. */
export function checkReports(reports: readonly Placed<ReportFile>[], names: Nameable, report: Report): void {
  for (const { item, value } of reports) {
    const known: Readonly<Record<string, ReadonlySet<string>>> = {
      indicator: names.indicators,
      groups: new Set(value.groups.map(({ title }) => title)),
      distribution: names.distributions,
      'label-set': names.labels,
      'blocked-by': names.checks,
      notes: new Set(Object.keys(value.notes)),
      section: sectionIds(value),
    };
    for (const { kind, found, path } of namesIn(value, [])) {
      const allowed = known[kind];
      if (allowed === undefined || allowed.has(found)) continue;
      report(
        diagnose(codeOf[kind] ?? 'unknown-name-in-report', placeIn(item, path), {
          found,
          allowed,
          words: { detail: kind },
        }),
      );
    }
    checkColumns(item, value, [], report);
  }
}

const codeOf: Readonly<Record<string, DiagnosticCode>> = {
  indicator: 'unknown-indicator',
  'label-set': 'unknown-label-set',
  'blocked-by': 'unknown-check',
};

interface Name {
  readonly kind: string;
  readonly found: string;
  readonly path: Path;
}

/** The lists and fields of a report that name something, by what they name. Groups at the top of it are its own. */
function* namesIn(value: unknown, path: Path): Generator<Name> {
  if (typeof value === 'string') {
    for (const [, kind = '', found = ''] of value.matchAll(
      /\{(value|numerator|denominator|target|difference|section):([^}@/ ]*)[^}]*\}/g,
    )) {
      yield { kind: kind === 'section' ? 'section' : 'indicator', found, path };
    }
  } else if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) yield* namesIn(each, [...path, index]);
  } else if (isRecord(value)) {
    for (const [key, inner] of Object.entries(value)) {
      const at = [...path, key];
      const ofEntry = key === 'parts' && path.includes('groups');
      const kind = key === 'indicators' || key === 'figures' || ofEntry ? 'indicator' : key;
      const isName = ['indicator', 'groups', 'distribution', 'label-set', 'notes', 'blocked-by'].includes(kind);
      if (isName && typeof inner === 'string') yield { kind, found: inner, path: at };
      else if (isName && Array.isArray(inner)) {
        for (const [index, found] of inner.entries()) {
          if (typeof found === 'string') yield { kind, found, path: [...at, index] };
          else yield* namesIn(found, [...at, index]);
        }
      } else if (key === 'figures' && isRecord(inner)) {
        for (const [name, found] of Object.entries(inner)) yield { kind, found: String(found), path: [...at, name] };
      } else yield* namesIn(inner, at);
    }
  }
}

function sectionIds(value: unknown): Set<string> {
  const found = new Set<string>();
  const look = (sections: unknown): void => {
    if (!Array.isArray(sections)) return;
    for (const section of sections) {
      if (!isRecord(section)) continue;
      if (typeof section.id === 'string') found.add(section.id);
      look(section.sections);
    }
  };
  look(isRecord(value) ? value.sections : []);
  return found;
}

/** A table about indicators has one column of titles: it heads the rows. */
function checkColumns(item: Item, value: unknown, path: Path, report: Report): void {
  if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) checkColumns(item, each, [...path, index], report);
  } else if (isRecord(value)) {
    if (value.part === 'table' && Array.isArray(value.columns)) {
      const titles = value.columns.filter((column) => isRecord(column) && column.show === 'title').length;
      if (titles !== 1) {
        const words = { detail: titles === 0 ? 'no column of titles' : `${titles} columns of titles` };
        report(diagnose('report-columns', placeIn(item, [...path, 'columns']), { words }));
      }
    }
    for (const [key, inner] of Object.entries(value)) checkColumns(item, inner, [...path, key], report);
  }
}
