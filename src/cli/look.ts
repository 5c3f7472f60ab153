import { type AuditEvent, recordLook } from '../access/index.ts';
import type { Effects } from './command.ts';
import { withStore } from './store.ts';

/** Records a look that a command takes; print what was asked for only when this has returned. */
export function recordLookOf(
  data: string,
  effects: Effects,
  look: Omit<AuditEvent, 'at' | 'who' | 'post'>,
): Promise<void> {
  return withStore(data, effects, (store) => recordLook(store, { at: effects.now(), who: 'command line', ...look }));
}
