import { describe, expect, it } from 'vitest';
import { factsOf, plainText } from '../../src/narrative/index.ts';
import { worldSource } from './figures.ts';
import { situations } from './situations/index.ts';

describe('the sentences of a situation', () => {
  it.each(situations.map((situation) => [situation.name, situation] as const))('%s', (_, { asked, says, ...world }) => {
    const facts = factsOf(worldSource(world), { indicator: 'a', unit: 'C', month: '2026-10', ...asked });
    expect(facts.map(({ text }) => plainText(text))).toEqual(says);
  });
});
