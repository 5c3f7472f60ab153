import { type AuditEvent, lineOf, nobody, openingFor, scopedFigures } from '../../access/index.ts';
import type { ServerOptions, ShownFigures } from '../options.ts';
import { asking } from './asking.ts';

/**
 * The options as the pages get them: figures are those of whoever asks, and the audit says who looked, and by which opening
 * where nothing else allowed it. No page can forget it, because none is given anything else.
 */
export function forWhoAsks(options: ServerOptions): ServerOptions {
  const { signIn } = options;
  const figures = (): ShownFigures | null => {
    const all = options.figures();
    const who = asking();
    if (all === null || (who === null && signIn === undefined)) return all;
    return scopedFigures(all, who?.person ?? nobody, who?.day ?? '');
  };
  const audit = (event: AuditEvent): Promise<void> => {
    const who = asking();
    const all = options.figures();
    if (who === null || all === null) return options.audit(event);
    const units = event.month === undefined ? [] : all.units(event.month);
    const opening = openingFor(who.person, lineOf(units, event.unit ?? ''), who.day);
    const why = opening === null ? {} : { opening: opening.number, reason: opening.reason };
    return options.audit({ post: who.person.post, ...event, ...why });
  };
  // Who may see cases of children is known where people sign in; else only --open-cases says so.
  return { ...options, figures, audit, openCases: options.openCases || signIn !== undefined };
}
