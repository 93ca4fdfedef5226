/**
 * Compares the encrypted texts beside the events with the hashes in their bodies. A text may be missing only if a sealed
 * event records that the data of its subject were destroyed.
 */
import { commitmentIn, type DetailCommitment } from './detail-commitment.ts';
import { AUDIT_EVENTS } from './events.ts';

/**
 * The text beside an event as it was found: its hash, or `unreadable` when it does not decrypt. `gone`: there is no row,
 * or no key for it.
 */
export type FoundDetail = { hash: string } | 'unreadable' | 'gone';

export type DetailCheck = {
  /** Takes an event whose body is there. Returns false when the text beside it was changed, added or removed. */
  event(item: { ix: number; body: string; detail?: FoundDetail; detailWaits?: true }): boolean;
  /** Returns the leaves whose text is missing without a destruction, and whether one is still to be sealed. */
  end(): { missing: readonly number[]; waiting: boolean };
};

type Missing = { ix: number; waits: boolean };

export function detailCheck(): DetailCheck {
  const missing = new Map<string, Missing[]>();
  const destroyed = new Set<string>();
  return {
    event: ({ ix, body, detail, detailWaits }) => {
      const { commitment, former, subject } = toldBy(body);
      if (subject !== null) destroyed.add(subject);
      if (detail === undefined || former) return true;
      if (!commitment) return detail === 'gone';
      if (detail === 'gone') {
        if (commitment.subject === null) return false;
        const known = missing.get(commitment.subject) ?? [];
        missing.set(commitment.subject, [...known, { ix, waits: detailWaits === true }]);
        return true;
      }
      return detail !== 'unreadable' && detail.hash === commitment.hash;
    },
    end: () => {
      const left = [...missing].flatMap(([subject, each]) => (destroyed.has(subject) ? [] : each));
      return {
        missing: left.filter(({ waits }) => !waits).map(({ ix }) => ix),
        waiting: left.some(({ waits }) => waits),
      };
    },
  };
}

type Told = {
  commitment: DetailCommitment | null;
  /** Bodies of version 1 say that there is a text, without a hash. */
  former: boolean;
  /** The subject whose data the event destroyed. */
  subject: string | null;
};

const NOTHING: Told = { commitment: null, former: false, subject: null };
const DESTROYED = AUDIT_EVENTS['subject.destroyed'].code;
const MARKS = ['"detail":', `"code":"${DESTROYED}"`];

function toldBy(body: string): Told {
  // A substring test first, because verification calls this for every body of the log.
  if (!MARKS.some((mark) => body.includes(mark))) return NOTHING;
  try {
    const told = JSON.parse(body) as { code?: unknown; detail?: unknown; object?: { id?: unknown } };
    const id = told.code === DESTROYED ? told.object?.id : null;
    return {
      commitment: commitmentIn(told.detail),
      former: told.detail === true,
      subject: typeof id === 'string' ? id : null,
    };
  } catch {
    return NOTHING;
  }
}
