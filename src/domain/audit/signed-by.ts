/**
 * Opens checkpoints of a log with the public keys that the verifier trusts. Every shard is signed with one key pair
 * under a name of its own, so a trusted public key opens the checkpoints of all its names: who was given the key of the
 * first shard can verify the log after a restore. Whether a name belongs to the log is decided by its events.
 */
import { type Checkpoint, checkpointOfBody } from './checkpoint.ts';
import { openNote, parseNote, type VerifySignature } from './note.ts';
import { isKeyName, type VerifierKey } from './note-key.ts';

/** `origin`: the name that the text claims, verified or not; null when the text is no checkpoint. */
export type OpenedCheckpoint = {
  origin: string | null;
  checkpoint: Checkpoint | 'signature' | 'checkpoint';
};

/** Returns the checkpoint if a trusted key signed it under its own origin over `size` leaves, else the kind of fault. */
export async function openCheckpoint(
  { note, size }: { note: string; size: number },
  keys: readonly VerifierKey[],
  verify: VerifySignature,
): Promise<OpenedCheckpoint> {
  const parsed = parseNote(note);
  const origin = (parsed.ok && checkpointOfBody(parsed.note.body)?.origin) || null;
  const open = await openNote(note, origin === null ? keys : withName(keys, origin), verify);
  if (!open.ok) return { origin, checkpoint: 'signature' };
  const checkpoint = checkpointOfBody(open.body);
  const sound = checkpoint?.size === size && open.verified.includes(checkpoint.origin);
  return { origin, checkpoint: sound ? checkpoint : 'checkpoint' };
}

/** The keys, and each public key among them under the name `origin` too. */
function withName(keys: readonly VerifierKey[], origin: string): readonly VerifierKey[] {
  if (!isKeyName(origin)) return keys;
  const own = keys.filter(({ name }) => name === origin);
  const more = keys.filter(
    ({ publicKey }, at) =>
      !own.some((key) => sameBytes(key.publicKey, publicKey)) &&
      keys.findIndex((key) => sameBytes(key.publicKey, publicKey)) === at,
  );
  return [...keys, ...more.map(({ publicKey }) => ({ name: origin, publicKey }))];
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
