import { compileReport, type Document, type ReportInput } from '../../document/index.ts';
import type { Observation } from '../../measure/index.ts';
import type { FigureKey } from '../../narrative/index.ts';
import {
  type Disclosure,
  type EarlierTogether,
  type Publication,
  partName,
  type Suppressed,
  type SuppressionSettings,
  usualSettings,
} from './figures.ts';
import { gather } from './gather.ts';
import { type HeldBack, heldBackBy } from './held-back.ts';
import { publicDocument } from './public-document.ts';
import { publicInput } from './public-input.ts';
import { publishable } from './publishable.ts';

export interface PublicReport {
  readonly document: Document;
  readonly suppressed: Suppressed;
  /** All that was decided from, so that the check can be made again. */
  readonly publication: Publication;
  /** What an edition keeps of it, so that later ones can be held against it. */
  readonly together: EarlierTogether;
  /** Small counts that the earlier editions gave away already. */
  readonly already: readonly Disclosure[];
}

/**
 * A report as it may leave the organisation: without small numbers and what they could be worked out from, and without what it
 * holds back. It is compiled anew from the figures that may be seen, until it reads none that has not been looked at.
 *
 * @param earlier the public editions before it, newest first
 * @throws SuppressionFailed where a small number could still be worked out
 */
export function publicReport(
  input: ReportInput,
  earlier: readonly EarlierTogether[] = [],
  settings: SuppressionSettings = usualSettings,
): PublicReport {
  const heldBack = heldBackBy(input.report, (month) => input.figures.units(month));
  const read = new Map<string, Observation>();
  const watched = watch(input, read);
  compileReport(watched);
  for (;;) {
    const looked = read.size;
    const publication = gather(input.figures, [...read.values()], earlier, heldBack);
    const { suppressed, already } = publishable(publication, settings);
    const compiled = compileReport(publicInput(watched, suppressed, heldBack, settings));
    // Without its small figures a report can choose others to tell of, which have to be looked at as well.
    if (read.size > looked) continue;
    const document = publicDocument(compiled, (key) => notShown(key, suppressed, heldBack));
    const together = { ...publication.now, suppressed: new Set(suppressed.keys()) };
    return { document, suppressed, publication, together, already };
  }
}

function notShown(key: FigureKey, suppressed: Suppressed, heldBack: HeldBack): string | null {
  const { indicator, unit, month, part, from } = key;
  if (part === 'target') return null;
  const reason = heldBack(indicator, unit, month);
  if (reason !== null) return reason;
  const hides = (at: string): boolean =>
    suppressed.has(partName(indicator, unit, at, part === 'difference' ? 'value' : part));
  return hides(month) || (from !== undefined && hides(from)) ? 'Suppressed' : null;
}

/** The same input, which notes every figure that is read. */
function watch(input: ReportInput, read: Map<string, Observation>): ReportInput {
  const { figures } = input;
  const observation: typeof figures.observation = (indicator, unit, month) => {
    const found = figures.observation(indicator, unit, month);
    if (found !== undefined) read.set(`${indicator}|${unit}|${month}`, found);
    return found;
  };
  return {
    ...input,
    figures: new Proxy(figures, {
      get(target, name) {
        if (name === 'observation') return observation;
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    }),
  };
}
