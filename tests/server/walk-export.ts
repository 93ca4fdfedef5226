/**
 * Reads an exported file as an outsider does: grows the tree from the head's frontier and compares it with each
 * signature.
 */
import { hash } from 'node:crypto';
import { checkpointOfBody } from '#domain/audit/checkpoint.ts';
import { growTree, leafHash, sameHash } from '#domain/audit/merkle.ts';
import { openNote } from '#domain/audit/note.ts';
import { parseVerifierKey } from '#domain/audit/note-key.ts';
import { headOfLine, itemOfLine } from '#server/audit/export/format.ts';
import { webVerify } from '#server/audit/seal/web-verify.ts';

const sha256 = (bytes: Uint8Array) => hash('sha256', bytes, 'buffer');

export type Walked = {
  from: number;
  /** The tree size after the last leaf. */
  size: number;
  /** The size of the last checkpoint, which is the last line. */
  signed: number;
  bodies: readonly string[];
};

/** @throws if a leaf, a signature or a root does not fit, or the file does not end with a checkpoint */
export async function walkExport(text: string): Promise<Walked> {
  const [first = '', ...lines] = text.trimEnd().split('\n');
  const head = headOfLine(first);
  if (!head) throw new Error(`no head: ${first}`);
  const keys = head.keys.flatMap((key) => parseVerifierKey(key) ?? []);
  const tree = growTree(head.from, head.before, sha256);
  const bodies: string[] = [];
  let signed = -1;
  for (const line of lines) {
    const item = itemOfLine(line);
    if (item?.kind === 'event') {
      if (item.ix !== tree.size) throw new Error(`leaf ${item.ix} where ${tree.size} belongs`);
      if (!item.body || !sameHash(item.leaf, leafHash(new TextEncoder().encode(item.body), sha256)))
        throw new Error(`leaf ${item.ix} is not its text`);
      tree.append(item.leaf);
      bodies.push(item.body);
    } else if (item) {
      const opened = await openNote(item.note, keys, webVerify);
      const checkpoint = opened.ok ? checkpointOfBody(opened.body) : null;
      if (checkpoint?.size !== tree.size || !sameHash(checkpoint.root, tree.root()))
        throw new Error(`the signature over ${item.size} does not fit a tree of ${tree.size}`);
      signed = tree.size;
    } else throw new Error(`no item: ${line}`);
  }
  if (signed !== tree.size) throw new Error(`signed to ${signed} of ${tree.size}`);
  return { from: head.from, size: tree.size, signed, bodies };
}
