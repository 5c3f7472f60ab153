import type { z } from 'zod';
import type { Benchmarks } from './benchmarks.ts';
import type { Camel } from './schema/camel.ts';
import type { checkedRowsSchema, checkSchema } from './schema/check.ts';
import type { datasetSchema } from './schema/dataset.ts';
import type { distributionSchema, identitySchema } from './schema/identity.ts';
import type { caseListSchema, indicatorSchema, summedListSchema } from './schema/indicator.ts';
import type { labelsSchema } from './schema/labels.ts';
import type { mappingSchema } from './schema/mapping.ts';
import type { packFileSchema } from './schema/pack-file.ts';
import type { reportSchema } from './schema/report/index.ts';
import type { commentSchema, comparatorSchema, printedSchema } from './schema/report-tables.ts';
import type { schemeSchema } from './schema/scheme.ts';
import type { observationSchema, overrideSchema, targetSchema, unitSchema } from './schema/tables.ts';

export type Dataset = Camel<z.output<typeof datasetSchema>>;
export type Column = Dataset['columns'][string];
export type CaseList = Camel<z.output<typeof caseListSchema>>;
export type SummedList = Camel<z.output<typeof summedListSchema>>;
export type Report = Camel<z.output<typeof reportSchema>>;
export type Scheme = Camel<z.output<typeof schemeSchema>>;
export type LabelSet = Camel<z.output<typeof labelsSchema>>;
export type Identity = Camel<z.output<typeof identitySchema>>;
export type Distribution = Camel<z.output<typeof distributionSchema>>;
/** A row of targets.csv: a target, or what takes its place. */
export type Target = z.output<typeof targetSchema>;
/** How a file of another layout fills a dataset; headings and codes as written. */
export type FileMapping = z.output<typeof mappingSchema>;
/** A row of observations.csv: a figure that is given. */
export type CollectedFigure = z.output<typeof observationSchema>;
/** A row of overrides.csv: a status or a trend that a person has set. */
export type OverrideRow = z.output<typeof overrideSchema>;
/** A row of comparators.csv: a figure of others that is given. */
export type GivenComparator = z.output<typeof comparatorSchema>;
/** A row of commentary.csv: what a person wrote about a figure. */
export type Comment = z.output<typeof commentSchema>;
/** A row of printed.csv: what a report of somebody else's printed of a figure. */
export type Printed = z.output<typeof printedSchema>;
export type UnitRow = z.output<typeof unitSchema>;
type IndicatorFile = Camel<z.output<typeof indicatorSchema>>;

/** An indicator as it stands in one version: every field resolved, nothing left to look up. */
export type Definition = Omit<IndicatorFile, 'id' | 'versions'>;

export interface Version {
  /** Months that end on or after this day use it; null: from the beginning. */
  readonly from: string | null;
  readonly note: string;
  /** Whether figures of the version before compare with those of this one. */
  readonly comparable: boolean;
  readonly definition: Definition;
  /** SHA-256 of everything that decides the figures: the definition and the views and datasets it reads. */
  readonly hash: string;
  /** Dataset columns that must be in the extract for a figure, by dataset. */
  readonly needs: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface Indicator {
  readonly id: string;
  /** In date order; the first is in force from the beginning. */
  readonly versions: readonly Version[];
}

export interface View {
  readonly id: string;
  readonly file: string;
  /** The comment at the head of the file. */
  readonly description: string;
  /** One select, without a closing semicolon. */
  readonly sql: string;
  /** Output columns in order. */
  readonly columns: readonly string[];
  /** Datasets, views and built-in relations it reads directly. */
  readonly reads: ReadonlySet<string>;
}

/** Rows of a dataset that a check finds, with the dataset columns that its condition reads. */
export interface CheckedRows extends Camel<z.output<typeof checkedRowsSchema>> {
  readonly needs: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A check with its rows written out: those that it finds by each column of a kind are among them. */
export interface Check
  extends Pick<Camel<z.output<typeof checkSchema>>, 'id' | 'title' | 'says' | 'remedy' | 'severity'> {
  readonly on: readonly CheckedRows[];
}

/** A pack that has been read with its parents and checked: what follows may rely on every name in it. */
export interface Pack extends Camel<z.output<typeof packFileSchema>> {
  readonly folder: string;
  readonly datasets: ReadonlyMap<string, Dataset>;
  /** In an order in which each view follows those it reads. */
  readonly views: ReadonlyMap<string, View>;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly checks: ReadonlyMap<string, Check>;
  readonly targets: readonly Target[];
  readonly units: readonly UnitRow[];
  readonly mappings: ReadonlyMap<string, FileMapping>;
  readonly observations: readonly CollectedFigure[];
  readonly overrides: readonly OverrideRow[];
  readonly comparators: readonly GivenComparator[];
  readonly comments: readonly Comment[];
  readonly printed: readonly Printed[];
  readonly schemes: ReadonlyMap<string, Scheme>;
  readonly labels: ReadonlyMap<string, LabelSet>;
  readonly reports: ReadonlyMap<string, Report>;
  readonly benchmarks: Benchmarks;
}
