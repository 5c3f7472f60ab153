import type { Day } from '../../calendar/index.ts';
import { datesOf } from '../../cycle/index.ts';
import type { CommentPlace } from '../../document/index.ts';
import { type Doubt, type Fact, type Text, writtenText } from '../../narrative/index.ts';
import type { Report } from '../../pack/index.ts';
import type { ActionVersion, Comment, CommentVersion, Store } from '../../store/index.ts';
import type { Opened } from './open.ts';
import { headingsOf } from './states.ts';
import { type FieldError, type Typed, type TypedWords, typedOf, wholeFigures } from './typed.ts';

/** What stands under one heading, and what may be done with it. */
export interface HeadingView {
  readonly heading: string;
  readonly index: number;
  /** As it stands in the store; null where nothing is written. */
  readonly comment: Comment | null;
  readonly typed: TypedWords;
  readonly isEditable: boolean;
  /** The words with their tokens filled in, as the report prints them; none where they may not be read yet. */
  readonly printed: readonly Text[];
  readonly doubts: readonly Doubt[];
  /** Whether somebody else changed it while this person typed. */
  readonly conflict: boolean;
  readonly history: readonly CommentVersion[];
}

/** A sentence that the figures say, and as it is written into a comment. */
export interface OfferedFact {
  readonly fact: Fact;
  readonly written: string;
}

export interface PlaceView {
  readonly place: CommentPlace;
  readonly headings: readonly HeadingView[];
  readonly typed: Typed;
  readonly facts: readonly OfferedFact[];
  readonly actions: readonly ActionVersion[];
  /** Comments that may be let stand here too. */
  readonly sources: readonly Comment[];
  readonly due: Day | null;
  readonly errors: readonly FieldError[];
}

/** What a person has sent and is shown again. */
export interface Shown {
  readonly typed?: Typed;
  readonly errors?: readonly FieldError[];
}

/** The day by which comments of a month are due; null where the report has no calendar. */
export const dueDay = ({ cycle }: Report, month: string): Day | null =>
  cycle === undefined ? null : datesOf(cycle, month).commentary;

export async function placeView(
  opened: Opened,
  store: Pick<Store, 'commentary' | 'actions'>,
  place: CommentPlace,
  { typed: sent, errors = [] }: Shown = {},
): Promise<PlaceView> {
  const { choice, report, desk, hand } = opened;
  const { unit, month } = choice;
  const { indicator } = place;
  const all = await store.commentary.list({ report: report.id, month });
  const own = all.filter(({ key }) => key.unit === unit && key.indicator === indicator);
  const headings = headingsOf(place, own);
  const typed = sent ?? typedOf(headings, own, place.owner ?? hand.person.post);
  const views = headings.map(async (heading, index): Promise<HeadingView> => {
    const comment = own.find(({ key }) => key.heading === heading) ?? null;
    const history = comment === null ? [] : await store.commentary.history(comment.key);
    return headingView(opened, indicator, { heading, index, comment, history, typed });
  });
  const actions = await store.actions.list({ report: report.id, month, unit });
  const here = { unit, month };
  return {
    place,
    headings: await Promise.all(views),
    typed,
    facts:
      indicator === null || !hand.comments
        ? []
        : desk.facts(indicator).map((fact) => ({ fact, written: writtenText(fact.text, here) })),
    actions: actions.filter((action) => action.indicator === indicator),
    sources: hand.comments ? all.filter((one) => mayStandElsewhere(one, unit) && !own.includes(one)) : [],
    due: dueDay(report, month),
    errors,
  };
}

/** Words of another unit are offered once they are approved: before that they are for those who write them. */
const mayStandElsewhere = ({ shares, key, state }: Comment, unit: string): boolean =>
  shares === null && (key.unit === unit || state === 'approved');

interface Heading {
  readonly heading: string;
  readonly index: number;
  readonly comment: Comment | null;
  readonly history: readonly CommentVersion[];
  readonly typed: Typed;
}

function headingView(
  { desk, hand }: Opened,
  indicator: string | null,
  { heading, index, comment, history, typed }: Heading,
): HeadingView {
  const version = comment?.version ?? 0;
  const state = comment?.state ?? 'none';
  const isOpen = comment === null || comment.shares !== null || state === 'draft' || state === 'returned';
  const isEditable = hand.comments && isOpen;
  const isReadable = hand.readsDrafts || state === 'approved';
  const found = typed.words.find((one) => one.heading === heading);
  const stored = { heading, seen: version, text: comment?.text ?? '', quoted: [], causes: comment?.causes ?? [] };
  const words = (isEditable ? found : undefined) ?? stored;
  const quoted = isEditable ? wholeFigures(words.quoted) : (comment?.quoted ?? []);
  const isShown = isReadable && words.text !== '';
  return {
    heading,
    index,
    comment: isReadable ? comment : comment && { ...comment, text: '', quoted: [] },
    typed: words,
    isEditable,
    printed: isShown ? desk.filled(indicator, words.text, quoted) : [],
    doubts: isShown && hand.readsDrafts ? desk.doubts(indicator, words.text, quoted) : [],
    conflict: isEditable && found !== undefined && found.seen !== version,
    history: hand.readsDrafts ? history : [],
  };
}
