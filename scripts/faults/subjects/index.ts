import type { Subject } from '../subject.ts';

/** Everything that is killed, by name. A further subject is a file beside this one and a line here. */
export const subjects: Readonly<Record<string, () => Promise<Subject>>> = {
  publishing: async () => (await import('./publishing.ts')).publishing,
  approving: async () => (await import('./approving.ts')).approving,
  migrating: async () => (await import('./migrating.ts')).migrating,
  loading: async () => (await import('./loading.ts')).loading,
};
