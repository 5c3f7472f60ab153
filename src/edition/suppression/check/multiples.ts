import { occurrences, type System, type Unknown } from './system.ts';

/** How many times as large the numbers are tried: more than any small count needs to be hidden among. */
const times = 20;

/**
 * Unknowns of which nothing but proportions is known: where every statement that hangs together is about sums and percentages, and
 * no number in them is, twice as many of everything agree with it as well. By unknown the largest multiple found, else the truth.
 */
export function multiples(system: System): Float64Array {
  const { unknowns, statements } = system;
  const inStatements = occurrences(system);
  const found = Float64Array.from(unknowns, ({ truth }) => truth);
  const seen = new Uint8Array(unknowns.length);
  for (const start of unknowns.keys()) {
    if (seen[start] === 1 || isFixed(unknowns[start] as Unknown)) continue;
    const together = [start];
    const touched = new Set<number>();
    seen[start] = 1;
    for (const index of together) {
      for (const statement of inStatements[index] ?? []) {
        if (touched.has(statement)) continue;
        touched.add(statement);
        for (const next of statements[statement]?.of ?? []) {
          if (seen[next] === 1 || isFixed(unknowns[next] as Unknown)) continue;
          seen[next] = 1;
          together.push(next);
        }
      }
    }
    const hasRoom = together.every((index) => {
      const { low, high, truth } = unknowns[index] as Unknown;
      return truth * times <= high && truth >= low;
    });
    const isProportion = [...touched].every((index) => isOfProportions(system, index));
    if (hasRoom && isProportion) for (const index of together) found[index] = (found[index] as number) * times;
  }
  return found;
}

const isFixed = ({ low, high }: Unknown): boolean => low >= high;

function isOfProportions({ unknowns, statements }: System, index: number): boolean {
  const { low, high, of } = statements[index] as System['statements'][number];
  const isOpen = (end: number) => end === 0 || !Number.isFinite(end);
  return (
    isOpen(low) && isOpen(high) && of.every((one) => !isFixed(unknowns[one] as Unknown) || unknowns[one]?.truth === 0)
  );
}
