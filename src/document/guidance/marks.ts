import { monthLabel } from '../../calendar/index.ts';
import { directionInWords, type Judgement, trendInWords } from '../../judgement/index.ts';
import type { Note, Shown } from './shown.ts';

const bands = {
  met: 'The figure has reached its target.',
  near: 'It has not, but is within the limit set for being close.',
  away: 'It is further away than that.',
} as const;

/** What each status that is given means, in the words of the report. */
export function statuses({ context: { labels }, judgements, columns }: Shown): Note[] {
  if (!columns.has('status') && !columns.has('symbol') && !columns.has('position')) return [];
  const used = (['met', 'near', 'away'] as const).filter((status) => judgements.some((one) => one.status === status));
  if (used.length === 0) return [];
  const items: Note['items'][number][] = used.map((status) => {
    const symbol = labels.symbols?.[status];
    return {
      term: labels.statuses[status],
      says: `${bands[status]}${symbol === undefined ? '' : ` Sign: ${symbol}.`}`,
    };
  });
  items.push({
    term: 'How it is judged',
    says: 'A figure is judged before it is rounded. Exactly at a limit, it belongs to the band that its thresholds say.',
  });
  if (judgements.some(({ statusOverride }) => statusOverride !== null)) {
    items.push({ term: 'Set by a person', says: 'Somebody has judged what no rule can, and says why.' });
  }
  return [{ label: 'Status', items }];
}

const why: Readonly<Record<NonNullable<Judgement['statusReason']>, string>> = {
  'activity measure': 'Neither more nor less of it is good in itself.',
  'no target': 'No target is set.',
  'no target yet': 'A target can be set only when there are enough figures.',
  'target will not be set': 'It is reported for note.',
  'judged by a person': 'No rule judges it, and no person has yet.',
  'no cases': 'There was nothing to count.',
  'no population': 'The population that a rate needs is not known.',
  'not collected': 'The data do not say.',
  'not available': 'The source of the figure cannot give it.',
  'not comparable': 'The figure stands apart from the others, and is not judged.',
  'words only': 'It is reported in words.',
  suppressed: 'So few are counted that a person could be recognised.',
  'no figure': 'There is no figure of the month.',
};

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** Why figures have no status, each reason in the word that the report prints for it. */
export function reasons({ context: { labels }, judgements, columns }: Shown): Note[] {
  if (!columns.has('status') && !columns.has('position')) return [];
  const used = new Set(judgements.flatMap(({ statusReason }) => (statusReason === null ? [] : [statusReason])));
  const items = [...used].toSorted().map((reason) => {
    const printed = labels.reasons[reason];
    const plain = capital(reason);
    return printed === undefined || printed === ''
      ? { term: plain, says: why[reason] }
      : { term: printed, says: `${plain}. ${why[reason]}` };
  });
  return items.length === 0 ? [] : [{ label: 'Why there is no status', items }];
}

/** What an arrow or its word says, against which months. */
export function directions({ context, judgements, columns }: Shown): Note[] {
  const { labels, report } = context;
  if (!columns.has('direction') || judgements.length === 0) return [];
  const isMovement = labels.direction?.by === 'movement';
  const pairs = isMovement
    ? ([
        [{ direction: null, movement: 'up' }, 'The number is higher than it was, whether that is good or not.'],
        [{ direction: null, movement: 'down' }, 'The number is lower than it was, whether that is good or not.'],
        [{ direction: null, movement: 'same' }, 'The number is what it was.'],
      ] as const)
    : ([
        [{ direction: 'better', movement: null }, 'The figure is better than it was: it moved the way that is better.'],
        [{ direction: 'worse', movement: null }, 'The figure is worse than it was.'],
        [{ direction: 'same', movement: null }, 'The figure is what it was, before rounding.'],
      ] as const);
  const items: Note['items'][number][] = pairs.map(([comparison, says]) => ({
    term: capital(directionInWords(labels, comparison) ?? ''),
    says,
  }));
  items.push({
    term: 'What is compared',
    says: 'Figures are compared before they are rounded: two that print the same can differ. Nothing is said where a figure is missing, or where its definition has changed in between.',
  });
  const months = monthsCompared(report.sections.flatMap((one) => [one, ...one.sections]).flatMap(({ parts }) => parts));
  items.push({
    term: 'Compared with',
    says: `${months.map((when) => monthLabel(context.when(when))).join(' and ')}.`,
  });
  return [{ label: 'Direction of travel', items }];
}

type PartSpec = Shown['context']['report']['sections'][number]['parts'][number];

function monthsCompared(parts: readonly PartSpec[]): string[] {
  const columns = parts.flatMap((part) =>
    part.part === 'table'
      ? part.columns
      : part.part === 'facts'
        ? part.items.flatMap((item) => ('show' in item ? [item] : []))
        : [],
  );
  return [...new Set(columns.flatMap(({ show, from }) => (show === 'direction' ? [from ?? 'previous'] : [])))];
}

const courses = {
  improving: 'The last figures end better than they began, and did not turn.',
  declining: 'They end worse than they began, and did not turn.',
  stable: 'They changed little.',
  volatile: 'They turned, and the last step was a large one.',
  'new measure': 'There are too few figures to say.',
} as const;

/** What each word for a trend that is given means. */
export function trends({ context: { labels }, judgements, columns }: Shown): Note[] {
  if (!columns.has('trend')) return [];
  const used = new Set(judgements.map(({ trend }) => trend));
  const items = (Object.keys(courses) as (keyof typeof courses)[])
    .filter((trend) => used.has(trend))
    .map((trend) => ({ term: capital(trendInWords(labels, trend)), says: courses[trend] }));
  return items.length === 0 ? [] : [{ label: 'Trend', items }];
}

const absent = {
  'no-cases': ['No cases', 'There was nothing to count: no figure is possible, and that is not 0%.'],
  'no-denominator': ['No rate', 'The population that the rate needs is not known.'],
  'not-collected': ['Not collected', 'The data do not say. It is not 0.'],
  suppressed: ['Suppressed', 'So few are counted that a person could be recognised.'],
} as const;

/** What stands in place of a figure, and why. */
export function absences({ judgements }: Shown): Note[] {
  const all = judgements.flatMap(({ observation, previous, outturn }) => [
    observation?.state ?? 'not-collected',
    ...[previous, outturn].flatMap((one) => (one.observation === undefined ? [] : [one.observation.state])),
  ]);
  const items = (Object.keys(absent) as (keyof typeof absent)[])
    .filter((state) => all.includes(state))
    .map((state) => ({ term: absent[state][0], says: absent[state][1] }));
  return items.length === 0 ? [] : [{ label: 'Where there is no figure', items }];
}
