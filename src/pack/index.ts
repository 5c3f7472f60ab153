export type { Benchmarks, PublishedFigure, PublishedTable } from './benchmarks.ts';
export { checkUnits, type PlacedUnit } from './check-units.ts';
export { codes, type DiagnosticCode } from './codes.ts';
export { type Diagnostic, formatDiagnostic, type Place, type Severity } from './diagnostic.ts';
export { figureProblem } from './figure-form.ts';
export { type FileKind, fileKinds } from './file-kinds.ts';
export { type Layer, readLayers } from './files.ts';
export { dueListOf } from './indicator-lists.ts';
export type {
  CaseList,
  Check,
  CheckedRows,
  CollectedFigure,
  Column,
  Comment,
  Dataset,
  Definition,
  Distribution,
  FileMapping,
  GivenComparator,
  Identity,
  Indicator,
  LabelSet,
  OverrideRow,
  Pack,
  Printed,
  Report,
  Scheme,
  SummedList,
  Target,
  UnitRow,
  Version,
  View,
} from './model.ts';
export { nearest } from './nearest.ts';
export { packOfLayers, readPack } from './read-pack.ts';
export { observationSchema, overrideSchema, targetSchema, unitKinds } from './schema/tables.ts';
export { builtins } from './sql/builtins.ts';
export { castTypes, dateParts, type FunctionKind, functions, type SqlFunction } from './sql/functions.ts';
export { breakBetween, versionAt } from './version-at.ts';
