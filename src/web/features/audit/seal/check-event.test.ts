import { expect, it } from 'vitest';
import type { AuditRow } from '#contract/audit.ts';
import { growTree, type Hash, leafHash, type Node } from '#domain/audit/merkle.ts';
import { verifierKey } from '#domain/audit/note-key.ts';
import { foldRun, inclusionPlan } from '#domain/audit/proof.ts';
import { formatTlogProof } from '#domain/audit/tlog-proof.ts';
import { claimOf, LOG, leavesOf, newKey } from '#tests/cases/sealed-log.ts';
import { checkEvent, checkUnsealed, type ProvenEvent, sameKey } from './check-event.ts';
import { verifySignature } from './verify-signature.ts';

const KEY = await newKey();
const OTHER = await newKey();
const ID = '0190a0a0-0000-7000-8000-000000000007';
const BODY = JSON.stringify({
  v: 1,
  id: ID,
  at: '2026-11-22T06:02:31.000Z',
  code: 'PD010',
  outcome: 'success',
  actor: { kind: 'person', id: 'p' },
  purpose: 'confirm_identity',
});
const ROW: AuditRow = {
  id: ID,
  seq: 7,
  at: '2026-11-22T06:02:31Z',
  actor: { kind: 'person', id: 'p', name: 'Dana Ospanova', roles: ['privacy_officer'] },
  event: 'request.revealed',
  code: 'PD010',
  severity: 'notice',
  outcome: 'success',
  object: null,
  fields: [],
  purpose: 'confirm_identity',
  count: null,
};
const IX = 4;
const LEAVES = leavesOf(9).with(IX, leafHash(new TextEncoder().encode(BODY)));
const PROVEN: ProvenEvent = { row: ROW, body: BODY, proof: await proofOf(LEAVES), ix: IX };
const key = (name = LOG, by = KEY) => verifierKey(name, by.publicKey);
const check = (more: Partial<ProvenEvent> = {}, by = key()) =>
  checkEvent({ ...PROVEN, ...more }, by, verifySignature);

async function proofOf(leaves: readonly Hash[], by = KEY): Promise<string> {
  const tree = growTree(0, []);
  const nodes: Node[] = leaves.flatMap((leaf) => tree.append(leaf));
  const hashAt = (level: number, ix: number) =>
    nodes.find((node) => node.level === level && node.ix === ix)?.hash ?? new Uint8Array(32);
  const path = inclusionPlan(IX, leaves.length).map((run) =>
    foldRun(run.map(({ level, ix }) => hashAt(level, ix))),
  );
  return formatTlogProof({ ix: IX, path, checkpoint: (await claimOf(leaves, by)).note });
}

it('holds for the event as it was sealed', async () => {
  expect(await check()).toEqual({ ok: true, ix: IX, at: '2026-11-22T07:03:00.000Z' });
});

it('holds under the name the log had before a restore', async () => {
  expect((await check({}, key('otinish-log/later'))).ok).toBe(true);
});

it.each([
  ['its text changed', { body: BODY.replace('PD010', 'PD011') }],
  ['another index claimed', { ix: 5 }],
  ['the row of another person', { row: { ...ROW, actor: { ...ROW.actor, id: 'q' } } }],
  ['the row of another kind of event', { row: { ...ROW, code: 'PD011' } }],
  ['the row of another outcome', { row: { ...ROW, outcome: 'denied' as const } }],
  ['the row of another hour', { row: { ...ROW, at: '2026-11-22T06:02:32Z' } }],
  ['the row of another object', { row: { ...ROW, object: { type: 'request', id: 'r', label: null } } }],
  ['the row of another event', { row: { ...ROW, id: ID.replace('7', '8') } }],
  ['a proof that is none', { proof: 'proof' }],
])('does not hold with %s', async (_what, more) => {
  expect(await check(more)).toEqual({ ok: false });
});

it('does not hold for what another key signed', async () => {
  expect(await check({ proof: await proofOf(LEAVES, OTHER) })).toEqual({ ok: false });
});

it.each([
  ['waiting', 'is new', BODY, '2026-11-22T06:03:00Z'],
  ['waiting', 'belongs to a log without a checkpoint', BODY, null],
  ['stray', 'precedes the checkpoint by more than the longest wait', BODY, '2026-11-22T06:13:00Z'],
  ['stray', 'has a body that differs from its row', BODY.replace('PD010', 'PD011'), '2026-11-22T06:03:00Z'],
  ['stray', 'has no body', '', null],
])('an event without a seal is %s if it %s', (state, _why, body, signedAt) => {
  expect(checkUnsealed({ row: ROW, body }, signedAt)).toBe(state);
});

it('does not hold without a key', async () => {
  expect(await check({}, '')).toEqual({ ok: false });
});

it('compares keys by their bytes, not by their names', () => {
  expect([sameKey(key(), key('other')), sameKey(key(), key(LOG, OTHER)), sameKey(key(), null)]).toEqual([
    true,
    false,
    false,
  ]);
});
