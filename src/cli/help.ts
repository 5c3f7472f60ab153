import type { Command } from './command.ts';

/** What an option means, in the command where it means something of its own, else everywhere. */
const meanings: Readonly<Record<string, string>> = {
  api: 'the address of the statistics service, where it is not the usual one',
  'as-at': 'the last day that the delivery speaks for; else what it says itself, else what its data suggests',
  'as-known-now': 'show earlier months as they are known now, not as they were published',
  authorities: 'how many authorities are made up, a folder each',
  authority: 'the code of the authority, where the data is of several or does not say it',
  public: 'publish it for the public: without small numbers',
  comments: 'which approved comments a public edition prints',
  'publish by': 'the role that signs it',
  by: 'count by this instead of listing one by one',
  cases: 'list the cases behind each difference; the look is audited',
  code: 'only findings with this code',
  compare: 'two extracts, by the beginning of their ids, or current: what changed from the first to the second',
  corrects: 'the edition that it takes the place of, with --what and --why',
  data: 'the data folder, in which what is loaded is kept',
  'data-set': 'the id of a data set that is fetched from the statistics service',
  despite: 'why it is issued although the checks found something',
  format: 'how it is printed',
  formats: 'the files that are kept, by their endings',
  indicator: 'only this indicator; may be repeated',
  'cases indicator': 'the indicator of the figure',
  kind: 'only findings of a load, or only those of the checks of the pack',
  month: 'the month',
  months: 'so many months, the last of them the one of --month',
  'open-cases': 'show lists of children as well, without sign-in',
  out: 'where it is written',
  pack: 'the pack: a folder, or the name of one under packs/',
  population: 'how many people live in each authority',
  port: 'the port, 0 for any that is free',
  reason: 'why personal values are shown; it is recorded',
  report: 'only editions of this report',
  released: 'the day on which the files were published',
  seed: 'another number makes another county, the same number the same',
  'show-values': 'show personal values as delivered, with --reason',
  table: 'only findings in this table',
  team: 'only findings that touch this unit',
  to: 'the last month of the records',
  unit: 'only this unit, by its code; may be repeated',
  'cases unit': 'the unit of the figure, by its code',
  'publish unit': 'the unit it is about, by its code; else the authority',
  'report unit': 'the unit it is about, by its code; else the authority',
  'editions out': 'the file that the edition is made again as; its ending says what is made',
  'report out': 'the file; its ending says what is made',
  'report data': 'the data folder; a pack of given figures alone needs none',
  what: 'what is different in the edition that corrects another',
  why: 'why it is corrected',
  version: 'the version of the data set; else the latest',
  'sign-in': 'the settings file by which people sign in; without it there is no sign-in',
  email: 'the email address of the person, by which they sign in',
  name: 'the name of the person',
  post: 'their post in words, as it may be printed under a comment',
  role: 'the role that is given',
  'users unit': 'the unit over which it is given, with all below it; else the whole installation',
  from: 'the first day on which it holds; else today',
  'users to': 'the last day on which it holds; else it has no end',
  grant: 'the number of a role that was given, as list shows it',
  'password-in': 'the variable of the environment that holds the password, instead of one that is made',
  'no-password': 'no password, for who signs in with a work account',
  'due unit': 'the unit whose work it is, with all below it; else the authority',
  within: 'nothing that falls due later than so many days after the as-at date of the extracts',
};

/** The options of a command, as its usage writes them: name, and what follows it. */
export function optionsOf({ usage }: Pick<Command, 'usage'>): Map<string, string> {
  const written = usage.matchAll(/--([a-z-]+)((?: (?!--)[^\s[\]]+)*)/g);
  return new Map([...written].map(([, name = '', value = '']) => [name, value]));
}

/** What an option of a command means; empty where nothing is said of it. */
export function meaningOf(command: Pick<Command, 'name'>, option: string): string {
  return meanings[`${command.name} ${option}`] ?? meanings[option] ?? '';
}

/** What `outturn COMMAND --help` prints: what it does, its call, a line for each option, and what else it has to say. */
export function commandHelp(command: Command): string {
  const options = [...optionsOf(command)].map(([name, value]) => ({ name, call: `--${name}${value}` }));
  const width = Math.max(0, ...options.map(({ call }) => call.length));
  const lines = options.map(({ name, call }) => `  ${call.padEnd(width)}  ${meaningOf(command, name)}`.trimEnd());
  const parts = [command.summary, `  outturn ${command.usage}`, lines.join('\n'), command.details?.trimEnd() ?? ''];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
