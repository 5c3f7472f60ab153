import { formatValue } from '../../judgement/index.ts';
import { standings } from '../compile/standings.ts';
import { unitName } from '../compile/units-at.ts';
import { stateCell, textCell } from './cell.ts';
import type { ColumnKind } from './column.ts';

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
