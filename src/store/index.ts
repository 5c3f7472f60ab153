/** What people say, set, approve and publish, in SQLite or PostgreSQL. Begin at `openStore`. */
export {
  type AccessStore,
  type Account,
  type GrantText,
  type GrantVersion,
  type Look,
  type LookFilter,
  type NewLook,
  type NewSession,
  type NewToken,
  type Opening,
  type PersonText,
  type PersonVersion,
  type Session,
  type SessionGrant,
  sessionHash,
  type TokenVersion,
} from './access/index.ts';
export type { Act, Done, Part, PartAct } from './act.ts';
export { type ActionState, type ActionStep, actionRules, actionStates, actionSteps } from './action-rules.ts';
export type { Actions, ActionText, ActionVersion, NewAction } from './actions.ts';
export { type StoreAddress, storeAddress } from './address.ts';
export {
  type ApprovalAction,
  type ApprovalState,
  type ApprovalSteps,
  approvalActions,
  approvalRules,
  approvalStates,
  isApproved,
  isUnderReview,
} from './approval-rules.ts';
export type { ApprovalKey, Approvals, ApprovalVersion, Submission } from './approvals.ts';
export type { Audit, AuditCheck, AuditEntry } from './audit.ts';
export type {
  Comment,
  Commentary,
  CommentaryFilter,
  CommentText,
  CommentVersion,
  QuotedFigure,
} from './commentary.ts';
export type { CommentaryKey } from './commentary-key.ts';
export {
  type CommentaryAction,
  type CommentaryState,
  commentaryActions,
  commentaryRules,
  commentaryStates,
} from './commentary-rules.ts';
export type { Edition, EditionFilter, EditionKind, Editions, NewEdition } from './editions.ts';
export { type ChangedBy, StoreError, type StoreErrorCode } from './error.ts';
export { openStore, type Store } from './open.ts';
export type { Setting, Settings } from './settings.ts';
export { follow, type Transition } from './transitions.ts';
