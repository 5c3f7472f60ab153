import { findingRemedy, maskedText, streamFindings } from '../../intake/index.ts';
import type { Pack } from '../../pack/index.ts';
import { literal } from '../../warehouse/index.ts';
import type { Authority } from '../authority.ts';
import type { ListedFinding, RowFilter, RowFinding } from './quality.ts';

interface Place {
  readonly data: string;
  readonly pack: Pack;
  readonly authority: Authority;
  /** The Parquet file of what the checks found. */
  readonly found: string;
}

interface Options {
  readonly unmasked?: boolean;
}

/** Every finding that a filter lets through: those made on reading, extract by extract, then those of checks. */
export async function* listFindings(
  place: Place,
  filter: RowFilter,
  options: Options,
): AsyncGenerator<ListedFinding[]> {
  // What was found on reading is told by the line of a file; whose team the row is of is not known.
  const onReading = filter.kind !== 'check' && (filter.team === undefined || filter.team === null);
  if (onReading) yield* foundOnReading(place, filter, options);
  if (filter.kind !== 'load') yield* foundByChecks(place, filter, options);
}

async function* foundOnReading(
  { data, authority: { manifests } }: Place,
  { code, dataset }: RowFilter,
  options: Options,
): AsyncGenerator<ListedFinding[]> {
  for (const manifest of manifests) {
    for await (const block of streamFindings(data, manifest, options)) {
      const listed = block
        .filter(
          (finding) => finding.code === (code ?? finding.code) && finding.dataset === (dataset ?? finding.dataset),
        )
        .map(
          (finding): ListedFinding => ({
            ...finding,
            authority: manifest.authority,
            source: manifest.source,
            kind: 'load',
            key: null,
            person: null,
            team: null,
            remedy: findingRemedy(finding.code),
          }),
        );
      if (listed.length > 0) yield listed;
    }
  }
}

async function* foundByChecks(
  { pack, authority, found }: Place,
  filter: RowFilter,
  { unmasked = false }: Options,
): AsyncGenerator<ListedFinding[]> {
  const shown = (value: string | null, personal: boolean) =>
    value === null || unmasked || !personal ? value : maskedText(value);
  for await (const block of streamRows(found, authority, filter)) {
    yield block.map(({ code, severity, dataset, column, key, person, team }): ListedFinding => {
      const table = pack.datasets.get(dataset);
      const check = pack.checks.get(code);
      return {
        authority: authority.code,
        source: table?.source ?? null,
        kind: 'check',
        code,
        severity,
        file: null,
        row: null,
        dataset,
        column,
        key: shown(key, (table?.columns[table.key[0] ?? '']?.personal ?? true) || isMadeOf(key, person)),
        person: shown(person, true),
        team,
        value: null,
        message: check?.says ?? code,
        remedy: check?.remedy ?? '',
      };
    });
  }
}

/** Whether a key was made from the id of the person, as those of a return are: `510000|2017-04-01|1`. */
const isMadeOf = (key: string | null, person: string | null): boolean =>
  key !== null && person !== null && key.split('|').includes(person);

async function* streamRows(file: string, { engine }: Authority, filter: RowFilter): AsyncGenerator<RowFinding[]> {
  const session = await engine.session();
  try {
    const where = [
      ...(filter.code === undefined ? [] : [`code = ${literal(filter.code)}`]),
      ...(filter.dataset === undefined ? [] : [`dataset = ${literal(filter.dataset)}`]),
      ...(filter.team === undefined ? [] : [filter.team === null ? 'team is null' : `team = ${literal(filter.team)}`]),
    ];
    const sql = `select code, severity, dataset, "column", key, person, team from read_parquet(${literal(file)})
      ${where.length > 0 ? `where ${where.join(' and ')}` : ''} order by code, dataset, "column", key`;
    for await (const block of session.stream(sql)) yield block.map(rowOf);
  } finally {
    session.close();
  }
}

function rowOf(row: readonly unknown[]): RowFinding {
  const [code, severity, dataset, column, key, person, team] = row.map((cell) => (cell === null ? null : String(cell)));
  return {
    code: code ?? '',
    severity: severity ?? '',
    dataset: dataset ?? '',
    column: column ?? '',
    key: key ?? null,
    person: person ?? null,
    team: team ?? null,
  };
}
