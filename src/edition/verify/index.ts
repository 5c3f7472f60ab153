/** Whether editions are what was published. */
export type { CellDifference, Fault, FaultCode } from './fault.ts';
export { type Verification, type VerifyOptions, verify } from './verify.ts';
