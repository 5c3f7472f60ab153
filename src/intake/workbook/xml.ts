import { SaxesParser } from 'saxes';
import type { Archive } from './archive.ts';
import { WorkbookError } from './limits.ts';

export interface XmlEvents {
  /** @param name without its prefix */
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

const local = (name: string) => name.slice(name.indexOf(':') + 1);

/**
 * Reads a part as XML in pieces, telling what it meets. Nothing is expanded and nothing is fetched: a part with a document
 * type is refused.
 *
 * @param pause awaited after each piece, for what must be written before more is read
 */
export async function readXml(
  archive: Archive,
  part: string,
  events: XmlEvents,
  pause?: () => Promise<void>,
): Promise<void> {
  const parser = new SaxesParser({ position: false });
  const broken = (what: string) => new WorkbookError(`the part ${part} is ${what}`);
  parser.on('doctype', () => {
    throw broken('XML with a document type, which is not read');
  });
  parser.on('error', () => {
    throw broken('no well-formed XML');
  });
  parser.on('opentag', ({ name, attributes }) => events.open(local(name), attributes as Record<string, string>));
  parser.on('closetag', (tag) => events.close?.(local(tag.name)));
  if (events.text) {
    const text = events.text.bind(events);
    parser.on('text', text);
    parser.on('cdata', text);
  }
  const decoder = new TextDecoder('utf-8');
  for await (const bytes of archive.bytes(part)) {
    parser.write(decoder.decode(bytes, { stream: true }));
    await pause?.();
  }
  parser.write(decoder.decode());
  parser.close();
}
