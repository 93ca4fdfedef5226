/** A tree of 300 leaves, its stored nodes and any proof over it, for the tests of proofs. */
import { EMPTY_ROOT, growTree, type Hash, leafHash, type Position } from '#domain/audit/merkle.ts';
import {
  type Consistency,
  consistencyPlan,
  foldRun,
  type Inclusion,
  inclusionPlan,
  type Plan,
} from '#domain/audit/proof.ts';

export const LARGEST = 300;

export const leaves = Array.from({ length: LARGEST }, (_, ix) => leafHash(Uint8Array.of(ix & 255, ix >> 8)));
const stored = new Map<string, Hash>();
export const roots: Hash[] = [EMPTY_ROOT];
const tree = growTree(0, []);
for (const leaf of leaves) {
  for (const { level, ix, hash } of tree.append(leaf)) stored.set(`${level}/${ix}`, hash);
  roots.push(tree.root());
}

function storedAt({ level, ix }: Position): Hash {
  const hash = stored.get(`${level}/${ix}`);
  if (!hash) throw new Error(`no complete node ${level}/${ix}`);
  return hash;
}

/** Folded runs by name, because the tests ask for tens of thousands of proofs that share them. */
const folded = new Map<string, Hash>();
const pathOf = (plan: Plan): Hash[] =>
  plan.map((run) => {
    const name = run.map(({ level, ix }) => `${level}/${ix}`).join();
    const hash = folded.get(name) ?? foldRun(run.map(storedAt));
    folded.set(name, hash);
    return hash;
  });
export const at = <T>(list: readonly T[], ix: number): T => {
  const found = list[ix];
  if (found === undefined) throw new Error(`nothing at ${ix}`);
  return found;
};

export const inclusionOf = (ix: number, size: number): Inclusion => ({
  leaf: at(leaves, ix),
  ix,
  size,
  root: at(roots, size),
  path: pathOf(inclusionPlan(ix, size)),
});
export const consistencyOf = (from: number, to: number): Consistency => ({
  from,
  to,
  fromRoot: at(roots, from),
  toRoot: at(roots, to),
  path: pathOf(consistencyPlan(from, to)),
});
