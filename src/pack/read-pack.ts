import { benchmarksOf, checkBenchmarks } from './benchmarks.ts';
import { bindCheck } from './bind-check.ts';
import type { Report } from './bind-indicator.ts';
import { bindVersion } from './bind-indicator.ts';
import { checkGiven } from './check-given.ts';
import { checkIdentities } from './check-identities.ts';
import { checkDates, checkVersion, type PackFacts } from './check-indicator.ts';
import { checkMappings } from './check-mappings.ts';
import { checkObservations } from './check-observations.ts';
import { checkOverrides } from './check-overrides.ts';
import { checkNamedView, checkReferences, checkViewNames } from './check-pack.ts';
import { checkReports } from './check-reports.ts';
import { checkSchemes } from './check-schemes.ts';
import { checkTargets } from './check-targets.ts';
import { checkUnits } from './check-units.ts';
import { type Collected, collect } from './collect.ts';
import type { Diagnostic } from './diagnostic.ts';
import { type Layer, readLayers } from './files.ts';
import { definitionHash } from './hash.ts';
import { type Item, placeIn } from './merge.ts';
import type { Dataset, Definition, Indicator, LabelSet, Pack, Version } from './model.ts';
import { benchmarksSchema } from './schema/benchmarks.ts';
import { camel } from './schema/camel.ts';
import { checkSchema } from './schema/check.ts';
import { datasetSchema } from './schema/dataset.ts';
import { indicatorSchema } from './schema/indicator.ts';
import { labelsSchema } from './schema/labels.ts';
import { mappingSchema } from './schema/mapping.ts';
import { packFileSchema } from './schema/pack-file.ts';
import { reportSchema } from './schema/report/index.ts';
import { commentSchema, comparatorSchema, printedSchema } from './schema/report-tables.ts';
import { schemeSchema } from './schema/scheme.ts';
import { observationSchema, overrideSchema, targetSchema, unitSchema } from './schema/tables.ts';
import { loadParser } from './sql/parse.ts';
import { validate } from './validate.ts';
import { resolveVersions } from './versions.ts';
import { bindViews } from './views.ts';

/**
 * Reads a pack with those it extends, and checks it. A pack with an error is null: it does not run.
 *
 * @param nameOrFolder a name under the packs folder, or a folder that holds pack.yaml
 */
export async function readPack(
  nameOrFolder: string,
  { packsFolder }: { packsFolder: string },
): Promise<{ pack: Pack | null; diagnostics: Diagnostic[] }> {
  const { layers, diagnostics } = await readLayers(nameOrFolder, packsFolder);
  return diagnostics.length > 0 ? { pack: null, diagnostics } : packOfLayers(layers);
}

/** The pack that files say, wherever they are kept: the pack asked for first, the one that all build on last. */
export async function packOfLayers(
  layers: readonly Layer[],
): Promise<{ pack: Pack | null; diagnostics: Diagnostic[] }> {
  await loadParser();
  const [layer] = layers;
  return layer ? checkPack(collect(layers), layer.folder) : { pack: null, diagnostics: [] };
}

