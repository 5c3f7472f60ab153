import type { Claim, Delivery, FormatContext } from '../format.ts';
import type { SourceFile } from '../source-file.ts';
import { readXml, xmlKindOf } from '../xml/index.ts';
import { returnShape } from './xml-shape.ts';

/** What a claim on a return in XML is taken as. */
const wholeReturn = 'return';

/** The first file of a delivery that is a whole return in XML, by its root element. */
export async function claimXmlReturn({ files }: Delivery): Promise<Claim[]> {
  for (const file of files) {
    if ((await xmlKindOf(file)) !== 'ssda903') continue;
    return [{ file, as: wholeReturn, takenFor: 'an SSDA903 return as XML, by its root element' }];
  }
  return [];
}

/** A return in XML as the raw tables of which it speaks, which stand for the files of a CSV set; null: it is no such. */
export async function openXmlReturn(
  claims: readonly Claim[],
  context: FormatContext,
): Promise<{ claims: readonly Claim[]; tables: ReadonlyMap<string, SourceFile>; source: SourceFile } | null> {
  const [claim] = claims;
  if (claim?.as !== wholeReturn) return null;
  const source = await context.inspect(claim.file);
  const tables = await readXml(context, source, returnShape, 'ssd_cla_episodes');
  return { claims: [...tables.keys()].map((as) => ({ ...claim, as })), tables, source };
}
