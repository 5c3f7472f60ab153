import { readFile } from 'node:fs/promises';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { LoadError } from './load-error.ts';
import type { DeliveredFile } from './source-file.ts';

const day = z.iso.date('a date written YYYY-MM-DD');

const noteSchema = z
  .strictObject({
    authority: z.string().min(1).optional().meta({ description: 'The code of the authority; quote a number' }),
    'as-at': day.optional().meta({ description: 'The last day the delivery speaks for' }),
    'complete-from': day.optional().meta({
      description: 'The first day from which the tables are complete; absent: from the beginning',
    }),
    synthetic: z.boolean().default(false).meta({ description: 'Whether the records are made up' }),
    tables: z
      .record(z.string(), z.strictObject({ from: day.optional(), to: day.optional() }))
      .default({})
      .meta({ description: 'From when to when single tables are complete, where that differs' }),
  })
  .meta({ id: 'extract', description: 'extract.yaml: what a delivery says of itself' });

export type ExtractNote = z.output<typeof noteSchema>;

/** The name under which a delivery may carry its note. */
export const noteName = 'extract.yaml';

/** Reads what a delivery says of itself. */
export async function readExtractNote({ name, path }: DeliveredFile): Promise<ExtractNote> {
  const document = parseDocument(await readFile(path, 'utf8'));
  const [broken] = document.errors;
  if (broken) throw new LoadError(`${name}: ${broken.message.split('\n')[0]}`);
  const read = noteSchema.safeParse(document.toJS() ?? {});
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new LoadError(`${name}: ${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'not readable'}`);
}
