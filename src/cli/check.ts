import { formatDiagnostic, type Pack, readPack } from '../pack/index.ts';
import { CallError, type Command } from './command.ts';

/** outturn check PACK: every problem of a pack with its place, or what the pack holds. */
export const check: Command = {
  name: 'check',
  usage: 'check PACK',
  summary: 'Check a pack: a folder, or the name of one under packs/',
  async run(args, { stdout, packsFolder }) {
    const [name, ...others] = args;
    if (name === undefined) throw new CallError('which pack?');
    const unknown = [name, ...others].find((arg) => arg.startsWith('-')) ?? others[0];
    if (unknown !== undefined) throw new CallError(`${unknown} is not understood`);
    const { pack, diagnostics } = await readPack(name, { packsFolder });
    for (const diagnostic of diagnostics) stdout(`${formatDiagnostic(diagnostic)}\n`);
    const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
    const warnings = diagnostics.length - errors;
    const told = [counted(errors, 'error'), ...(warnings > 0 ? [counted(warnings, 'warning')] : [])].join(', ');
    stdout(pack ? `ok: ${contents(pack)}${warnings > 0 ? ` (${counted(warnings, 'warning')})` : ''}\n` : `${told}\n`);
    return pack ? 0 : 1;
  },
};

/** What a pack holds, in one line. */
function contents(pack: Pack): string {
  const parts: readonly (readonly [number, string])[] = [
    [pack.datasets.size, 'dataset'],
    [pack.views.size, 'view'],
    [pack.indicators.size, 'indicator'],
    [pack.checks.size, 'check'],
    [pack.targets.length, 'target'],
    [pack.overrides.length, 'override'],
    [pack.units.length, 'unit row'],
    [pack.reports.size, 'report'],
  ];
  const held = parts.filter(([count]) => count > 0).map(([count, word]) => counted(count, word));
  return `${pack.title} ${pack.version} holds ${held.length > 0 ? held.join(', ') : 'nothing yet'}`;
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
