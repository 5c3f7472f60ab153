import type { Person } from '../../access/index.ts';
import { type Commentary, type CommentaryKey, type Part, StoreError } from '../../store/index.ts';
import { actBy } from './hand.ts';
import type { Where } from './save.ts';
import { type Fields, field, several } from './typed.ts';

/** What may be done with words besides writing them, and in which part. */
export const decisions = {
  withdraw: { as: 'author' },
  return: { as: 'approver' },
  approve: { as: 'approver' },
  reopen: { as: 'approver' },
  share: { as: 'author' },
} as const satisfies Readonly<Record<string, { readonly as: Part }>>;
export type Decision = keyof typeof decisions;

interface Asked {
  readonly where: Where;
  readonly fields: Fields;
  readonly person: Person;
  readonly at: Date;
}

interface Chosen {
  readonly key: CommentaryKey;
  readonly seen: number;
}

/** The headings that were ticked, each with the version that the person has seen. */
function chosenIn({ where, fields }: Asked): readonly Chosen[] {
  const chosen = several(fields, 'headings').flatMap((value): Chosen[] => {
    const [, index, heading] = /^(\d+) (.+)$/s.exec(value) ?? [];
    if (heading === undefined) return [];
    return [{ key: { ...where, heading }, seen: Number(field(fields, `seen-${index}`)) }];
  });
  if (chosen.length === 0) throw new StoreError('not-valid', 'Tick the headings that it is about.');
  return chosen;
}

/** @throws StoreError `stale`, `reason-missing`, `not-allowed`, `approved` */
export async function decide(commentary: Commentary, how: Exclude<Decision, 'share'>, asked: Asked): Promise<void> {
  const { person, at, fields } = asked;
  const act = actBy(person, decisions[how].as, at, field(fields, 'why').trim());
  for (const { key, seen } of chosenIn(asked)) await commentary.move(key, how, seen, act);
}

/** Lets words that stand elsewhere in the report and month stand under a heading here. @throws StoreError */
export async function share(commentary: Commentary, asked: Asked): Promise<void> {
  const { where, fields, person, at } = asked;
  const source = sourceIn(fields, where);
  const all = await commentary.list({ report: where.report, month: where.month });
  // Words of another unit that are not approved are not this person's to read, and a form may name anything.
  const isOpen = all.some(
    ({ key, state }) =>
      JSON.stringify(key) === JSON.stringify(source) && (key.unit === where.unit || state === 'approved'),
  );
  if (!isOpen) throw new StoreError('not-found', 'There are no such words to share.');
  for (const { key, seen } of chosenIn(asked)) await commentary.share(key, source, seen, actBy(person, 'author', at));
}

function sourceIn(fields: Fields, { report, month }: Where): CommentaryKey {
  const [, indicator, unit, heading] =
    /^\[(null|"[^"]*"),"((?:[^"\\]|\\.)*)","((?:[^"\\]|\\.)*)"\]$/s.exec(field(fields, 'from')) ?? [];
  if (indicator === undefined) throw new StoreError('not-found', 'There are no such words to share.');
  const text = (part: string): string => JSON.parse(`"${part}"`) as string;
  return {
    report,
    indicator: indicator === 'null' ? null : (JSON.parse(indicator) as string),
    unit: text(unit ?? ''),
    month,
    heading: text(heading ?? ''),
  };
}
