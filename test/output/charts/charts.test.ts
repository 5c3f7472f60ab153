import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { AnyChartData } from '../../../src/document/index.ts';
import { type Chart, captionText, chartOf, sharesNote } from '../../../src/output/index.ts';
import { coloursOf, contrast, textsOf } from './picture.ts';
import { samples } from './samples.ts';

const all = Object.entries(samples);
const draw = (name: string, data: AnyChartData, width?: number): Chart =>
  chartOf(data, { id: name, ...(width === undefined ? {} : { width }) });
const lines = (svg: string): string => `${svg.replaceAll('><', '>\n<')}\n`;
const sample = (name: string): AnyChartData => {
  const data = samples[name];
  if (data === undefined) throw new Error(name);
  return data;
};

describe.each(all)('%s', (name, data) => {
  it('draws the picture it drew', async () => {
    await expect(lines(draw(name, data).svg)).toMatchFileSnapshot(`golden/${name}.svg`);
  });

  it('says it in words and as a table', async () => {
    const { title, alt, caption, table } = draw(name, data);
    const head = table.columns.map(({ label }) => label).join(' | ');
    const rows = table.rows.map((row) => row.map(({ text }) => text).join(' | '));
    await expect(`${[title, alt, captionText(caption), '', head, ...rows].join('\n')}\n`).toMatchFileSnapshot(
      `golden/${name}.txt`,
    );
    expect(title.split(' ').length).toBeLessThanOrEqual(10);
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
  });

  it('is the same from data that went through JSON', () => {
    expect(draw(name, JSON.parse(JSON.stringify(data)))).toEqual(draw(name, data));
  });

  it.each([640, 288])('is sound XML with title, description and attributes only, at %i pixels', (width) => {
    const { svg, alt } = draw(name, data, width);
    new SaxesParser({ xmlns: true }).write(svg).close();
    const places = svg.replaceAll(/ (?:stroke-width|fill-opacity|font-family)="[^"]*"/g, '');
    expect(places).not.toMatch(/NaN|Infinity|undefined|style|script|\d\.\d{2,}(?=["\s,LHVM])/);
    expect(svg).toMatch(/^<svg [^>]*role="img"/);
    expect(svg).toContain('<title');
    if (data.kind !== 'spark') expect(svg).toContain('<desc');
    expect(alt.length).toBeGreaterThan(20);
  });

  it.each([640, 288])('keeps every text inside the picture and clear of every other, at %i pixels', (width) => {
    const { svg } = draw(name, data, width);
    const size = Number(/viewBox="0 0 \d+ (\d+)"/.exec(svg)?.[1]);
    const texts = textsOf(svg);
    for (const { text, left, right, top, bottom } of texts) {
      expect.soft(left, text).toBeGreaterThanOrEqual(-1);
      expect.soft(right, text).toBeLessThanOrEqual(width + 1);
      expect.soft(top, text).toBeGreaterThanOrEqual(-2);
      expect.soft(bottom, text).toBeLessThanOrEqual(size + 2);
    }
    for (const [index, a] of texts.entries()) {
      for (const b of texts.slice(index + 1)) {
        const meet = a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
        expect.soft(meet, `${a.text} on ${b.text}`).toBe(false);
      }
    }
  });

  it('has text of 4.5:1 and graphics of 3:1 on white', () => {
    const { text, graphics } = coloursOf(draw(name, data).svg);
    for (const { colour, ground } of text)
      expect(contrast(colour, ground), `${colour} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    for (const colour of graphics) expect(contrast(colour, '#FFFFFF'), colour).toBeGreaterThanOrEqual(2.9);
  });
});

describe('hard cases', () => {
  it('says so where a chart is asked for more than can be told apart', () => {
    const series = Array.from({ length: 5 }, (_, index) => ({ name: `S${index}`, values: [1] }));
    const base = sample('combined-one-point');
    expect(() => draw('x', { ...base, series } as AnyChartData)).toThrow(/at most 4 series/);
    const bars = series.slice(0, 2).map((one) => ({ ...one, as: 'bars' as const }));
    expect(() => draw('x', { ...base, series: bars } as AnyChartData)).toThrow(/at most one/);
    const categories = Array.from({ length: 7 }, (_, index) => `C${index}`);
    expect(() => draw('x', { ...sample('stacked'), categories } as AnyChartData)).toThrow(/at most 6 categories/);
    const scale = { measuredIn: 'count', decimals: 0 };
    expect(() => draw('x', { ...sample('funnel'), scale } as AnyChartData)).toThrow(/percentage or a rate/);
  });

  it('takes a title and a reading that a report gives', () => {
    for (const [name, data] of all) {
      const { title, alt, svg } = draw(name, { ...data, title: 'Ours & theirs', alt: 'As read <aloud>.' });
      expect([title, alt]).toEqual(['Ours & theirs', 'As read <aloud>.']);
      expect(svg).toContain('As read &lt;aloud>.');
    }
  });

  it('tells shares how they were rounded, and a funnel what its limits rest on', () => {
    expect(captionText(draw('stacked', sample('stacked')).caption)).toContain(sharesNote);
    expect(captionText(draw('funnel', sample('funnel')).caption)).toContain('exact binomial');
    expect(captionText(draw('funnel', sample('funnel-rate')).caption)).toContain('exact Poisson');
  });

  it('never draws a suppressed cell, nor lets its row be had by subtraction', () => {
    const { svg, table } = draw('stacked', sample('stacked'));
    const islands = table.rows.find(([head]) => head?.text === 'Islands') ?? [];
    expect(
      islands
        .slice(1)
        .filter(({ value }) => value !== null)
        .map(({ text }) => text),
    ).toEqual(['12', '0']);
    expect(svg).toContain('>suppressed</text>');
  });
});