/** Everything after reading: pure. Diagnostics come by file and place. */
export function checkPack(collected: Collected, folder: string): { pack: Pack | null; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [...collected.diagnostics];
  const report: Report = (diagnostic) => void diagnostics.push(diagnostic);
  const take = <T>({ value, diagnostics: found }: { value: T | null; diagnostics: Diagnostic[] }): T | null => {
    diagnostics.push(...found);
    return value;
  };
  const taken = <T>(items: ReadonlyMap<string, Item>, check: (item: Item) => Parameters<typeof take<T>>[0]) =>
    [...items].flatMap(([id, item]) => {
      const value = take(check(item));
      return value === null ? [] : [{ id, item, value }];
    });

  const packFile = collected.pack && take(validate(packFileSchema, collected.pack));
  const benchmarks = collected.benchmarks && take(validate(benchmarksSchema, collected.benchmarks));
  const datasetFiles = taken(collected.datasets, (item) => validate(datasetSchema, item));
  const datasets = new Map(
    datasetFiles.map(({ id, value }): [string, Dataset] => [id, keepCodes(camel(value), value)]),
  );
  const indicatorFiles = taken(collected.indicators, (item) => validate(indicatorSchema, item));
  const checkFiles = taken(collected.checks, (item) => validate(checkSchema, item));
  const mappings = taken(collected.mappings, (item) => validate(mappingSchema, item));
  const observations = taken(collected.observations, (item) => validate(observationSchema, item));
  const overrides = taken(collected.overrides, (item) => validate(overrideSchema, item));
  const comparators = taken(collected.comparators, (item) => validate(comparatorSchema, item));
  const comments = taken(collected.comments, (item) => validate(commentSchema, item));
  const printed = taken(collected.printed, (item) => validate(printedSchema, item));
  const schemes = taken(collected.schemes, (item) => validate(schemeSchema, item));
  const labels = taken(collected.labels, (item) => validate(labelsSchema, item));
  const reports = taken(collected.reports, (item) => validate(reportSchema, item));
  const targets = taken(collected.targets, (item) => validate(targetSchema, item));
  const units = taken(collected.units, (item) => validate(unitSchema, item));

  const known = new Map([...collected.datasets.keys()].map((id) => [id, datasets.get(id) ?? null]));
  const catalogue = bindViews(collected.views, known, report);
  checkViewNames(collected.views, collected.datasets, report);
  checkReferences(datasetFiles, report);
  const facts: PackFacts = {
    packFile: packFile && { themes: packFile.themes.map((theme) => theme.id), holding: packFile.holding },
    population: datasets.get('population'),
  };
  if (packFile && collected.pack) {
    checkNamedView('holding', packFile.holding, collected.pack, catalogue, report);
    checkNamedView('workers', packFile.workers, collected.pack, catalogue, report);
  }

  const surroundings = {
    views: catalogue.views,
    datasets,
    holding: packFile?.holding,
    financialYearStart: packFile?.['financial-year-start'] ?? 4,
  };
  const indicators = new Map<string, Indicator>();
  for (const { id, item, value } of indicatorFiles) {
    const versions = resolveVersions(value);
    checkDates(item, versions, report);
    const resolved = versions.map((version): Version => {
      checkVersion(item, version, facts, report);
      const { reads, needs } = bindVersion(item, version, catalogue, report);
      const { from, note, comparable, definition } = version;
      return {
        from,
        note,
        comparable,
        definition,
        needs,
        hash: definitionHash(definition, reads, needs, surroundings),
      };
    });
    indicators.set(id, { id, versions: resolved });
  }

  const checks = checkFiles.map(({ item, value }) => bindCheck(item, value, catalogue, datasets, report));
  const placedUnits = units.map(({ item, value }) => ({
    row: value,
    at: (column?: string) => placeIn(item, column === undefined ? [] : [column]),
  }));
  checkUnits(placedUnits, report);
  const indicatorIds = new Set(collected.indicators.keys());
  const schemeIds = new Set(collected.schemes.keys());
  checkTargets(
    targets,
    {
      indicators: indicatorIds,
      polarities: polaritiesOf(indicators),
      units: new Set([...collected.units.keys()].map((key) => key.split('\n')[0] ?? '')),
      schemes: schemeIds,
      distributions: packFile?.distributions ?? [],
    },
    report,
  );
  checkMappings(mappings, datasets, report);
  checkObservations(
    observations,
    indicators,
    units.map(({ value }) => value.code),
    report,
  );
  checkOverrides(
    overrides,
    indicatorIds,
    units.map(({ value }) => value.code),
    report,
  );
  checkGiven([...comparators, ...comments, ...printed], indicatorIds, new Set(collected.reports.keys()), report);
  checkSchemes(schemes, report);
  if (packFile && collected.pack) {
    checkIdentities({ item: collected.pack, value: packFile }, indicatorIds, schemeIds, report);
  }
  if (benchmarks && collected.benchmarks) checkBenchmarks(collected.benchmarks, benchmarks, indicatorIds, report);
  const distributions = new Set((packFile?.distributions ?? []).map(({ id }) => id));
  const named = { labels: new Set(collected.labels.keys()), checks: new Set(collected.checks.keys()) };
  checkReports(reports, { indicators: indicatorIds, distributions, ...named }, report);

  const found = unique(diagnostics);
  if (!packFile || found.some((diagnostic) => diagnostic.severity === 'error'))
    return { pack: null, diagnostics: found };
  const pack: Pack = {
    ...camel(packFile),
    glossary: packFile.glossary,
    folder,
    datasets,
    views: catalogue.views,
    indicators,
    checks: new Map(checks.map((check) => [check.id, check])),
    targets: targets.map(({ value }) => value),
    units: units.map(({ value }) => value),
    mappings: new Map(mappings.map(({ id, value }) => [id, value])),
    observations: observations.map(({ value }) => value),
    overrides: overrides.map(({ value }) => value),
    comparators: comparators.map(({ value }) => value),
    comments: comments.map(({ value }) => value),
    printed: printed.map(({ value }) => value),
    schemes: new Map(schemes.map(({ id, value }) => [id, camel(value)])),
    labels: new Map(labels.map(({ id, value }) => [id, keepNames(camel(value), value)])),
    reports: new Map(reports.map(({ id, value }) => [id, camel(value)])),
    benchmarks: benchmarksOf(benchmarks),
  };
  return { pack, diagnostics: found };
}

/** Codes are values, not names of ours: they keep their hyphens. */
function keepCodes(
  dataset: Dataset,
  file: { columns: Record<string, { codes?: Record<string, string> | undefined }> },
): Dataset {
  const columns = Object.entries(dataset.columns).map(([name, column]) => {
    const codes = file.columns[name]?.codes;
    return [name, codes ? { ...column, codes } : column] as const;
  });
  return { ...dataset, columns: Object.fromEntries(columns) };
}

/** Places, reasons and trends are values, not names of ours: they keep their hyphens. */
function keepNames(labels: LabelSet, file: Pick<LabelSet, 'places' | 'reasons' | 'polarities' | 'trends'>): LabelSet {
  const { places, reasons, polarities, trends } = file;
  return { ...labels, places, reasons, polarities, trends };
}

/** The polarity of each indicator that keeps one through all its versions. */
function polaritiesOf(indicators: ReadonlyMap<string, Indicator>): ReadonlyMap<string, Definition['polarity']> {
  return new Map(
    [...indicators].flatMap(([id, { versions }]) => {
      const [polarity, ...others] = new Set(versions.map(({ definition }) => definition.polarity));
      return polarity === undefined || others.length > 0 ? [] : [[id, polarity] as const];
    }),
  );
}

/** In order of file and place, each once (a field that several versions share is wrong once). */
function unique(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const byKey = new Map(
    diagnostics.map((found) => [[found.file, found.line, found.column, found.code, found.message].join('\n'), found]),
  );
  return [...byKey.values()].sort(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  );
}
