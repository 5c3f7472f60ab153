import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDiagnostic } from '../../../src/pack/index.ts';
import { yamlSource } from '../../../src/pack/source/yaml-source.ts';

const word = fc.stringMatching(/^[a-zé]{1,6}$/);
const styles: Record<string, (lines: string[]) => string> = {
  folded: (lines) => `>-\n${lines.map((line) => `    ${line}\n`).join('')}`,
  literal: (lines) => `|\n${lines.map((line) => `    ${line}\n`).join('')}`,
  plain: (lines) => `x ${lines.join('\n     ')}\n`,
  single: (lines) => `'it''s ${lines.join('\n     ')}'\n`,
  double: (lines) => `"${lines.join('\n     ')}"\n`,
};

test.for(Object.entries(styles))('every word of a %s text is found where it is written', ([, write]) => {
  fc.assert(
    fc.property(fc.array(fc.array(word, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }), (lines) => {
      const text = `# head\nouter:\n  inner: ${write(lines.map((line) => line.join(' ')))}`;
      const { source } = yamlSource('a.yaml', text);
      if (!source) throw new Error('not readable');
      const { outer } = source.value as { outer: { inner: string } };
      for (const { index, 0: found } of outer.inner.matchAll(/\S+/g)) {
        if (found.includes("'")) continue;
        const place = source.placeInText(['outer', 'inner'], index);
        const line = text.split('\n')[(place?.line ?? 0) - 1] ?? '';
        expect(line.slice((place?.column ?? 0) - 1, (place?.column ?? 0) - 1 + found.length)).toBe(found);
      }
    }),
    { seed: 1, numRuns: 100 },
  );
});

test('keys and codes stay as written', () => {
  const { source } = yamlSource('a.yaml', 'codes:\n  01: Neglect\n  no: Refused\n  1e1: Ten\n');
  expect(source?.value).toEqual({ codes: { '01': 'Neglect', no: 'Refused', '1e1': 'Ten' } });
});

test('a file that cannot be read is told with its place', () => {
  const told = (text: string) => yamlSource('a.yaml', text).diagnostics.map(formatDiagnostic);
  expect(told('id: a\nid: b\n')).toEqual(['a.yaml:2:1 yaml-syntax this is not readable YAML: Map keys must be unique']);
  expect(told('title: "open\n')).toEqual(['a.yaml:2:1 yaml-syntax this is not readable YAML: Missing closing "quote']);
});
