import type { Pack } from '../pack/index.ts';
import { annexA } from './annex-a/index.ts';
import { cinCensus } from './cin-census/index.ts';
import { collected } from './collected/index.ts';
import { csv } from './csv.ts';
import { noteName } from './extract-note.ts';
import type { Claim, Delivery, Format } from './format.ts';
import { LoadError } from './load-error.ts';
import { mapped } from './mapped/index.ts';
import { parquet } from './parquet.ts';
import type { DeliveredFile } from './source-file.ts';
import { ssda903 } from './ssda903/index.ts';
import { folderAdvice } from './sub-folders.ts';
import type { Workbench } from './workbench.ts';
import { xmlKindOf } from './xml/index.ts';

/** In the order in which they are asked: the first that knows a file takes it. Parquet files go to the first alone. */
const formats: readonly Format[] = [parquet, mapped, collected, ssda903, cinCensus, annexA, csv];

/** What can be loaded, a line for each format, the most usual first. */
export const formatTitles: readonly string[] = [csv, parquet, ssda903, cinCensus, annexA, mapped, collected].map(
  ({ title }) => title,
);

/** What one format takes of a delivery. */
export interface Share {
  readonly format: Format;
  readonly claims: readonly Claim[];
}

/**
 * Decides which format takes which file; a file that none takes is a finding.
 *
 * @throws LoadError where no file is taken
 */
export async function recognise(delivery: Delivery, pack: Pack, bench: Workbench): Promise<Share[]> {
  const shares = await share(delivery, pack);
  if (shares.length === 0) {
    const claimsOf = async (one: Delivery) => (await share(one, pack)).flatMap(({ claims }) => claims);
    const example = [...pack.datasets.keys()][0];
    throw new LoadError(
      (await folderAdvice(delivery, claimsOf)) ??
        `${delivery.source}: no file is named as a dataset of the pack ${pack.id} (for example ${example}.csv) or as a file of an SSDA903 return, is a list of Annex A by its headings, or fits a mapping of the pack`,
    );
  }
  const taken = new Set([noteName, ...shares.flatMap(({ claims }) => claims.map(({ file }) => file.name))]);
  for (const file of delivery.files.filter(({ name }) => !taken.has(name))) {
    await bench.note({ code: 'file-unknown', file: file.name, detail: await whyNotTaken(file) });
  }
  return shares;
}

/** Asks the formats in turn what they take of a delivery. */
async function share(delivery: Delivery, pack: Pack): Promise<Share[]> {
  const taken = new Set([noteName]);
  const shares: Share[] = [];
  for (const format of formats) {
    const files = delivery.files.filter((file) => !taken.has(file.name) && (format === parquet || !file.parquet));
    const claims = await format.recognise({ ...delivery, files }, pack);
    for (const { file } of claims) taken.add(file.name);
    if (claims.length > 0) shares.push({ format, claims });
  }
  return shares;
}

async function whyNotTaken(file: DeliveredFile): Promise<string> {
  if (file.parquet) return 'it is Parquet, and neither its name nor its columns are those of a dataset of the pack';
  const kind = await xmlKindOf(file);
  if (kind !== null) {
    return `it is ${kind === 'ssda903' ? 'an SSDA903 return' : 'a children in need census'} as XML, and the delivery holds another; load it by itself`;
  }
  return file.name.toLowerCase().endsWith('.csv')
    ? 'no dataset of the pack has this name, no SSDA903 file is called so, and its headings are those of no format or mapping'
    : 'no format here knows what is in it';
}
