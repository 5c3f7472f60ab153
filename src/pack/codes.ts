import type { Severity } from './diagnostic.ts';

interface Code {
  readonly severity: Severity;
  /** The message, with the values of one case in braces. */
  readonly text: string;
  /** What to do about it; for the reference page. */
  readonly remedy: string;
}

const error = (text: string, remedy: string): Code => ({ severity: 'error', text, remedy });
const warning = (text: string, remedy: string): Code => ({ severity: 'warning', text, remedy });

/** Everything that can be wrong with a pack. A code is stable: it may be relied on in scripts. */
export const codes = {
  // The folder and its parents
  'pack-not-found': error(
    'there is no pack {found}',
    'Give a folder that holds pack.yaml, or the name of one under packs/.',
  ),
  'extends-loop': error('the packs extend each other in a loop: {detail}', 'Take one of the extends lines out.'),
  'unknown-file': warning('{found} is not read', 'Move it to the folder of its kind, or delete it.'),
  'duplicate-id': error(
    '{found} is already the id of {detail}',
    'Rename one of the two; a child pack overrides by using the id of its parent, once.',
  ),
  'unknown-exclude': error(
    'there is nothing called {found} in the parent to leave out',
    'Write KIND/ID, for example indicators/cla-rate.',
  ),
  'name-collision': error(
    'the view {found} has the name of a dataset or of a built-in relation',
    'Datasets, views and built-in relations share one space of names: rename the view or the dataset.',
  ),
  // The form of a file
  'yaml-syntax': error('this is not readable YAML: {detail}', 'See the place; quote a value that holds ": " or " #".'),
  'csv-syntax': error(
    'this is not readable CSV: {detail}',
    'Each row needs as many cells as the header; quote a cell that holds a comma.',
  ),
  'unknown-key': error('{found} is not a key of {detail}', 'See the keys that are allowed.'),
  'missing-key': error('{detail} is missing', 'Add it.'),
  'wrong-type': error('{detail} should be {expected}, not {found}', 'Write the value in the form asked for.'),
  'wrong-value': error('{found} is not a value of {detail}', 'See the values that are allowed.'),
  'wrong-form': error('{found} does not fit {detail}: {expected}', 'Write the value in the form asked for.'),
  'duplicate-row': error('this row has the same {detail} as line {line}', 'Keep one of the two rows.'),
  // SQL
  'sql-syntax': error('{detail}', 'See the place; the SQL is read as PostgreSQL reads it.'),
  'sql-not-one-select': error(
    'a view is one select, and this is {detail}',
    'A view file holds one select statement and comments, nothing else.',
  ),
  'sql-not-one-expression': error(
    'this should be one expression',
    'Write a condition or a value as it would stand in a select list, without the select.',
  ),
  'sql-reads-file': error(
    '{found} reads from outside the pack',
    'A view reads datasets, views and built-in relations by their names; data comes in through a load.',
  ),
  'sql-reads-clock': error('{found} reads the clock', 'A figure is as at a date: use as_at, or join month_ends.'),
  'not-a-condition': error(
    '{found} is not true or false of a row',
    'Say what it is compared with: days_between(a, b) > 365 rather than days_between(a, b).',
  ),
  'sql-not-supported': error(
    '{detail} is not part of the SQL of a pack',
    'The SQL of a pack is what DuckDB and PostgreSQL both run with one meaning; see the list.',
  ),
  'sql-function-not-allowed': error(
    'the function {found} is not on the list',
    'The list holds what DuckDB and PostgreSQL both run with one meaning.',
  ),
  'sql-type-not-allowed': error(
    'the type {found} is not on the list',
    'Cast to date, integer, bigint, numeric, text or boolean.',
  ),
  'sql-operator-not-allowed': error(
    'the operator {found} is not on the list',
    'Division differs between engines: give the parts as numerator and denominator instead.',
  ),
  'sql-unknown-relation': error(
    'there is no dataset, view or built-in relation {found}',
    'Correct the name, or add the dataset or view.',
  ),
  'sql-unknown-alias': error('{found} is not a relation of this select', 'Write the alias that the from clause gives.'),
  'sql-unknown-column': error('there is no column {found} {detail}', 'Correct the name, or add the column.'),
  'sql-ambiguous-column': error('{found} is a column of {detail}', 'Write the relation before it: alias.column.'),
  'sql-duplicate-alias': error('{found} names two relations here', 'Give one of them another alias.'),
  'sql-unnamed-column': error('this column has no name', 'Give it one: as NAME.'),
  'sql-duplicate-column': error('{found} is the name of two columns of this view', 'Give one of them another name.'),
  'sql-column-count': error(
    '{detail}',
    'Both sides of a union, and a relation and its column names, have as many columns.',
  ),
  'view-cycle': error('the views read each other in a loop: {detail}', 'Take one of the reads out.'),
  // Indicators
  'cases-missing': error(
    'the indicator does not say which cases it counts',
    'Add cases, or lists of its own in numerator and denominator, or source: collected for figures that are given.',
  ),
  'when-missing': error(
    '{detail} must have exactly one of on, open and at',
    'An event has on; a state has open; a view with a row per month end has at.',
  ),
  'snapshot-of-events': error(
    'a snapshot counts what is open at the month end, and {detail} places events with on',
    'Use open or at, or another basis.',
  ),
  'unknown-relation': error('there is no dataset or view {found}', 'Correct the name, or add the dataset or view.'),
  'unknown-column': error('{detail} has no column {found}', 'Correct the name, or add the column to the view.'),
  'unknown-theme': error('{found} is not a theme of pack.yaml', 'Correct the name, or add the theme.'),
  'unknown-population': error(
    'the population dataset has no column {found}',
    'Correct the name, or declare a dataset called population with it.',
  ),
  'mixed-lists': error('{detail}', 'Either one list with a condition, or two lists with a sum each.'),
  'duplicate-version': error('two versions begin on {found}', 'Merge them, or correct a date.'),
  'holding-missing': error(
    '{detail} takes its unit from the holding team, and pack.yaml names no holding view',
    'Name the view in pack.yaml: holding: NAME.',
  ),
  'holding-columns': error(
    'the holding view {found} lacks {detail}',
    'It has person_id, held_from, held_to (the first day no longer held) and team_id, in spells of a person that never overlap.',
  ),
  'workers-columns': error(
    'the view of workers {found} lacks {detail}',
    'It has person_id, worker_id, started_on and ended_on: which worker is involved with which person.',
  ),
  'check-form': error(
    'a check has either on or each',
    'Give on, a list of dataset, columns and where; or each: reference or date.',
  ),
  'unknown-reference': error('{found} is not a column of a dataset', 'Write dataset.column.'),
  // Mappings
  'unknown-dataset': error('there is no dataset {found}', 'Correct the id, or add datasets/ID.yaml.'),
  'mapped-twice': error('{found} has a heading and a constant', 'Keep one of the two.'),
  'unknown-code': error('{found} is not a code of {detail}', 'Write a code of the list, or add it to the dataset.'),
  // Tables and reports
  'unknown-indicator': error('there is no indicator {found}', 'Correct the id, or add the indicator.'),
  'unknown-published-table': error(
    'there is no published table {found}',
    'Correct the id, or add the table under tables of benchmarks.yaml.',
  ),
  'not-collected': error(
    '{found} is not a collected indicator',
    'Give figures of indicators with source: collected; the others are counted from cases.',
  ),
  'figure-form': error(
    '{detail}',
    'Give a numerator with its denominator, a numerator alone for a count, or the value.',
  ),
  'unknown-unit': error('there is no unit {found} in units.csv', 'Correct the code, or add the unit.'),
  'unknown-scheme': error('there is no judgement scheme {found}', 'Correct the id, or add schemes/ID.yaml.'),
  'unknown-label-set': error('there is no label set {found}', 'Correct the id, or add labels/ID.yaml.'),
  'unknown-check': error('there is no check {found}', 'Correct the id, or add checks/ID.yaml.'),
  'unknown-name-in-report': error(
    'the report has no {found} among its {detail}',
    'Correct the name, or add it to the report.',
  ),
  'report-columns': error(
    'this table has {detail}',
    'Give it exactly one column that shows the title: it heads the rows.',
  ),
  'unknown-comparator': error(
    '{detail}',
    'Give a comparator to an indicator of the pack, with its value or a word for why there is none.',
  ),
  'target-form': error(
    'this row has {detail}',
    'A row has one of target, reduction, complement_of, benchmark and no_target; a reduction has base or base_month.',
  ),
  'override-form': error(
    'this row {detail}',
    'A row sets a status, a trend or both, until the end of its month or a later day.',
  ),
  'edges-reversed': error('{detail}', 'Write the lower end first, and the target inside its tolerance.'),
  'amber-beyond-target': warning(
    'the amber limit {found} is on the good side of the target: {detail}',
    'Give a limit that is worse than the target, or leave it out.',
  ),
  'limits-of-activity': warning(
    '{found} is neither better higher nor lower, so {detail} of this row judges nothing',
    'Override the polarity of the indicator, or leave the limits out.',
  ),
  'not-in-distribution': error(
    '{found} is not a share of a distribution with {detail}',
    'List both under the same distribution of pack.yaml, the best grade first.',
  ),
  'scheme-order': error(
    'this band is {found}, after one that is {detail}',
    'Bands run from the best figures to the worst: met, then near, then away.',
  ),
  'scheme-last-band': error('{detail}', 'Every band but the last names its edge with until; the last has none.'),
  'unit-roots': error(
    'from {detail} the organisation has {count} units without a parent: {found}',
    'One unit, the authority, has no parent; every other one has.',
  ),
  'unit-loop': error('unit {found} is below itself: {detail}', 'Correct a parent.'),
  'unit-overlap': error(
    'unit {found} has another row in force on the same days, at line {line}',
    'End one row before the other begins.',
  ),
  'dates-reversed': error('this ends on {found}, before it begins', 'Correct from or to.'),
} as const satisfies Record<string, Code>;

export type DiagnosticCode = keyof typeof codes;
