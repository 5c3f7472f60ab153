import type { z } from 'zod';
import { benchmarksSchema } from './schema/benchmarks.ts';
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

export interface FileKind {
  /** Its place in the folder of a pack. */
  readonly file: string;
  readonly name: string;
  readonly schema: z.ZodType;
}

/** The files of a pack that have a schema; views/*.sql is the other kind. */
export const fileKinds: readonly FileKind[] = [
  { file: 'pack.yaml', name: 'pack', schema: packFileSchema },
  { file: 'datasets/*.yaml', name: 'dataset', schema: datasetSchema },
  { file: 'indicators/*.yaml', name: 'indicator', schema: indicatorSchema },
  { file: 'checks/*.yaml', name: 'check', schema: checkSchema },
  { file: 'mappings/*.yaml', name: 'mapping', schema: mappingSchema },
  { file: 'targets.csv', name: 'target', schema: targetSchema },
  { file: 'units.csv', name: 'unit', schema: unitSchema },
  { file: 'observations.csv', name: 'observation', schema: observationSchema },
  { file: 'overrides.csv', name: 'override', schema: overrideSchema },
  { file: 'comparators.csv', name: 'comparator', schema: comparatorSchema },
  { file: 'commentary.csv', name: 'comment', schema: commentSchema },
  { file: 'printed.csv', name: 'printed', schema: printedSchema },
  { file: 'schemes/*.yaml', name: 'scheme', schema: schemeSchema },
  { file: 'labels/*.yaml', name: 'labels', schema: labelsSchema },
  { file: 'benchmarks.yaml', name: 'benchmarks', schema: benchmarksSchema },
  { file: 'reports/*.yaml', name: 'report', schema: reportSchema },
];
