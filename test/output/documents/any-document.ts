import fc from 'fast-check';
import type { Block, Cell, Document, Section, Table } from '../../../src/document/index.ts';
import { type Inline, type Text, text } from '../../../src/narrative/index.ts';

/** Words that a renderer could take for something else: markup of Typst and HTML, commands, words without a break. */
export const nasty = [
  '#import "x"',
  '*not bold*',
  '_no emphasis_',
  '$x^2$',
  'C:\\new\\table',
  '= Heading',
  '- item',
  '<script>alert("x")</script>',
  '</style><p id="_report">',
  '&amp; & "quotes" \'apostrophes\'',
  '@reference <label>',
  '// comment /* more */',
  '`raw` [content] {code}',
  '=HYPERLINK("x")',
  `${'Pneumonoultramicroscopic'.repeat(6)}`,
  'a > b < c',
];

/** Letters of other scripts, and letters that no font of ours has. */
export const otherScripts = ['שלום עולם', 'مرحبا', 'Łódź Ŵŷ', '漢字', '😀 smile'];

const words = fc.oneof(
  fc.constantFrom(...nasty, ...otherScripts),
  fc.lorem({ maxCount: 12 }),
  fc.string({ minLength: 1, maxLength: 30 }).map((any) => any.replace(/[\s\p{C}]+/gu, ' ').trim() || 'x'),
);

const inline: fc.Arbitrary<Inline> = fc.oneof(
  words.map((said): Inline => ({ kind: 'text', text: said })),
  words.map((said): Inline => ({ kind: 'text', text: said, strong: true })),
  words.map((said): Inline => ({ kind: 'reference', text: said, to: 's1' })),
  words.map((said): Inline => ({ kind: 'reference', text: said, to: 'nowhere' })),
  fc.tuple(words, words).map(([said, means]): Inline => ({ kind: 'abbreviation', text: said, means })),
);
const prose: fc.Arbitrary<Text> = fc.array(inline, { minLength: 1, maxLength: 4 });

const cell: fc.Arbitrary<Cell> = fc.oneof(
  prose.map((said): Cell => ({ kind: 'text', text: said })),
  fc.integer().map(
    (value): Cell => ({
      ...{ kind: 'number', value, decimals: 0, suffix: '', of: null },
      text: value.toLocaleString('en-GB'),
      remark: 'few',
      notes: ['a'],
    }),
  ),
  words.map((said): Cell => ({ kind: 'state', state: 'none', text: said })),
  fc
    .tuple(fc.constantFrom('met', 'near', 'away', null), words)
    .map(([status, word]): Cell => ({ kind: 'status', status, word, symbol: null, byPerson: word.length > 20 })),
  fc
    .tuple(fc.constantFrom('better', 'worse', 'same', 'up', 'down', null), words)
    .map(([direction, word]): Cell => ({ kind: 'direction', direction, good: null, word })),
  words.map(
    (said): Cell => ({ kind: 'spark', values: [1, null, 3, 2], targets: [2, 2, 2, 2], breaks: [2], text: said }),
  ),
);

const kinds = ['text', 'number', 'status', 'direction', 'trend'] as const;

const table: fc.Arbitrary<Table> = fc
  .record({ caption: words, columns: fc.integer({ min: 2, max: 14 }), title: fc.option(words), note: words })
  .chain(({ caption, columns, title, note }) =>
    fc
      .tuple(
        fc.array(words, { minLength: columns, maxLength: columns }),
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { maxLength: 6 }),
      )
      .map(
        ([labels, rows]): Table => ({
          kind: 'table',
          id: '',
          caption,
          columns: labels.map((label, at) => ({
            id: `c${at}`,
            label,
            kind: at === 0 ? 'text' : (kinds[at % kinds.length] ?? 'text'),
            ...(at === 0 && { heads: true }),
          })),
          spanners: [
            [
              { label: '', span: 1 },
              { label: caption, span: columns - 1 },
            ],
          ],
          groups: [{ title, rows: rows.map((cells) => ({ cells })) }],
          notes: [{ mark: 'a', text: note }],
        }),
      ),
  );

