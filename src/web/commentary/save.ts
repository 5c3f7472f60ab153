import type { Comment, Commentary, CommentaryKey, CommentVersion, PartAct } from '../../store/index.ts';
import { type Typed, type TypedWords, wholeFigures } from './typed.ts';

/** The place of all words of a page, without their heading. */
export type Where = Omit<CommentaryKey, 'heading'>;

/**
 * Writes what was changed under each heading; what was only looked at is left alone, so that it stands in nobody's way.
 *
 * @throws StoreError `stale` for a heading that was changed by somebody else and by this person
 */
export async function saveWords(
  commentary: Commentary,
  where: Where,
  { words, role }: Typed,
  act: PartAct,
): Promise<readonly Comment[]> {
  const saved: Comment[] = [];
  for (const one of words) {
    const key = { ...where, heading: one.heading };
    const seen = (await commentary.history(key)).find(({ version }) => version === one.seen);
    if (!(await isChanged(commentary, one, role, seen))) continue;
    const text = { authorRole: role, text: one.text, quoted: wholeFigures(one.quoted), causes: one.causes };
    saved.push(await commentary.write(key, text, one.seen, act));
  }
  return saved;
}

async function isChanged(
  commentary: Commentary,
  typed: TypedWords,
  role: string,
  seen: CommentVersion | undefined,
): Promise<boolean> {
  if (seen === undefined) return typed.text !== '';
  // What stands there by reference is its own once it differs from what it refers to.
  const shown = seen.shares === null ? seen : await commentary.at(seen.shares);
  const before = [shown?.text, shown?.quoted, shown?.causes];
  const after = [typed.text, wholeFigures(typed.quoted), typed.causes];
  const isOther = JSON.stringify(before) !== JSON.stringify(after);
  return isOther || (seen.shares === null && seen.authorRole !== role);
}

/**
 * Submits what is a draft under each heading that was typed.
 *
 * @returns the headings that were submitted
 */
export async function submitWords(
  commentary: Commentary,
  where: Where,
  headings: readonly string[],
  act: PartAct,
): Promise<readonly string[]> {
  const submitted: string[] = [];
  for (const heading of headings) {
    const now = await commentary.at({ ...where, heading });
    if (now?.state !== 'draft' || now.shares !== null) continue;
    await commentary.move(now.key, 'submit', now.version, act);
    submitted.push(heading);
  }
  return submitted;
}
