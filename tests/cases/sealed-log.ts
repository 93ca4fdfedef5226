/** A small sealed log and its key, for the tests of its verifiers. */
import { checkpointText } from '#domain/audit/checkpoint.ts';
import { growTree, type Hash, leafHash } from '#domain/audit/merkle.ts';
import { signNote } from '#domain/audit/note.ts';
import { verifierKey } from '#domain/audit/note-key.ts';
import type { LeafSource } from '#web/features/audit/seal/walk.ts';

export const LOG = 'otinish-log/0190a0a0-0000-7000-8000-000000000001';
const AT = '2026-11-22T07:03:00.000Z';

export type TestKey = {
  publicKey: Uint8Array;
  sign: (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>;
};

export async function newKey(): Promise<TestKey> {
  const { subtle } = globalThis.crypto;
  const pair = await subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  return {
    publicKey: new Uint8Array(await subtle.exportKey('raw', pair.publicKey)),
    sign: async (bytes) => new Uint8Array(await subtle.sign('Ed25519', pair.privateKey, bytes)),
  };
}

export const leafOf = (text: string): Hash => leafHash(new TextEncoder().encode(text));
export const leavesOf = (count: number, name = 'event'): Hash[] =>
  Array.from({ length: count }, (_, ix) => leafOf(`${name} ${ix}`));

function rootOf(leaves: readonly Hash[]): Hash {
  const tree = growTree(0, []);
  for (const leaf of leaves) tree.append(leaf);
  return tree.root();
}

/** The server's claim about a log with these leaves: its key and a signed checkpoint. */
export async function claimOf(
  leaves: readonly Hash[],
  key: TestKey,
  { origin = LOG, at = AT, name = origin }: { origin?: string; at?: string; name?: string } = {},
): Promise<{ key: string; note: string }> {
  const body = checkpointText({
    origin,
    size: leaves.length,
    root: rootOf(leaves),
    extensions: [`at ${at}`],
  });
  return {
    key: verifierKey(name, key.publicKey),
    note: await signNote(body, name, key.publicKey, key.sign),
  };
}

/** Serves the leaves as the server does and records the ranges that were asked for. */
export function sourceOf(leaves: readonly Hash[]): LeafSource & { asked: [from: number, limit: number][] } {
  const asked: [number, number][] = [];
  const source = async (from: number, limit: number) => {
    asked.push([from, limit]);
    return bytesOf(leaves.slice(from, from + limit));
  };
  return Object.assign(source, { asked });
}

export function bytesOf(leaves: readonly Hash[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(leaves.length * 32);
  for (const [at, leaf] of leaves.entries()) bytes.set(leaf, at * 32);
  return bytes;
}
