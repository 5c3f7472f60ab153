import { appendOnly, refuseChange } from './append-only.ts';
import type { Dialect, Migration } from './migration.ts';

/** What each change says of itself. The key makes two changes of one version impossible. */
const change = `thread text not null,
  version integer not null check (version > 0),
  action text not null,
  who text not null,
  role text not null,
  at text not null,
  why text,
  primary key (thread, version)`;

const setting = (table: string): string => `create table ${table} (
  number integer not null unique,
  indicator text not null,
  unit text not null,
  "row" text not null,
  ${change}
)`;

const tables: readonly string[] = [
  `create table commentary (
  report text not null,
  indicator text,
  unit text not null,
  month text not null,
  heading text not null,
  author_role text not null,
  state text not null,
  text text not null,
  quoted text not null,
  causes text not null,
  shares text,
  ${change}
)`,
  'create index commentary_by_month on commentary (report, month)',
  'create index commentary_by_source on commentary (shares)',
  `create table actions (
  number integer not null,
  report text not null,
  indicator text,
  unit text not null,
  month text not null,
  closed_month text,
  text text not null,
  owner_role text not null,
  due text,
  state text not null,
  causes text not null,
  comment text,
  ${change}
)`,
  'create index actions_by_report on actions (report)',
  `create table approvals (
  report text not null,
  month text not null,
  unit text not null,
  state text not null,
  steps integer not null check (steps in (1, 2)),
  extract_hash text,
  definitions_hash text,
  covers text not null,
  below text not null,
  ${change}
)`,
  'create index approvals_by_month on approvals (report, month)',
  `create table editions (
  number integer not null unique,
  report text not null,
  month text not null,
  unit text not null,
  kind text not null check (kind in ('internal', 'public')),
  content_hash text not null,
  extract_hash text not null,
  definitions_hash text not null,
  path text not null,
  corrects integer unique references editions (number),
  changed text,
  previous text not null unique,
  hash text not null unique,
  ${change}
)`,
  setting('targets'),
  setting('overrides'),
  setting('collected'),
  `create table audit (
  number integer primary key,
  concept text not null,
  thread text not null,
  version integer not null,
  action text not null,
  who text not null,
  role text not null,
  at text not null,
  digest text not null,
  previous text not null unique,
  hash text not null unique,
  unique (concept, thread, version)
)`,
];

/** The unique keys of each table beside its thread and version. */
const keys: Readonly<Record<string, readonly (readonly string[])[]>> = {
  commentary: [],
  actions: [],
  approvals: [],
  editions: [['number'], ['corrects'], ['previous'], ['hash']],
  targets: [['number']],
  overrides: [['number']],
  collected: [['number']],
};

/** The publication cycle: commentary, actions, approvals, editions, what people set, and the audit of it all. */
export const cycle: Migration = {
  name: '0001-cycle',
  statements: (dialect: Dialect) => [
    ...(dialect === 'postgres' ? [refuseChange] : []),
    ...tables,
    ...Object.entries(keys).flatMap(([table, others]) =>
      appendOnly(dialect, table, [['thread', 'version'], ...others]),
    ),
    ...appendOnly(dialect, 'audit', [['number'], ['concept', 'thread', 'version'], ['previous'], ['hash']]),
  ],
};
