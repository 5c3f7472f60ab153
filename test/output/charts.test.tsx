import fc from 'fast-check';
import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { addToMonth } from '../../src/calendar/index.ts';
import {
  BarChart,
  ProcessChart,
  type ProcessChartProps,
  roundedRange,
  Sparkline,
  TrendChart,
  type TrendChartProps,
} from '../../src/output/index.ts';

const months = Array.from({ length: 24 }, (_, index) => addToMonth('2024-11', index));
const wave = months.map((_, index) => (index === 7 || index === 8 ? null : 75 + 6 * Math.sin(index / 3) + index / 8));
const steps = months.map((_, index) => (index < 17 ? 80 : 85));
const flat = (value: number): number[] => months.map(() => value);

const trend: TrendChartProps = {
  id: 'trend',
  title: 'Assessments in time: higher than a year earlier, below target',
  description: 'Whole county, April 2025 77.7%, October 2026 83.3%.',
  months,
  main: { label: 'Whole county 83.3%', values: wave },
  benchmarks: [{ label: 'Authority', figure: '82%', values: flat(82), breaksToo: true }],
  target: { label: 'Target 85%', values: steps },
  amber: { label: 'Amber limit 70%', values: flat(70) },
  breaks: [{ index: 14, label: 'Definition changed, Jan 2026' }],
  range: [60, 90],
  scale: { measuredIn: 'percent', decimals: 1 },
};

const process: ProcessChartProps = {
  id: 'usual',
  title: 'Assessments in time. Usual range: within it',
  description: 'October 2026 lies within the usual range.',
  months,
  points: wave,
  limits: [
    { from: 0, to: 14, mean: 74, lower: 66, upper: 82, isTrial: false },
    { from: 14, to: 24, mean: 78, lower: 70, upper: 86, isTrial: true },
  ],
  signals: months.map((_, index) => index === 5),
  labels: { point: 'Latest 78.6%', mean: 'Mean 78%', lower: 'Lower 70%', upper: 'Upper 86%', target: 'Target 85%' },
  targets: flat(85),
  breaks: [{ index: 14, label: 'New range, Jan 2026' }],
  range: [60, 90],
  scale: { measuredIn: 'percent', decimals: 1 },
};

/** One tag a line, so that a change in a golden picture can be read. */
const svg = (chart: JSX.Element): string => `${renderToString(chart).replaceAll('><', '>\n<')}\n`;
const golden = (name: string): string => `golden/${name}.svg`;

describe('golden pictures', () => {
  it('sparkline: a gap, a break, a target that changes, a dot at the latest month', async () => {
    const chart = (
      <Sparkline id="s" values={wave} targets={steps} breaks={[14]} title="November 2024 to October 2026" />
    );
    await expect(svg(chart)).toMatchFileSnapshot(golden('sparkline'));
  });

  it('trend: four lines named at their ends, a break in series', async () => {
    await expect(svg(<TrendChart {...trend} />)).toMatchFileSnapshot(golden('trend'));
  });

  it('trend for a narrow screen', async () => {
    const chart = <TrendChart {...trend} benchmarks={[]} amber={null} width={288} height={260} />;
    await expect(svg(chart)).toMatchFileSnapshot(golden('trend-narrow'));
  });

  it('trend: a target that is a range', async () => {
    const chart = <TrendChart {...trend} amber={null} targetHigh={{ label: 'Target to 88%', values: flat(88) }} />;
    await expect(svg(chart)).toMatchFileSnapshot(golden('trend-range'));
  });

  it('process limits: limits taken anew, trial limits dashed, a signal as a diamond', async () => {
    await expect(svg(<ProcessChart {...process} />)).toMatchFileSnapshot(golden('process'));
  });

  const bars = [
    { label: 'North', value: 81.2, text: '81.2%', note: 'of 612' },
    { label: 'Safeguarding and family support, Canterbury', value: 59.8, text: '59.8%', note: 'of 160', own: true },
    { label: 'South', value: null, text: 'no cases', note: '' },
  ];
  const reference = { value: 73.8, label: 'Whole county 73.8%' };
  it.each([
    ['bars', false, 420],
    ['bars-narrow', true, 288],
  ] as const)('%s', async (name, stacked, width) => {
    const chart = (
      <BarChart
        id="b"
        title="By team"
        description="North 81.2%"
        bars={bars}
        reference={reference}
        stacked={stacked}
        width={width}
      />
    );
    await expect(svg(chart)).toMatchFileSnapshot(golden(name));
  });

  it('survives one month, no month and a figure that never moves', () => {
    for (const values of [[], [5], [null], [0, 0, 0]]) {
      const text = svg(<Sparkline id="s" values={values} targets={values.map(() => null)} title="t" />);
      expect(text).not.toMatch(/NaN|Infinity|undefined/);
    }
  });
});

