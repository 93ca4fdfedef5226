/** Messages between the page and the worker. The worker asks the page for data, because only the page calls the API. */
import type { Restored, Verdict, VerifyRun } from './verify-leaves.ts';

export type ToWorker =
  | { kind: 'begin'; run: VerifyRun }
  | { kind: 'leaves'; from: number; bytes: Uint8Array<ArrayBuffer> }
  | { kind: 'restored'; claims: readonly Restored[] };

export type FromWorker =
  | { kind: 'ask-leaves'; from: number; limit: number }
  | { kind: 'ask-restored' }
  | { kind: 'progress'; done: number; total: number }
  | { kind: 'verdict'; verdict: Verdict }
  | { kind: 'broken'; name: string; message: string };
