/** Worker script of one verification: hashing 100 000 entries on the page's thread would delay keystrokes. */
import { type Restored, type VerifyRun, verifyLeaves } from './verify-leaves.ts';
import { verifySignature } from './verify-signature.ts';
import type { FromWorker, ToWorker } from './worker-words.ts';

/** Pending requests for leaves by first index; the walk requests one page ahead, so there may be two. */
const asked = new Map<number, (bytes: Uint8Array) => void>();
let askedRestored: (claims: readonly Restored[]) => void = () => undefined;

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'begin') void begin(data.run);
  else if (data.kind === 'restored') askedRestored(data.claims);
  else {
    asked.get(data.from)?.(data.bytes);
    asked.delete(data.from);
  }
});

async function begin(run: VerifyRun): Promise<void> {
  try {
    const verdict = await verifyLeaves(run, {
      leaves: (from, limit) =>
        new Promise((resolve) => {
          asked.set(from, resolve);
          say({ kind: 'ask-leaves', from, limit });
        }),
      restored: () =>
        new Promise((resolve) => {
          askedRestored = resolve;
          say({ kind: 'ask-restored' });
        }),
      verify: verifySignature,
      onProgress: (done, total) => say({ kind: 'progress', done, total }),
    });
    say({ kind: 'verdict', verdict });
  } catch (error) {
    // The name travels apart from the message, because the page detects a missing Ed25519 by it (NotSupportedError).
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    say({ kind: 'broken', name, message });
  }
}

function say(words: FromWorker): void {
  postMessage(words);
}
