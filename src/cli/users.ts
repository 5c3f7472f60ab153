import { dayOf, hashPassword, madePassword, passwordFault, type Role, roles } from '../access/index.ts';
import { isDay } from '../calendar/index.ts';
import type { Act, PersonVersion, Store } from '../store/index.ts';
import { choice, parseCall, required } from './arguments.ts';
import { CallError, type Command, type Effects, InputError } from './command.ts';
import { demoAccounts } from './demo-accounts.ts';
import { withStore } from './store.ts';
import { formats, printRows } from './table.ts';

const options = {
  data: { type: 'string' },
  name: { type: 'string' },
  post: { type: 'string' },
  email: { type: 'string' },
  role: { type: 'string' },
  unit: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  grant: { type: 'string' },
  'password-in': { type: 'string' },
  'no-password': { type: 'boolean' },
  format: { type: 'string' },
} as const;

type Values = ReturnType<typeof parseCall<typeof options>>['values'];
interface Call {
  readonly store: Store;
  readonly values: Values;
  readonly effects: Effects;
  readonly act: Act;
}

/** Looks after who may sign in, from the computer itself: the first administrator is made so. */
export const users: Command = {
  name: 'users',
  usage:
    'users add|list|grant|revoke|disable|enable|reset|demo --data DIR [--email ADDRESS] [--name NAME] [--post POST] [--role ROLE] [--unit CODE] [--from DAY] [--to DAY] [--grant NUMBER] [--password-in VARIABLE] [--no-password] [--format csv|json|table]',
  summary: 'look after who may sign in; the first administrator is made so',
  details: `  add      --email --name --post [--role --unit]   somebody, with a password to begin with, and a first role
  list     [--format csv|json|table]              who there is, and what they may do
  grant    --email --role [--unit] [--from] [--to] a role over a unit and all below it; * is the whole installation
  revoke   --grant NUMBER                          ends a role; list gives its number
  disable, enable --email                          ends every way in, or gives it back
  reset    --email                                 a new password, and every session ends
  demo                                             synthetic people, one a role, where the data is synthetic

Roles: ${roles.join(', ')}.
--password-in NAME takes the password from that variable of the environment instead of making one; --no-password makes
none, for who signs in with a work account.`,
  async run(args, effects) {
    const { values, positionals } = parseCall(args, options, true);
    const [what, ...others] = positionals;
    const step = what === undefined ? undefined : steps[what];
    if (step === undefined || others.length > 0)
      throw new CallError(`users ${positionals.join(' ')}: add, list, grant, revoke, disable, enable, reset or demo`);
    const data = required(values.data, 'data');
    return withStore(data, effects, async (store) => {
      const act = { who: 'command line', role: 'Command line', at: effects.now() };
      await step({ store, values, effects, act });
      return 0;
    });
  },
};

const steps: Readonly<Record<string, (call: Call) => Promise<void>>> = {
  async add({ store, values, effects, act }) {
    const role = values.role === undefined ? null : roleOf(values);
    const text = {
      name: required(values.name, 'name'),
      post: required(values.post, 'post'),
      email: required(values.email, 'email'),
      subject: null,
    };
    const password = passwordOf(values, [text.name, text.email]);
    const person = await store.people.add(text, act);
    if (role !== null) await store.grants.add({ person: person.id, role, ...spanOf(values, act) }, act);
    effects.stderr(`Added ${person.name} as ${person.id}\n`);
    if (password !== null) await give(store, person, password, effects, act);
  },
  async list({ store, values, effects }) {
    const format = choice(values.format, 'format', formats, 'table');
    const grants = await store.grants.list();
    const rows = (await store.people.list()).flatMap((person) => {
      const own = grants.filter((grant) => grant.person === person.id);
      const { id, name, post, email, state } = person;
      const first = [id, name, post, email, state];
      return own.length === 0
        ? [[...first, null, null, null, null, null]]
        : own.map(({ number, role, unit, from, to }) => [...first, number, role, unit, from, to]);
    });
    const header = ['id', 'name', 'post', 'email', 'state', 'grant', 'role', 'unit', 'from', 'to'];
    for (const piece of printRows(format, header, rows)) effects.stdout(piece);
  },
  async grant({ store, values, effects, act }) {
    const person = await personNamed(store, values);
    const grant = await store.grants.add({ person: person.id, role: roleOf(values), ...spanOf(values, act) }, act);
    effects.stderr(`Grant ${grant.number}: ${grant.role} over ${grant.unit} for ${person.name}\n`);
  },
  async revoke({ store, values, act }) {
    const yesterday = dayOf(new Date(act.at.getTime() - 86_400_000));
    await store.grants.end(Number(required(values.grant, 'grant')), yesterday, act);
  },
  disable: (call) => turned(call, 'disabled'),
  enable: (call) => turned(call, 'active'),
  async reset({ store, values, effects, act }) {
    const person = await personNamed(store, values);
    const password = passwordOf(values, [person.name, person.email ?? '']);
    if (password === null) throw new CallError('--no-password does not go with reset');
    await give(store, person, password, effects, act);
    await store.people.note(person.id, 'reset', act);
    await store.sessions.endAll(person.id);
    await store.failures.forget(person.email ?? '');
  },
  demo: ({ store, values, effects, act }) => demoAccounts(store, required(values.data, 'data'), effects, act),
};

async function turned({ store, values, act }: Call, state: PersonVersion['state']): Promise<void> {
  const person = await personNamed(store, values);
  await store.people.turn(person.id, state, person.version, act);
  await store.sessions.endAll(person.id);
}

async function personNamed(store: Store, values: Values): Promise<PersonVersion> {
  const email = required(values.email, 'email');
  const person = await store.people.byEmail(email);
  if (!person) throw new InputError(`Nobody has the address ${email}`);
  return person;
}

function roleOf({ role }: Values): Role {
  const known = roles.find((each) => each === role);
  if (known === undefined) throw new CallError(`--role ${role ?? ''}: one of ${roles.join(', ')}`);
  return known;
}

function spanOf({ unit = '*', from, to }: Values, { at }: Act): { unit: string; from: string; to: string | null } {
  for (const day of [from, to]) {
    if (day !== undefined && !isDay(day)) throw new CallError(`${day} is not a day; one is written YYYY-MM-DD`);
  }
  return { unit, from: from ?? dayOf(at), to: to ?? null };
}

/** The password to give; null for none. It never stands on a command line, where others can read it. */
function passwordOf(values: Values, about: readonly string[]): { text: string; made: boolean } | null {
  if (values['no-password']) return null;
  const variable = values['password-in'];
  if (variable === undefined) return { text: madePassword(), made: true };
  const text = process.env[variable] ?? '';
  const fault = passwordFault(text, about);
  if (fault !== null) throw new InputError(`The password in ${variable}: ${fault}`);
  return { text, made: false };
}

async function give(
  store: Store,
  { id }: PersonVersion,
  { text, made }: { readonly text: string; readonly made: boolean },
  effects: Effects,
  { at }: Act,
): Promise<void> {
  await store.accounts.set({ person: id, hash: await hashPassword(text), changedAt: at, temporary: true });
  if (made) effects.stdout(`${text}\n`);
  effects.stderr('They choose their own password when they sign in with this one.\n');
}
