import type { Commentary } from '../document/index.ts';

/** Who wrote a comment and when, or that it was generated. */
export function signature({ author, dated, generated }: Pick<Commentary, 'author' | 'dated' | 'generated'>): string {
  const parts = [author, dated, generated ? 'Written from the figures' : null].filter((part) => part !== null);
  return parts.map((part) => (part.endsWith('.') ? part : `${part}.`)).join(' ');
}
