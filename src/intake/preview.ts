import type { Pack } from '../pack/index.ts';
import { currentExtracts } from '../warehouse/index.ts';
import { openDelivery } from './deliveries.ts';
import { departments } from './departments.ts';
import { noteName, readExtractNote } from './extract-note.ts';
import { recognise } from './formats.ts';
import { knownHeadings } from './known-headings.ts';
import { LoadError } from './load-error.ts';
import { describeParquet } from './parquet-file.ts';
import { apart } from './parsing.ts';
import { Workbench } from './workbench.ts';
import { expandWorkbooks } from './workbook/expand.ts';

export interface PreviewRequest {
  /** The data folder. */
  readonly data: string;
  readonly pack: Pack;
  readonly sources: readonly string[];
  /** Where files may be written meanwhile; the caller removes it. */
  readonly folder: string;
}

/** A file or sheet: what it was taken for and why, or why it will not be read. */
export interface PreviewFile {
  readonly name: string;
  readonly takenFor: string | null;
  readonly notRead: string | null;
}

/** What a load would take files for, before anything is loaded. */
export interface Preview {
  readonly files: readonly PreviewFile[];
  /** Why sources cannot be loaded at all: with one of these a load would be refused. */
  readonly refused: readonly string[];
  /** Where the as-at date will come from: a note beside the files, the rule of a format, or the latest date in the data. */
  readonly asAt: { readonly from: 'extract'; readonly day: string } | { readonly from: 'format' | 'data' };
  /** Whose data it is, as far as that can be known before the files are read. */
  readonly authority:
    | { readonly from: 'extract' | 'loaded'; readonly code: string }
    | { readonly from: 'departments' }
    | null;
  /** The authorities of which something is loaded. */
  readonly loaded: readonly string[];
}

/** Formats whose files say for which day they speak. */
const dated: ReadonlySet<string> = new Set(['ssda903', 'cin-census', 'collected']);

/** Says what each file would be taken for, and why, as a load does first. Nothing is read further and nothing is changed. */
export async function preview({ data, pack, sources, folder }: PreviewRequest): Promise<Preview> {
  const files: PreviewFile[] = [];
  const refused: string[] = [];
  const notes: { authority?: string; 'as-at'?: string }[] = [];
  const formats = new Set<string>();
  let withDepartments = false;
  const bench = await Workbench.open(folder);
  try {
    for (const source of sources) {
      try {
        const tools = { bench, parsing: apart };
        const expanded = await expandWorkbooks(await openDelivery(source, bench), tools, folder, knownHeadings(pack));
        const delivery = await describeParquet(expanded, bench);
        const note = delivery.files.find(({ name }) => name === noteName);
        if (note) notes.push(await readExtractNote(note));
        for (const { format, claims } of await recognise(delivery, pack, bench)) {
          formats.add(format.name);
          withDepartments ||= claims.some(({ as }) => as === departments);
          for (const { file, takenFor } of claims) files.push({ name: file.name, takenFor, notRead: null });
        }
      } catch (error) {
        if (!(error instanceof LoadError)) throw error;
        refused.push(error.message);
      }
    }
    files.push(...(await notRead(bench)));
  } finally {
    bench.close();
  }
  const current = await currentExtracts(data);
  const loaded = [...new Set(current.map(({ authority }) => authority))];
  return {
    files,
    refused,
    asAt: asAtOf(notes, formats),
    authority: authorityOf(notes, withDepartments, loaded),
    loaded,
  };
}

async function notRead(bench: Workbench): Promise<PreviewFile[]> {
  const rows = await bench.rows<{ name: string; message: string }>(
    `select file as name, message from findings where code in ('file-unknown', 'folder-not-read') order by file`,
  );
  return rows.map(({ name, message }) => ({ name, takenFor: null, notRead: message }));
}

function asAtOf(notes: readonly { 'as-at'?: string }[], formats: ReadonlySet<string>): Preview['asAt'] {
  const day = notes.map((note) => note['as-at']).find((one) => one !== undefined);
  if (day !== undefined) return { from: 'extract', day };
  return { from: formats.size > 0 && [...formats].every((format) => dated.has(format)) ? 'format' : 'data' };
}

function authorityOf(
  notes: readonly { authority?: string }[],
  withDepartments: boolean,
  loaded: readonly string[],
): Preview['authority'] {
  const said = notes.map(({ authority }) => authority).find((code) => code !== undefined);
  if (said !== undefined) return { from: 'extract', code: said };
  if (withDepartments) return { from: 'departments' };
  const [only, ...others] = loaded;
  return only !== undefined && others.length === 0 ? { from: 'loaded', code: only } : null;
}
