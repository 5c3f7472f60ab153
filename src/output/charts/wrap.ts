import { textWidth } from './palette.ts';

interface Options {
  readonly bold?: boolean;
  /** What stays at the end whatever is cut: the figure after a name. */
  readonly tail?: string;
}

/** Breaks a label into at most two lines that fit a width, the second cut short with an ellipsis where it must be. */
export function wrapLabel(label: string, width: number, { bold = false, tail = '' }: Options = {}): string[] {
  const words = label.split(/\s+/).filter((word) => word !== '');
  const fits = (text: string): boolean => textWidth(text, bold) <= width;
  const ended = (text: string): string => [text, tail].filter((part) => part !== '').join(' ');
  if (fits(ended(words.join(' ')))) return [ended(words.join(' '))];
  let first = words.shift() ?? '';
  while (words.length > 0 && fits(`${first} ${words[0]}`)) first = `${first} ${words.shift()}`;
  if (words.length === 0) return tail === '' ? [cut(first, fits)] : [cut(first, fits), tail];
  const rest = words.join(' ');
  return [cut(first, fits), fits(ended(rest)) ? ended(rest) : ended(cut(rest, (text) => fits(ended(text))))];
}

/** A label on one line, cut short with an ellipsis where it does not fit. */
export function cutLabel(label: string, width: number, bold: boolean = false): string {
  return cut(label, (text) => textWidth(text, bold) <= width);
}

function cut(line: string, fits: (text: string) => boolean): string {
  if (fits(line)) return line;
  let short = line;
  while (short.length > 1 && !fits(`${short}…`)) short = short.slice(0, -1).trimEnd();
  return `${short}…`;
}
