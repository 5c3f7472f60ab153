import type { Report } from './bind-indicator.ts';
import type { Placed } from './check-pack.ts';
import { diagnose } from './diagnostic.ts';
import { placeIn } from './merge.ts';
import type { Dataset } from './model.ts';

interface MappingFile {
  readonly dataset: string;
  readonly columns: Readonly<
    Record<string, string | { readonly codes?: Readonly<Record<string, string>> | undefined }>
  >;
  readonly constants: Readonly<Record<string, unknown>>;
}

/** Mappings fill columns of datasets of the pack, each once, with values of their code lists. */
export function checkMappings(
  mappings: readonly Placed<MappingFile>[],
  datasets: ReadonlyMap<string, Dataset>,
  report: Report,
): void {
  for (const { item, value } of mappings) {
    const dataset = datasets.get(value.dataset);
    if (!dataset) {
      report(
        diagnose('unknown-dataset', placeIn(item, ['dataset']), { found: value.dataset, allowed: datasets.keys() }),
      );
      continue;
    }
    const allowed = Object.keys(dataset.columns);
    for (const part of ['columns', 'constants'] as const) {
      for (const found of Object.keys(value[part]).filter((column) => !allowed.includes(column))) {
        const words = { detail: value.dataset };
        report(diagnose('unknown-column', placeIn(item, [part, found], 'key'), { found, allowed, words }));
      }
    }
    for (const found of Object.keys(value.constants).filter((column) => column in value.columns)) {
      report(diagnose('mapped-twice', placeIn(item, ['constants', found], 'key'), { found }));
    }
    for (const [column, from] of Object.entries(value.columns)) {
      const codes = dataset.columns[column]?.codes;
      if (typeof from === 'string' || !from.codes || !codes) continue;
      for (const [written, found] of Object.entries(from.codes)) {
        if (Object.hasOwn(codes, found)) continue;
        const place = placeIn(item, ['columns', column, 'codes', written]);
        report(diagnose('unknown-code', place, { found, allowed: Object.keys(codes), words: { detail: column } }));
      }
    }
  }
}
