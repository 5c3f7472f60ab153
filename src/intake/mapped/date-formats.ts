const parts: Readonly<Record<string, string>> = {
  DD: '%d',
  D: '%d',
  MMMM: '%B',
  MMM: '%b',
  MM: '%m',
  M: '%m',
  YYYY: '%Y',
  YY: '%y',
};

/**
 * The date formats of a mapping as the engine writes them.
 *
 * @example dateFormats(['D MMM YYYY']) // ['%d %b %Y']
 */
export function dateFormats(formats: readonly string[]): string[] {
  return formats.map((format) => format.replaceAll(/YYYY|YY|MMMM|MMM|MM|M|DD|D/g, (part) => parts[part] ?? part));
}
