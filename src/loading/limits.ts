/** What a page takes at once. Files go to the disk as they come, so the limits are for the disk and the reader's patience. */
export const uploadLimits = {
  files: 200,
  /** Bytes of one file. */
  fileBytes: 1_000_000_000,
  /** Bytes of all files together. */
  totalBytes: 4_000_000_000,
  /** Bytes that stay free on the disk. */
  spareBytes: 1_000_000_000,
  /** How long files wait to be loaded before they are removed, in milliseconds. */
  waitMs: 60 * 60 * 1000,
} as const;

/** '1 GB', '250 MB', '12 KB': a number of bytes as a person reads it. */
export function bytesInWords(bytes: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB'];
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${Number(value.toPrecision(value < 10 ? 2 : 3))} ${units[unit]}`;
}
