export { compareExtracts, type TableChange } from './compare-extracts.ts';
export { openDuckDb } from './duckdb.ts';
export { clearUnfinished, replaceFile, sync, syncFolder } from './durable.ts';
export { type Dialect, type Engine, literal, quoted, type Row, type Session, type Value } from './engine.ts';
export {
  boundPack,
  currentExtracts,
  type ExtractStanding,
  extractFolder,
  readManifest,
  type StoredExtract,
  storedExtracts,
} from './extracts.ts';
export { lockFolder, type Purpose } from './lock.ts';
export { type ExtractTable, type Manifest, type ReturnPeriod, type ReturnRows, sameStandard } from './manifest.ts';
export { Refusal, type RefusalCode } from './refusal.ts';
export { type Outcome, openStaging, type Staging } from './staging.ts';
