import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { referenceFiles } from '../../scripts/reference.ts';

const root = join(import.meta.dirname, '../..');

test.for([...referenceFiles()])('%s is up to date (npm run reference)', ([path, content]) => {
  expect(readFileSync(join(root, path), 'utf8')).toBe(content);
});

test('every key says what it means', () => {
  const silent = [...referenceFiles()]
    .filter(([path]) => path.endsWith('pack.md'))
    .flatMap(([, page]) => page.split('\n').filter((line) => /^\| `.*\|\s*\|$/.test(line)));
  expect(silent).toEqual([]);
});
