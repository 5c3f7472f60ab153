/** How a number is stored in a cell and the code by which a spreadsheet shows it. */
export interface NumberFormat {
  readonly value: number;
  readonly code: string;
}

/** The longest word beside a number that is left to the format of its cell. */
const longestBeside = 60;

/**
 * The number and the format that show what is printed: '1,204' by '#,##0', '86.9%' as 0.869 by '0.0%'. What stands
 * before and after the digits ('+', ' days') and what is said beside them (' [a]', ' (few)') go into the format, so
 * that the cell holds a number that can be reckoned with. Null where no format would show it, and the printed words
 * have to do.
 */
export function numberFormat(value: number, printed: string, beside = ''): NumberFormat | null {
  const read = /^([^\d−-]*?)([+−-]?)(\d[\d,]*)(?:\.(\d+))?(\D*)$/.exec(printed);
  if (!read || beside.length > longestBeside || !Number.isFinite(value)) return null;
  const [, before = '', sign = '', whole = '', fraction = '', after = ''] = read;
  if (halfUp(value, fraction.length) !== `${isMinus(sign) ? '-' : ''}${whole.replaceAll(',', '')}${point(fraction)}`)
    return null;
  const percent = after === '%';
  const digits = `${whole.includes(',') ? '#,##0' : '0'}${point('0'.repeat(fraction.length))}`;
  const shown = `${quoted(before)}${digits}${percent ? '%' : quoted(after)}${quoted(beside)}`;
  return {
    value: percent ? Number((value / 100).toPrecision(15)) : value,
    code: sign === '+' || sign === '−' ? `"+"${shown};"−"${shown};${shown}` : shown,
  };
}

const isMinus = (sign: string): boolean => sign === '-' || sign === '−';

const point = (digits: string): string => (digits === '' ? '' : `.${digits}`);

/** Words in a format; a quotation mark cannot stand between two of its kind. */
const quoted = (words: string): string => (words === '' ? '' : `"${words.replaceAll('"', '”')}"`);

/** A number as a spreadsheet shows it: of fifteen digits, half away from nought. */
export function halfUp(value: number, decimals: number): string {
  const [mantissa = '0', exponent = '0'] = Math.abs(value).toExponential(14).split('e');
  const digits = BigInt(mantissa.replace('.', ''));
  const drop = 14 - Number(exponent) - decimals;
  const unit = 10n ** BigInt(Math.max(0, drop));
  const rounded = drop <= 0 ? digits * 10n ** BigInt(-drop) : (digits + unit / 2n) / unit;
  const all = rounded.toString().padStart(decimals + 1, '0');
  const whole = all.slice(0, all.length - decimals);
  return `${value < 0 && rounded > 0n ? '-' : ''}${whole}${point(all.slice(all.length - decimals))}`;
}
