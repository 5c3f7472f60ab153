import { textWidth } from './palette.ts';

/** Breaks a label into at most two lines that fit a width, the second cut short with an ellipsis where it must be. */
export function wrapLabel(label: string, width: number): string[] {
  const words = label.split(/\s+/).filter((word) => word !== '');
  const fits = (text: string): boolean => textWidth(text) <= width;
  let first = words.shift() ?? '';
  while (words.length > 0 && fits(`${first} ${words[0]}`)) first = `${first} ${words.shift()}`;
  const lines = words.length === 0 ? [first] : [first, words.join(' ')];
  return lines.map((line) => {
    if (fits(line)) return line;
    let cut = line;
    while (cut.length > 1 && !fits(`${cut}…`)) cut = cut.slice(0, -1).trimEnd();
    return `${cut}…`;
  });
}