const block: fc.Arbitrary<Block> = fc.oneof(
  prose.map((said): Block => ({ kind: 'paragraph', text: said })),
  fc
    .tuple(fc.array(prose, { minLength: 1, maxLength: 3 }), fc.boolean())
    .map(([items, ordered]): Block => ({ kind: 'list', ordered, items })),
  fc.tuple(words, prose).map(([label, value]): Block => ({ kind: 'facts', label, items: [{ term: label, value }] })),
  fc.tuple(words, prose).map(([title, said]): Block => ({ kind: 'notice', tone: 'caution', title, text: [said] })),
  fc.tuple(words, prose).map(
    ([heading, said]): Block => ({
      ...{ kind: 'commentary', heading, paragraphs: [said] },
      author: heading,
      dated: null,
      generated: false,
    }),
  ),
  words.map((said): Block => ({ kind: 'cover', above: [said], title: said, below: [said] })),
  fc.constant<Block>({ kind: 'contents', depth: 2 }),
  table,
  words.map(
    (said): Block => ({
      kind: 'figure',
      id: '',
      table: 'shown',
      chart: {
        kind: 'bars',
        caption: { measure: said, area: said, period: said, source: said },
        scale: { measuredIn: 'count', decimals: 0 },
        bars: [
          { label: said, value: 3 },
          { label: 'Other', value: null, missing: 'suppressed' },
        ],
      },
    }),
  ),
);

type Bare = Pick<Section, 'title' | 'newPage' | 'blocks'> & { readonly landscape: boolean };
const bare: fc.Arbitrary<Bare> = fc.record({
  title: words,
  newPage: fc.boolean(),
  blocks: fc.array(block, { maxLength: 4 }),
  landscape: fc.boolean(),
});

/** Any document whose ids are its own. */
export const anyDocument: fc.Arbitrary<Document> = fc
  .record({ title: words, sections: fc.array(fc.tuple(bare, fc.array(bare, { maxLength: 2 })), { maxLength: 3 }) })
  .map(({ title, sections }) => {
    let ids = 0;
    const section = ({ landscape, ...own }: Bare, inner: readonly Section[]): Section => ({
      ...own,
      id: `s${++ids}`,
      number: String(ids),
      ...(landscape && { orientation: 'landscape' as const }),
      blocks: own.blocks.map((one) =>
        one.kind === 'table' || one.kind === 'figure' ? { ...one, id: `b${++ids}` } : one,
      ),
      sections: inner,
    });
    return {
      ...{ language: 'en-GB', title, organisation: title, subject: title, month: '2026-10', period: 'October 2026' },
      ...{ runningHeader: title, synthetic: title, orientation: 'portrait' },
      sections: sections.map(([own, inner]) =>
        section(
          own,
          inner.map((one) => section(one, [])),
        ),
      ),
    } satisfies Document;
  });

/** A page with every nasty text in it: in words, in a heading, in a table. */
export function nastyDocument(texts: readonly string[]): Document {
  return {
    ...{ language: 'en-GB', title: 'Texts', organisation: 'Fairshire', subject: 'Texts', month: '2026-10' },
    ...{ period: 'October 2026', runningHeader: 'Texts', synthetic: null, orientation: 'portrait' },
    sections: texts.map((said, at) => ({
      ...{ id: `s${at}`, number: null, title: said, newPage: false, sections: [] },
      blocks: [
        { kind: 'paragraph', text: text(said) },
        {
          ...{ kind: 'table', id: `t${at}`, caption: said, spanners: [], notes: [] },
          columns: [
            { id: 'a', label: 'Name', kind: 'text', heads: true },
            { id: 'b', label: said, kind: 'text' },
          ],
          groups: [
            {
              title: said,
              rows: [
                {
                  cells: [
                    { kind: 'text', text: text(said) },
                    { kind: 'text', text: text(said) },
                  ],
                },
              ],
            },
          ],
        },
      ],
    })),
  } satisfies Document;
}
