import { readFile } from 'node:fs/promises';

/** What a process tells of the files it made: milliseconds of each, the first one in a process that has made none. */
export interface Renderings {
  readonly milliseconds: readonly number[];
  readonly bytes: number;
}

/** Has a process that is called with a file and a number make that many files of what the file says. */
export async function tellRenderings<T>(render: (content: T) => Promise<Uint8Array>): Promise<void> {
  const [, path = '', times = '1'] = process.argv.slice(2);
  const content = JSON.parse(await readFile(path, 'utf8')) as T;
  const milliseconds: number[] = [];
  let bytes = 0;
  for (let time = 0; time < Number(times); time++) {
    const began = performance.now();
    bytes = (await render(content)).byteLength;
    milliseconds.push(performance.now() - began);
  }
  process.stdout.write(JSON.stringify({ milliseconds, bytes } satisfies Renderings));
}
