import { bestAndHotspots, formatValue } from '../../judgement/index.ts';
import { unitName } from '../compile/units-at.ts';
import { stateCell, textCell } from './cell.ts';
import type { ColumnKind } from './column.ts';

type Standings = ReturnType<typeof bestAndHotspots>;

/** The best unit and the hotspots of an indicator among the units below that of the report. */
const standings = (context: Parameters<ColumnKind['cell']>[0], id: string): Standings => {
  const { input, unit, month, report } = context;
  const below = input.figures.units(month).filter(({ parent }) => parent === unit.code);
  return bestAndHotspots(
    input.figures,
    id,
    below.map(({ code }) => code),
    month,
    { rule: report.hotspots ?? { statuses: ['away'] }, since: context.when('previous') },
  );
};

export const units: Readonly<Record<string, ColumnKind>> = {
  'best-unit': {
    kind: 'text',
    width: 1.5,
    label: () => 'Best',
    cell: (context, { id, definition }) => {
      const { best } = standings(context, id);
      if (best.length === 0) return stateCell('none');
      return textCell(
        best.map(({ unit, figure }) => `${unitName(context, unit)} ${formatValue(figure, definition)}`).join(', '),
      );
    },
  },
  hotspots: {
    kind: 'text',
    width: 2,
    label: () => 'Hotspots',
    cell: (context, { id, definition }) => {
      const { hotspots } = standings(context, id);
      if (hotspots.length === 0) return textCell('None');
      return textCell(
        hotspots.map(({ unit, figure }) => `${unitName(context, unit)} ${formatValue(figure, definition)}`).join(', '),
      );
    },
  },
};
