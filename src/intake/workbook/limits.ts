/** What a workbook may be at most; beyond it is refused before anything is unpacked. */
export const workbookLimits = {
  /** Bytes of the file. */
  bytes: 200_000_000,
  /** Parts in the archive. */
  entries: 5_000,
  /** Bytes of all the parts that are read, unpacked, as the archive declares them; a part that turns out longer is refused. */
  unpacked: 1_000_000_000,
  /** Bytes of the table of shared texts, unpacked: it is held in memory. */
  sharedStrings: 250_000_000,
  /** Columns that are read of a sheet. */
  columns: 2_000,
  /** Megabytes of memory for the process that reads it. */
  memory: 768,
  /** Seconds that reading may take. */
  seconds: 120,
} as const;

/** A workbook that cannot be read; the message says why, for a person, without the name of the file. */
export class WorkbookError extends Error {}
