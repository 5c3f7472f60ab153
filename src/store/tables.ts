import type { Kysely, Transaction } from 'kysely';

/** What every appended row says of the change that it is. Times are ISO 8601 in UTC; nothing is ever updated. */
interface ChangeColumns {
  thread: string;
  version: number;
  action: string;
  who: string;
  role: string;
  at: string;
  why: string | null;
}

interface CommentaryRow extends ChangeColumns {
  report: string;
  indicator: string | null;
  unit: string;
  month: string;
  heading: string;
  author_role: string;
  state: string;
  text: string;
  /** JSON. */
  quoted: string;
  /** JSON. */
  causes: string;
  /** The thread whose text stands here. */
  shares: string | null;
}

interface ActionRow extends ChangeColumns {
  number: number;
  report: string;
  indicator: string | null;
  unit: string;
  month: string;
  closed_month: string | null;
  text: string;
  owner_role: string;
  due: string | null;
  state: string;
  /** JSON. */
  causes: string;
  /** The thread of the comment that it came from. */
  comment: string | null;
}

interface ApprovalRow extends ChangeColumns {
  report: string;
  month: string;
  unit: string;
  state: string;
  steps: number;
  extract_hash: string | null;
  definitions_hash: string | null;
  /** JSON: the units whose figures are in it. */
  covers: string;
  /** JSON: the units that had to be approved first. */
  below: string;
}

interface EditionRow extends ChangeColumns {
  number: number;
  report: string;
  month: string;
  unit: string;
  kind: string;
  content_hash: string;
  extract_hash: string;
  definitions_hash: string;
  path: string;
  corrects: number | null;
  changed: string | null;
  previous: string;
  hash: string;
}

/** A row of a pack's CSV file that a person has set. */
interface SettingRow extends ChangeColumns {
  indicator: string;
  /** Empty where the row names none. */
  unit: string;
  /** The place in the order of setting. */
  number: number;
  /** JSON: the fields of the CSV file. */
  row: string;
}

interface PersonRow extends ChangeColumns {
  id: string;
  name: string;
  post: string;
  email: string | null;
  subject: string | null;
  state: string;
}

interface GrantRow extends ChangeColumns {
  number: number;
  person: string;
  held_role: string;
  unit: string;
  from_day: string;
  to_day: string | null;
}

interface TokenRow extends ChangeColumns {
  number: number;
  person: string;
  name: string;
  /** SHA-256 of the token, which is nowhere. */
  hash: string;
  /** JSON. */
  rights: string;
  expires: string;
  state: string;
}

interface OpeningRow extends ChangeColumns {
  number: number;
  person: string;
  unit: string;
  until: string;
}

interface LookRow extends ChangeColumns {
  number: number;
  what: string;
  indicator: string | null;
  unit: string | null;
  month: string | null;
  list: string | null;
  cases: number;
  /** The number of the opening that allowed it. */
  opening: number | null;
}

interface AccountRow {
  person: string;
  /** Argon2id, with its parameters and salt. */
  hash: string;
  changed_at: string;
  /** 1 where somebody else chose the password. */
  temporary: number;
}

interface SessionRow {
  /** SHA-256 of the id that the browser holds. */
  hash: string;
  person: string;
  how: string;
  /** JSON: what the claims of a provider gave for this session. */
  grants: string;
  begun: string;
  seen: string;
  ends: string;
  idle_minutes: number;
}

interface FailureRow {
  name_hash: string;
  failures: number;
  last_at: string;
}

interface AuditRow {
  number: number;
  concept: string;
  thread: string;
  version: number;
  action: string;
  who: string;
  role: string;
  at: string;
  digest: string;
  previous: string;
  hash: string;
}

/** The tables whose rows the audit answers for. */
export interface ConceptTables {
  commentary: CommentaryRow;
  actions: ActionRow;
  approvals: ApprovalRow;
  editions: EditionRow;
  targets: SettingRow;
  overrides: SettingRow;
  collected: SettingRow;
  people: PersonRow;
  grants: GrantRow;
  tokens: TokenRow;
  openings: OpeningRow;
  looks: LookRow;
}

export interface Tables extends ConceptTables {
  audit: AuditRow;
  accounts: AccountRow;
  sessions: SessionRow;
  sign_in_failures: FailureRow;
}

export type Concept = keyof ConceptTables;
export type SettingConcept = 'targets' | 'overrides' | 'collected';
export type Database = Kysely<Tables>;
/** A transaction that holds the one right to write. */
export type Writing = Transaction<Tables>;
export const concepts: readonly Concept[] = [
  'commentary',
  'actions',
  'approvals',
  'editions',
  'targets',
  'overrides',
  'collected',
  'people',
  'grants',
  'tokens',
  'openings',
  'looks',
];
