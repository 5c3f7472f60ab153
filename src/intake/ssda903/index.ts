import type { Format } from '../format.ts';

export const ssda903: Format = {
  name: 'ssda903',
  async recognise() {
    return [];
  },
  async read() {
    return { tables: [], files: [], asAt: null };
  },
};
