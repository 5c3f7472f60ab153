import { mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Document } from '../../src/document/index.ts';
import { type Form, forms, MadeFiles, renderers, TooManyWaiting } from '../../src/output/index.ts';
import { sample } from './documents/sample.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outturn-made-'));
  return () => rm(folder, { recursive: true });
});

const documentOf = (title: string): Document => ({ ...sample, title });
const bytes = (length: number): Uint8Array => new Uint8Array(length).fill(7);

/** A kind of file whose making the test ends, and how often it was begun. */
function heldForm(ending = 'txt') {
  const begun: { readonly title: string; readonly end: (content: Uint8Array) => void; readonly fail: () => void }[] =
    [];
  const form: Form = {
    ...{ ending, label: 'Text', mediaType: 'text/plain', apart: false },
    render: ({ title }) => {
      const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
      begun.push({ title, end: resolve, fail: () => reject(new Error('no')) });
      return promise;
    },
  };
  return { form, begun, titles: () => begun.map(({ title }) => title) };
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

it('offers every kind of file that any report can be', () => {
  expect(forms.map(({ ending }) => ending).toSorted()).toEqual(
    Object.keys(renderers)
      .filter((ending) => ending !== 'csv')
      .toSorted(),
  );
});

describe('files of documents', () => {
  it('are made once, however many ask, and are then read from the folder, by what the document says', async () => {
    const files = new MadeFiles({ folder });
    const { form, begun } = heldForm();
    const asked = [files.file(documentOf('A'), form), files.file(documentOf('A'), form)];
    await settled();
    expect(begun).toHaveLength(1);
    expect(files.state(documentOf('A'), form)).toEqual({ stage: 'making' });
    begun[0]?.end(bytes(5));
    expect(await Promise.all(asked)).toEqual([bytes(5), bytes(5)]);
    expect(files.state(documentOf('A'), form)).toEqual({ stage: 'kept', size: 5 });
    expect(Buffer.from(await files.file(documentOf('A'), form))).toEqual(Buffer.from(bytes(5)));
    expect(begun).toHaveLength(1);
    expect(files.state(documentOf('B'), form)).toEqual({ stage: 'none' });
    expect(await readdir(folder)).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.txt$/)]);
  });

  it('wait their turn beyond so many at once, in order, and are refused beyond so many waiting', async () => {
    const files = new MadeFiles({ folder, atOnce: 1, waiting: 2 });
    const { form, begun, titles } = heldForm();
    const asked = ['A', 'B', 'C'].map((title) => files.file(documentOf(title), form));
    await settled();
    expect(titles()).toEqual(['A']);
    expect(files.state(documentOf('C'), form)).toEqual({ stage: 'waiting', before: 2 });
    await expect(files.file(documentOf('D'), form)).rejects.toThrow(TooManyWaiting);
    begun[0]?.fail();
    await expect(asked[0]).rejects.toThrow('no');
    await settled();
    expect(titles()).toEqual(['A', 'B']);
    begun[1]?.end(bytes(1));
    await asked[1];
    await settled();
    begun[2]?.end(bytes(1));
    await asked[2];
    // What failed is made anew when it is asked for again.
    const again = files.file(documentOf('A'), form);
    await settled();
    begun[3]?.end(bytes(2));
    expect(await again).toEqual(bytes(2));
  });

  it('are kept up to a limit, the one asked for last the longest', async () => {
    const files = new MadeFiles({ folder, keep: 10 });
    const form: Form = { ...heldForm().form, render: async ({ title }) => bytes(title.length) };
    for (const title of ['aaaa', 'bbbb']) await files.file(documentOf(title), form);
    await files.file(documentOf('aaaa'), form);
    await files.file(documentOf('cccc'), form);
    expect(['aaaa', 'bbbb', 'cccc'].map((title) => files.state(documentOf(title), form).stage)).toEqual([
      'kept',
      'none',
      'kept',
    ]);
    expect(await files.file(documentOf('x'.repeat(11)), form)).toHaveLength(11);
    expect(await readdir(folder)).toHaveLength(2);
  });

  it('are made anew where the kept one is damaged or gone, and nothing of an earlier run is taken', async () => {
    await writeFile(join(folder, 'old.pdf'), 'old');
    const files = new MadeFiles({ folder });
    let times = 0;
    const form: Form = { ...heldForm().form, render: async () => bytes(4 + times++) };
    await files.file(documentOf('A'), form);
    const [name = '', ...others] = await readdir(folder);
    expect(others).toEqual([]);
    await truncate(join(folder, name), 2);
    expect(await files.file(documentOf('A'), form)).toHaveLength(5);
    await rm(folder, { recursive: true });
    expect(await files.file(documentOf('A'), form)).toHaveLength(6);
    expect(await readdir(folder)).toEqual([name]);
  });
});

describe('the process that renders', () => {
  it('gives the bytes that would be made here, and tells why it could not', async () => {
    const root = join(import.meta.dirname, '../..');
    const script = join(root, 'dist', `render-process-test-${process.pid}.js`);
    onTestFinished(() => rm(script, { force: true }));
    await build({
      entryPoints: [join(root, 'src/output/made/process.ts')],
      outfile: script,
      ...{ bundle: true, packages: 'external', platform: 'node', format: 'esm', target: 'node24' },
      ...{ jsx: 'automatic', jsxImportSource: 'preact', logLevel: 'warning' },
    });
    const files = new MadeFiles({ folder, process: script });
    for (const ending of ['zip', 'xlsx']) {
      const form = forms.find((one) => one.ending === ending);
      if (form === undefined) throw new Error('no such form');
      const here = await form.render(sample);
      const never: Form = { ...form, render: () => Promise.reject(new Error('made here')) };
      expect(Buffer.from(await files.file(sample, never)).equals(Buffer.from(here))).toBe(true);
    }
    await expect(files.file(sample, { ...heldForm().form, ending: 'odt' })).rejects.toThrow('no such kind of file');
  });
});
