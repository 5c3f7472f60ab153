import { isDay } from '../../calendar/index.ts';
import { notInWords } from '../../narrative/index.ts';
import type { Comment, QuotedFigure } from '../../store/index.ts';

/** A quoted figure as it was typed. */
export interface TypedFigure {
  readonly text: string;
  readonly asAt: string;
  readonly source: string;
}

/** What was typed under one heading. */
export interface TypedWords {
  readonly heading: string;
  /** The version that whoever types has seen; 0: none. */
  readonly seen: number;
  readonly text: string;
  readonly quoted: readonly TypedFigure[];
  /** Codes of causes. */
  readonly causes: readonly string[];
}

/** A form of words as it came. */
export interface Typed {
  /** The role that the words are written for. */
  readonly role: string;
  readonly words: readonly TypedWords[];
  /** Sentences that were ticked to be put into the words of a heading, by its place. */
  readonly facts: readonly string[];
  readonly into: number;
  /** Whether the person says that they have looked at what the checks tell. */
  readonly looked: boolean;
}

/** A field that is not right: its id on the page, and what to do. */
export interface FieldError {
  readonly field: string;
  readonly text: string;
}

export type Fields = Readonly<Record<string, unknown>>;

const most = 20_000;
const mostHeadings = 20;
const mostFigures = 12;
/** So many empty rows for quoted figures stand below those that are filled. */
export const spareRows = 2;

/** A field as text: lines end as they do on this side of the network. */
export function field(fields: Fields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n').slice(0, most) : '';
}

/** Every value of a field that may come several times. */
export function several(fields: Fields, name: string): readonly string[] {
  const value = fields[name];
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.filter((one) => typeof one === 'string');
}

const count = (text: string): number => (/^\d{1,6}$/.test(text) ? Number(text) : 0);

export function readTyped(fields: Fields): Typed {
  const places = Array.from({ length: mostHeadings }, (_, index) => index).filter(
    (index) => field(fields, `heading-${index}`) !== '',
  );
  return {
    role: field(fields, 'role').trim(),
    words: places.map((index) => ({
      heading: field(fields, `heading-${index}`),
      seen: count(field(fields, `seen-${index}`)),
      text: field(fields, `text-${index}`).trim(),
      quoted: figuresIn(fields, index),
      causes: several(fields, `causes-${index}`),
    })),
    facts: several(fields, 'facts'),
    into: count(field(fields, 'into')),
    looked: field(fields, 'looked') === 'yes',
  };
}

function figuresIn(fields: Fields, index: number): readonly TypedFigure[] {
  return Array.from({ length: mostFigures }, (_, row) => ({
    text: field(fields, `quoted-${index}-${row}-text`).trim(),
    asAt: field(fields, `quoted-${index}-${row}-as-at`).trim(),
    source: field(fields, `quoted-${index}-${row}-source`).trim(),
  })).filter(({ text, asAt, source }) => `${text}${asAt}${source}` !== '');
}

/** The quoted figures that are whole; others are told as errors. */
export const wholeFigures = (quoted: readonly TypedFigure[]): readonly QuotedFigure[] =>
  quoted
    .filter(({ text, asAt }) => text !== '' && isDay(asAt))
    .map(({ text, asAt, source }) => ({ text, asAt, source: source === '' ? null : source }));

export function errorsIn({ words, role }: Typed): readonly FieldError[] {
  const found = words.flatMap(({ heading, seen, text, quoted }, index): FieldError[] => [
    ...(text === '' && (seen > 0 || quoted.length > 0)
      ? [{ field: `text-${index}`, text: `Say something under ${heading}: what has been written cannot be left empty` }]
      : []),
    ...quoted.flatMap((figure, row): FieldError[] => {
      const id = `quoted-${index}-${row}`;
      if (figure.text === '') {
        return [{ field: `${id}-text`, text: `Enter the quoted figure as it stands under ${heading}` }];
      }
      if (notInWords(text, [{ ...figure, source: null }]).length > 0) {
        return [{ field: `${id}-text`, text: `${figure.text} does not stand in the words under ${heading}` }];
      }
      if (isDay(figure.asAt)) return [];
      return [{ field: `${id}-as-at`, text: `Enter the day as at which ${figure.text} was, such as 2026-11-20` }];
    }),
  ]);
  const isWritten = words.some(({ text }) => text !== '');
  return isWritten && role === ''
    ? [...found, { field: 'role', text: 'Enter the role the words are written for' }]
    : found;
}

/** What a page shows first: the words as they stand, so that they can be gone on with. */
export const typedOf = (headings: readonly string[], comments: readonly Comment[], role: string): Typed => ({
  role: comments.find(({ shares }) => shares === null)?.authorRole ?? role,
  words: headings.map((heading) => {
    const found = comments.find(({ key }) => key.heading === heading);
    return {
      heading,
      seen: found?.version ?? 0,
      text: found?.text ?? '',
      quoted: (found?.quoted ?? []).map(({ text, asAt, source }) => ({ text, asAt, source: source ?? '' })),
      causes: found?.causes ?? [],
    };
  }),
  facts: [],
  into: 0,
  looked: false,
});

/** The ticked sentences at the end of the words that they are for. */
export function withFacts(typed: Typed): Typed {
  const words = typed.words.map((one, index) =>
    index === typed.into ? { ...one, text: [one.text, ...typed.facts].filter((part) => part !== '').join(' ') } : one,
  );
  return { ...typed, words, facts: [] };
}
