import { unzipSync } from 'fflate';
import { fixedZip } from '../fixed-zip.ts';
import { tableStyleXml } from './look.ts';

type Parts = readonly (readonly [path: string, content: string | Uint8Array])[];

/**
 * A file as docx made it, with what it has no options for, the style of tables and the language of properties and
 * charts; and without what differs from one making to the next: the moment, in the properties and in the archives that
 * the file is and holds, and the ids that docx draws or counts on.
 */
export function finished(file: Uint8Array): Uint8Array {
  const parts: Parts = Object.entries(unzipSync(file)).map(([path, content]) => {
    if (path.endsWith('.xlsx')) return [path, finished(content)];
    return /\.(xml|rels)$/.test(path) ? [path, completed(path, new TextDecoder().decode(content))] : [path, content];
  });
  return fixedZip(Object.fromEntries(withOwnIds(parts)));
}

function completed(path: string, words: string): string {
  if (path === 'word/styles.xml') return words.replace('</w:styles>', `${tableStyleXml}</w:styles>`);
  if (path.startsWith('word/charts/chart'))
    return words.replaceAll('lang="en-US"', 'lang="en-GB"').replace('<c:lang val="en-US"/>', '<c:lang val="en-GB"/>');
  if (path !== 'docProps/core.xml') return words;
  const timeless = words.replace(/<dcterms:(created|modified)\b.*?<\/dcterms:\1>/gs, '');
  return timeless.replace('</cp:coreProperties>', '<dc:language>en-GB</dc:language></cp:coreProperties>');
}

/** Ids of relationships, which docx draws at random, and of bookmarks and pictures, which it counts over all
 * files, numbered in order. */
function withOwnIds(parts: Parts): Parts {
  const drawn = parts.flatMap(([path, content]) =>
    path.endsWith('.rels') && typeof content === 'string'
      ? [...content.matchAll(/ Id="(rId[\w-]{15,})"/g)].map(([, id = '']) => id)
      : [],
  );
  const ids = new Map([...new Set(drawn)].map((id, index) => [id, `rIdOwn${index + 1}`]));
  const bookmark = inOrder();
  const place = inOrder();
  const picture = inOrder();
  return parts.map(([path, content]) => {
    if (typeof content !== 'string') return [path, content];
    const related = content.replace(/"(rId[\w-]{15,})"/g, (whole, id: string) =>
      ids.has(id) ? `"${ids.get(id)}"` : whole,
    );
    const counted = related
      .replace(
        /(<w:bookmark(?:Start|End)\b[^>]*w:id=")(\d+)(?=")/g,
        (_, start: string, id: string) => start + bookmark(id),
      )
      .replace(
        /(<w:(?:bookmarkStart|hyperlink)\b[^>]*"_Toc|<w:instrText\b[^>]*>\s*PAGEREF _Toc)(\d+)/g,
        (_, start: string, id: string) => start + place(id),
      )
      .replace(/(<wp:docPr\b[^>]*?\bid=")(\d+)(?=")/g, (_, start: string, id: string) => start + picture(id));
    return [path, counted];
  });
}

/** Gives each name a number, the first one 1. */
function inOrder(): (name: string) => number {
  const numbers = new Map<string, number>();
  return (name) => {
    const number = numbers.get(name) ?? numbers.size + 1;
    numbers.set(name, number);
    return number;
  };
}
