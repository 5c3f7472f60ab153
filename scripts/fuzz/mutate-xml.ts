import { nastyCells } from './cells.ts';
import type { Draw } from './draw.ts';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Puts other values into some elements, and keeps the file well-formed. */
export function mutateValues(text: string, draw: Draw): string {
  const places = [...text.matchAll(/>([^<>\n]+)</g)];
  const chosen = new Set(Array.from({ length: 1 + draw.below(8) }, () => draw.below(places.length)));
  let place = -1;
  return text.replace(/>([^<>\n]+)</g, (whole, value: string) => {
    place += 1;
    if (!chosen.has(place)) return whole;
    const other = draw.below(3) === 0 ? (draw.of(places)[1] ?? value) : escaped(draw.of(nastyCells));
    return `>${other}<`;
  });
}

/** Drops, repeats, moves, renames and nests elements, and adds what does not belong there. */
export function mutateElements(text: string, draw: Draw): string {
  const elements = [...text.matchAll(/<([A-Za-z0-9_]+)>[^<]*<\/\1>/g)];
  const groups = [
    ...text.matchAll(
      /<(EPISODE|AREVIEW|OC2|HEADER|CHILD|Child|CINdetails|Section47|Assessments|Header)>[\s\S]*?<\/\1>/g,
    ),
  ];
  const all = draw.below(2) === 0 && groups.length > 0 ? groups : elements;
  if (all.length === 0) return text;
  const one = draw.of(all);
  const two = draw.of(all);
  const put = (at: number, length: number, what: string) => text.slice(0, at) + what + text.slice(at + length);
  switch (draw.below(14)) {
    case 0:
      return put(one.index, one[0].length, '');
    case 1:
      return put(one.index, 0, one[0]);
    case 2:
      return put(two.index, 0, one[0]);
    case 3:
      return text.replaceAll(`<${one[1]}>`, '<other>').replaceAll(`</${one[1]}>`, '</other>');
    case 4:
      return put(one.index, one[0].length, `<wrap>${one[0]}</wrap>`);
    case 5:
      return put(one.index, 0, '<unknown a="1"><b>c</b></unknown>');
    case 6:
      return put(one.index, 0, 'stray text');
    case 7:
      return put(one.index, one[0].length, one[0].replace(/<\/[^>]*>$/, ''));
    case 8:
      return put(one.index, one[0].length, `<${one[1]}/>`);
    case 9:
      return put(one.index, 0, '<deep>'.repeat(draw.of([10, 100, 10_000])));
    case 10:
      return `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(50)}"><!ENTITY b "&a;&a;&a;">]>${text.replace(/^<\?xml[^>]*>/, '')}`;
    case 11:
      return put(
        one.index,
        0,
        draw.of(['&unknown;', '&#0;', '&#xFFFF;', '<![CDATA[<x>]]>', '<!-- a -- b -->', '<?p x?>', '<!-- ok -->']),
      );
    case 12:
      return text.replaceAll(/<(\/?)([A-Za-z])/g, '<$1n:$2').replace(/<n:(\w+)/, '<n:$1 xmlns:n="urn:x"');
    default:
      return text.replaceAll('\n', draw.of(['', '\r\n', '\n\n', ' ']));
  }
}
