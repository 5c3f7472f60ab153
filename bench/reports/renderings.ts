import { readFile, writeFile } from 'node:fs/promises';

/** What a process tells of the files it made: milliseconds of each, the first one in a process that has made none. */
export interface Renderings {
  readonly milliseconds: readonly number[];
  /** Milliseconds of a processor for each, which a busy machine does not change much; without processes it started. */
  readonly processor: readonly number[];
  readonly bytes: number;
}

/** Has a process that is called with a file and a number make that many files of what the file says, and leave the last. */
export async function tellRenderings<T>(render: (content: T) => Promise<Uint8Array>): Promise<void> {
  const [, path = '', times = '1'] = process.argv.slice(2);
  const content = JSON.parse(await readFile(path, 'utf8')) as T;
  const milliseconds: number[] = [];
  const processor: number[] = [];
  let made = new Uint8Array();
  for (let time = 0; time < Number(times); time++) {
    const began = performance.now();
    const used = process.cpuUsage();
    made = new Uint8Array(await render(content));
    milliseconds.push(performance.now() - began);
    const { user, system } = process.cpuUsage(used);
    processor.push((user + system) / 1000);
  }
  await writeFile(`${path}.made`, made);
  process.stdout.write(JSON.stringify({ milliseconds, processor, bytes: made.byteLength } satisfies Renderings));
}