interface Label {
  readonly kind: string;
  readonly y: number;
}

function endLabels(text: string): Label[] {
  return [...text.matchAll(/<text class="label-([\w-]+)" x="[\d.]+" y="([\d.]+)"/g)].map(([, kind = '', y]) => ({
    kind,
    y: Number(y),
  }));
}

describe('any data', () => {
  const value = fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { nil: null });
  const series = fc.array(value, { minLength: 24, maxLength: 24 });

  it('gives finite, rounded coordinates, no style attribute, and labels that touch neither each other nor a line', () => {
    fc.assert(
      fc.property(series, series, series, (main, target, beside) => {
        const text = renderToString(
          <TrendChart
            {...trend}
            main={{ label: 'Whole county 83.3%', values: main }}
            target={{ label: 'Target 85%', values: target }}
            benchmarks={[{ label: 'Authority 82%', values: beside }]}
            range={[0, 100]}
          />,
        );
        expect(text).not.toMatch(/NaN|Infinity|undefined|style=|\.\d{2,}/);
        const labels = endLabels(text).sort((a, b) => a.y - b.y);
        for (const [index, label] of labels.entries()) {
          const next = labels[index + 1];
          if (next !== undefined) expect(next.y - label.y).toBeGreaterThanOrEqual(16.8);
        }
        const left = Math.min(...[...text.matchAll(/class="label-[\w-]+" x="([\d.]+)"/g)].map(([, x]) => Number(x)));
        const paths = [...text.matchAll(/class="line-[\w-]+" d="([^"]*)"/g)].flatMap(([, d = '']) =>
          [...d.matchAll(/[ML]([\d.]+),/g)].map(([, x]) => Number(x)),
        );
        for (const x of paths) expect(x).toBeLessThan(left);
      }),
      { numRuns: 60 },
    );
  });

  it('draws every point of a process once, signals as diamonds, and bands from the lower to the upper limit', () => {
    const signals = fc.array(fc.boolean(), { minLength: 24, maxLength: 24 });
    fc.assert(
      fc.property(series, signals, (points, marked) => {
        const text = renderToString(<ProcessChart {...process} points={points} signals={marked} range={[0, 100]} />);
        expect(text).not.toMatch(/NaN|Infinity|undefined|style=|\.\d{2,}/);
        const count = (kind: RegExp): number => text.match(kind)?.length ?? 0;
        const present = points.map((point, index) => point !== null && marked[index] === true);
        expect(count(/class="signal"/g)).toBe(present.filter(Boolean).length);
        expect(count(/<circle/g)).toBe(points.filter((point, index) => point !== null && !marked[index]).length);
        // 82 to 66 of a range of 100 over the height of the plot, which is 236.
        expect(text).toContain('height="37.8"');
        const labels = endLabels(text).sort((a, b) => a.y - b.y);
        for (const [index, { y }] of labels.entries()) {
          expect((labels[index + 1]?.y ?? y + 20) - y).toBeGreaterThanOrEqual(16.8);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('widens a range to hold its values, not below 0 nor above 100 for a percentage', () => {
    const number = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(number, number, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const [from, to] = roundedRange([low, high], 100);
        expect(from >= 0 && from <= low && to >= high && to <= 100 && from < to).toBe(true);
      }),
    );
  });
});
