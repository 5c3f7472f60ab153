import { type Finding, streamFindings } from '../intake/index.ts';
import { currentExtracts } from '../warehouse/index.ts';
import { choice, parseCall, required } from './arguments.ts';
import { type Command, InputError } from './command.ts';
import { type Cell, csvLine, printRows } from './table.ts';

const header = ['authority', 'source', 'code', 'severity', 'file', 'row', 'column', 'value', 'message', 'dataset'];

/** Prints what was wrong with the data that is loaded. */
export const findings: Command = {
  name: 'findings',
  usage: 'findings --data DIR [--authority CODE] [--format csv|table]',
  summary: 'print every value or row that was refused, repaired or doubtful in the current extracts',
  async run(args, effects) {
    const { values } = parseCall(args, {
      data: { type: 'string' },
      authority: { type: 'string' },
      format: { type: 'string' },
    });
    const data = required(values.data, 'data');
    const format = choice(values.format, 'format', ['csv', 'table'], 'csv');
    const all = await currentExtracts(data);
    const extracts = all.filter(({ authority }) => authority === (values.authority ?? authority));
    if (extracts.length === 0) {
      const whose = values.authority === undefined ? '' : ` of ${values.authority}`;
      throw new InputError(`Nothing${whose} is loaded in ${data}`);
    }
    const rows: Cell[][] = [];
    if (format === 'csv') effects.stdout(csvLine(header));
    for (const manifest of extracts) {
      for await (const block of streamFindings(data, manifest)) {
        const cells = block.map((finding) => [manifest.authority, manifest.source, ...cellsOf(finding)]);
        if (format === 'csv') effects.stdout(cells.map(csvLine).join(''));
        else rows.push(...cells);
      }
    }
    if (format === 'table') for (const piece of printRows('table', header, rows)) effects.stdout(piece);
    return 0;
  },
};

function cellsOf({ code, severity, file, row, column, value, message, dataset }: Finding): Cell[] {
  return [code, severity, file, row, column, value, message, dataset];
}
