import { plainText, text } from '../../narrative/index.ts';
import { cellText } from '../cell-text.ts';
import { type ColumnSpec, cellOf, headingOf } from '../columns/index.ts';
import type { Context, Entry } from '../compile/context.ts';
import { prose } from '../compile/prose.ts';
import type { Block } from '../tree.ts';
import type { Part } from './part.ts';

export const cover: Part<'cover'> = (context, { above, below }) => [
  {
    kind: 'cover',
    above: above.map((line) => plainText(prose(context, line))),
    title: context.report.title,
    below: below.map((line) => plainText(prose(context, line))),
  },
];

export const contents: Part<'contents'> = (_, { depth }) => [{ kind: 'contents', depth }];

export const textPart: Part<'text'> = (context, { paragraphs }) =>
  paragraphs.map((words): Block => ({ kind: 'paragraph', text: prose(context, words) }));

export const list: Part<'list'> = (context, { items, ordered }) => [
  { kind: 'list', ordered, items: items.map((words) => prose(context, words)) },
];

export const notice: Part<'notice'> = (context, { tone, title, paragraphs }) => [
  {
    kind: 'notice',
    tone,
    title: plainText(prose(context, title)),
    text: paragraphs.map((words) => prose(context, words)),
  },
];

/** Names and what they are: own words, or what a column says of the indicator of the section. */
export const facts: Part<'facts'> = (context, { label, items }) => [
  {
    kind: 'facts',
    label,
    items: items.flatMap((item) => {
      if ('term' in item) return [{ term: item.term, value: prose(context, item.text) }];

      /** Why a person set a status as it is, after it: on a sheet of one indicator there is room for the reason. */
      function reasonOf(context: Context, { indicator }: Entry, item: ColumnSpec): string {
        if (item.show !== 'status' || indicator === null) return '';
        const { statusOverride } = context.judgement(indicator.id, context.when(item.when ?? 'now'));
        return statusOverride === null ? '' : `: ${statusOverride.reason}`;
      }
      if (context.entry === null) return [];
      const cell = cellOf(context, context.entry, item);
      const value =
        cell.kind === 'text' ? cell.text : text(`${cellText(cell)}${reasonOf(context, context.entry, item)}`);
      return [{ term: headingOf(context, item), value }];
    }),
  },
];
