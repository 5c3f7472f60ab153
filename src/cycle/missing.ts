import { dayLabel, monthEnd, monthLabel } from '../calendar/index.ts';
import { coveredBy } from '../measure/index.ts';
import type { Comment } from '../store/index.ts';
import type { ApprovalNode } from './approval-tree.ts';
import type { CycleAsked, PlaceForWords } from './asked.ts';
import type { StepName } from './calendar.ts';

/** Something that stands between a report and its publication. */
export interface Missing {
  readonly step: Exclude<StepName, 'publication'>;
  readonly kind: 'data' | 'rows' | 'comment' | 'check' | 'approval';
  /** What it is about: an indicator, a check of the data, a unit. */
  readonly about: string;
  /** What is missing, as a sentence. */
  readonly says: string;
  /** Whose it is to put right: a role. */
  readonly whose: string;
  /** The unit whose comment, figures or approval it is. */
  readonly unit: string;
  /** Of a comment on an indicator, and of rows the name of the check. */
  readonly id: string | null;
  /** Whether the report can be submitted without it where a reason is given. */
  readonly mayGoWithout: boolean;
}

/** Everything that is missing, in the order of the steps. */
export function missingOf(asked: CycleAsked, tree: ApprovalNode | null): readonly Missing[] {
  return [
    ...missingFigures(asked),
    ...missingComments(asked),
    ...failing(asked),
    ...(tree === null ? [] : missingApprovals(tree)),
  ];
}

const analyst = 'Analyst';

function missingFigures({ figures, month, unit }: CycleAsked): Missing[] {
  const common = { step: 'figures', unit: unit.code, id: null, whose: analyst, mayGoWithout: false } as const;
  const found: Missing[] = [];
  if (figures.asAt < monthEnd(month)) {
    const says = `It speaks up to ${dayLabel(figures.asAt)}, before the end of ${monthLabel(month)}.`;
    found.push({ ...common, kind: 'data', about: 'The data', says });
  }
  if (!figures.any) {
    found.push({ ...common, kind: 'data', about: 'The data', says: `It has no figure of ${monthLabel(month)}.` });
  }
  const rows = figures.blockers.map(({ check, title, rows: count }): Missing => {
    const says = `${count.toLocaleString('en-GB')} ${count === 1 ? 'row' : 'rows'} to correct at source.`;
    return { ...common, kind: 'rows', about: title, says, id: check, mayGoWithout: true };
  });
  return [...found, ...rows];
}

const stateWords = {
  draft: 'is a draft',
  submitted: 'waits for approval',
  returned: 'was returned to its author',
} as const;

/** Comments that must be there and are not written, and every one that is begun and not approved. */
function missingComments(asked: CycleAsked): Missing[] {
  const { comments, places, unit, units } = asked;
  const within = new Set(coveredBy(units, unit.code));
  const titles = new Map(places.map(({ indicator, title }) => [indicator, title]));
  const open = comments
    .filter(({ state, key }) => state !== 'approved' && within.has(key.unit))
    .map((comment): Missing => openComment(comment, titles.get(comment.key.indicator)));
  return [...places.flatMap((place) => notWritten(asked, place)), ...open];
}

function openComment({ key, state, authorRole }: Comment, title: string | undefined): Missing {
  const standing = state === 'approved' ? '' : stateWords[state];
  return {
    step: 'commentary',
    kind: 'comment',
    about: title ?? key.indicator ?? 'The report as a whole',
    says: `What is written under “${key.heading}” ${standing}.`,
    whose: state === 'submitted' ? `Approver of ${authorRole}` : authorRole,
    unit: key.unit,
    id: key.indicator,
    mayGoWithout: false,
  };
}

/** The report asks for headings, of which each is needed, or for words under any. */
function notWritten({ given, comments, unit, month, report }: CycleAsked, place: PlaceForWords): Missing[] {
  if (place.required === null) return [];
  const { indicator, title, owner } = place;
  const written = new Set([
    ...given.filter((one) => (one.indicator ?? null) === indicator).map(({ heading }) => heading),
    ...comments
      .filter(({ key }) => key.indicator === indicator && key.unit === unit.code)
      .filter(({ key }) => key.month === month && key.report === report.id)
      .map(({ key }) => key.heading),
  ]);
  const absent = place.headings.filter((heading) => !written.has(heading));
  if (absent.length === 0) return [];
  const nothing = absent.length === place.headings.length;
  const under = absent.map((heading) => `“${heading}”`).join(', ');
  return [
    {
      step: 'commentary',
      kind: 'comment',
      about: title,
      says: nothing ? `${place.required} Nothing is written.` : `${place.required} Nothing is written under ${under}.`,
      whose: owner ?? 'Author',
      unit: unit.code,
      id: indicator,
      mayGoWithout: true,
    },
  ];
}

/** What stops an issue, but for comments that are missing: those are told above. */
function failing({ findings, places, unit }: CycleAsked): Missing[] {
  const titles = new Set(places.map(({ title }) => title));
  return findings
    .filter(({ about, where }) => about === 'figures' || (about === 'commentary' && !titles.has(where)))
    .map(({ about, where, says }) => ({
      step: about === 'figures' ? 'figures' : 'commentary',
      kind: 'check',
      about: where,
      says,
      whose: about === 'figures' ? analyst : 'Author',
      unit: unit.code,
      id: null,
      mayGoWithout: true,
    }));
}

/** The levels below first, then the unit itself. */
function missingApprovals({ unit, approved, state, steps, below }: ApprovalNode): Missing[] {
  const under = below.flatMap((node) => (node.approved ? [] : [approvalOf(node)]));
  return approved ? under : [...under, approvalOf({ unit, state, steps })];
}

function approvalOf({ unit, state, steps }: Pick<ApprovalNode, 'unit' | 'state' | 'steps'>): Missing {
  const says = {
    open: 'It has not been submitted.',
    returned: 'It was returned.',
    submitted: steps === 2 ? 'It waits for its first approval.' : 'It waits for approval.',
    'approved-1': 'It waits for its second approval.',
    'approved-2': '',
  }[state];
  const whose = { open: 'Author', returned: 'Author', submitted: 'Approver', 'approved-1': 'Second approver' } as const;
  return {
    step: 'sign-off',
    kind: 'approval',
    about: unit.name,
    says,
    whose: state === 'approved-2' ? '' : whose[state],
    unit: unit.code,
    id: null,
    mayGoWithout: false,
  };
}
