/**
 * An inclusion proof in one file (c2sp.org/tlog-proof): leaf index, path and signed checkpoint. It verifies offline
 * with nothing but the log's public key.
 */
import { fromBase64, toBase64 } from '../bytes/base64.ts';
import { type Checkpoint, checkpointOfBody } from './checkpoint.ts';
import { type Hash, isCount, isHash, type Sha256 } from './merkle.ts';
import { MAX_NOTE_LENGTH, type NoteFault, openNote, parseNote, type VerifySignature } from './note.ts';
import type { VerifierKey } from './note-key.ts';
import { verifyInclusion } from './proof.ts';

export type TlogProof = {
  ix: number;
  path: readonly Hash[];
  /** The signed note, verbatim. */
  checkpoint: string;
  /** Data for the reader's convenience, covered by no signature. */
  extra?: Uint8Array | null;
};

/**
 * The reasons of a refusal. `checkpoint-origin`: the key that signed belongs to another log. `index-outside`: the index
 * is not below the tree size. `inclusion`: the path does not lead from this leaf to the root.
 */
export type TlogProofFault =
  | 'proof-too-long'
  | 'proof-format'
  | NoteFault
  | 'checkpoint-format'
  | 'checkpoint-origin'
  | 'index-outside'
  | 'inclusion';

const HEADER = 'c2sp.org/tlog-proof@v1';
const MAX_PROOF_LENGTH = 2 * MAX_NOTE_LENGTH;
/** The height of the largest possible tree. */
const MAX_PATH = 53;

/** Returns the text of a proof. Throws RangeError for values that would not parse back to the same proof. */
export function formatTlogProof({ ix, path, checkpoint, extra }: TlogProof): string {
  const head = [HEADER];
  if (extra && extra.length > 0) head.push(`extra ${toBase64(extra)}`);
  head.push(`index ${ix}`, ...path.map(toBase64));
  const text = `${head.join('\n')}\n\n${checkpoint}`;
  const read = parseTlogProof(text);
  if (read?.checkpoint !== checkpoint || !parseNote(checkpoint).ok)
    throw new RangeError('not an index, a path and a signed checkpoint');
  return text;
}

/** Parses a proof and verifies nothing; null when it is malformed. */
export function parseTlogProof(text: string): TlogProof | null {
  if (text.length > MAX_PROOF_LENGTH) return null;
  const blank = text.indexOf('\n\n');
  if (blank < 0) return null;
  const [header, ...lines] = text.slice(0, blank).split('\n');
  const extraLine = lines[0]?.startsWith('extra ') ? lines.shift() : undefined;
  const extra = extraLine === undefined ? null : fromBase64(extraLine.slice('extra '.length));
  const [index = '', ...elements] = lines;
  if (header !== HEADER || extra?.length === 0 || (extraLine !== undefined && !extra)) return null;
  const [, digits] = /^index (0|[1-9]\d{0,15})$/.exec(index) ?? [];
  const ix = Number(digits);
  if (!isCount(ix) || elements.length > MAX_PATH) return null;
  const path = elements.map(fromBase64).filter((element) => isHash(element));
  if (path.length !== elements.length) return null;
  return { ix, path, checkpoint: text.slice(blank + 2), extra };
}

/**
 * Verifies that a leaf is in the log of one of `keys` and returns its index. The checkpoint's origin must be the name
 * of a key that signed, because a key trusted for one log must not vouch for another.
 */
export async function verifyTlogProof(
  text: string,
  leaf: Hash,
  keys: readonly VerifierKey[],
  verify: VerifySignature,
  sha256?: Sha256,
): Promise<{ ok: true; ix: number; checkpoint: Checkpoint } | { ok: false; why: TlogProofFault }> {
  if (text.length > MAX_PROOF_LENGTH) return { ok: false, why: 'proof-too-long' };
  const proof = parseTlogProof(text);
  if (!proof) return { ok: false, why: 'proof-format' };
  const opened = await openNote(proof.checkpoint, keys, verify);
  if (!opened.ok) return opened;
  const checkpoint = checkpointOfBody(opened.body);
  if (!checkpoint) return { ok: false, why: 'checkpoint-format' };
  if (!opened.verified.includes(checkpoint.origin)) return { ok: false, why: 'checkpoint-origin' };
  const { ix, path } = proof;
  const { size, root } = checkpoint;
  if (ix >= size) return { ok: false, why: 'index-outside' };
  if (!verifyInclusion({ leaf, ix, size, root, path }, sha256)) return { ok: false, why: 'inclusion' };
  return { ok: true, ix, checkpoint };
}
