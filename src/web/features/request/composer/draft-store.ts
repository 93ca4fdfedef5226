/**
 * The drafts of this browser tab. A draft outlives its page only while it is unsaved and retries; its text is dropped
 * as soon as the server has it, or a copy in this browser keeps it.
 */
import type { ErrorCode } from '#contract/errors.ts';
import { Draft, getDraft, saveDraft } from '#contract/requests-write.ts';
import type { DraftKind } from '#contract/wire.ts';
import { ApiError, call, NoAnswer, waitOf } from '#web/api/call.ts';
import type { KeptTexts } from '#web/lib/kept-texts.ts';
import { draftCopy } from './draft-copies.ts';
import {
  createDraftSaver,
  type DraftMark,
  type DraftSaver,
  isUnsaved,
  type StoredDraft,
} from './draft-saver.ts';

const savers = new Map<string, { saver: DraftSaver; users: number }>();

/** @param mark the draft as the record on the page describes it */
export function draftOf(texts: KeptTexts, requestId: string, kind: DraftKind, mark: DraftMark): DraftSaver {
  const key = keyOf(requestId, kind);
  const known = savers.get(key);
  if (known) return known.saver;
  const params = { id: requestId, kind };
  const saver = createDraftSaver(
    {
      read: async () => stored(await call(getDraft, { params })),
      save: ({ text, subjectLine }, version, last) =>
        call(saveDraft, { params, version, body: { text, subjectLine } }, { keepalive: last }),
      currentIn,
      passes: (fault) =>
        fault instanceof NoAnswer || (fault instanceof ApiError && PASSING.includes(fault.problem.code)),
      waitAfter: (fault) => waitOf(fault) ?? 0,
      copy: draftCopy(texts, requestId, kind),
    },
    mark,
  );
  savers.set(key, { saver, users: 0 });
  return saver;
}

/** Keeps the draft in memory while a page shows it. Returns the end of that. */
export function holdDraft(texts: KeptTexts, requestId: string, kind: DraftKind): () => void {
  const key = keyOf(requestId, kind);
  const entry = savers.get(key);
  if (!entry) return () => undefined;
  const { saver } = entry;
  entry.users += 1;
  return () => {
    entry.users -= 1;
    let unsubscribe = () => undefined as unknown;
    const dropIfDone = () => {
      const isInUse = entry.users > 0 || savers.get(key) !== entry;
      const state = saver.read();
      // Not beside a save in flight: a saver of the same draft made meanwhile would save over the same version.
      const mustStay = state.status === 'saving' || (isUnsaved(state) && !texts.canKeep());
      if (!isInUse && mustStay) return;
      unsubscribe();
      if (isInUse) return;
      saver.stop();
      savers.delete(key);
    };
    // After the flush, because a save or the sending that is on its way comes before it.
    void saver.flush().then(() => {
      unsubscribe = saver.subscribe(dropIfDone);
      dropIfDone();
    });
  };
}

/** Whether this tab itself takes care of the draft. */
export function isDraftOpen(requestId: string, kind: string): boolean {
  return savers.has(`${requestId} ${kind}`);
}

/** Refusals that may be none a moment later. */
const PASSING: readonly ErrorCode[] = [
  'unauthenticated',
  'unavailable',
  'outcome_unknown',
  'storage_full',
  'too_many_requests',
];

function keyOf(requestId: string, kind: DraftKind): string {
  return `${requestId} ${kind}`;
}

function stored({ text, subjectLine, savedAt, version }: Draft): StoredDraft {
  return { text, subjectLine: subjectLine ?? '', savedAt, version };
}

/** The stored draft in a 412; null for any other error. */
export function currentIn(fault: unknown): StoredDraft | null {
  if (!(fault instanceof ApiError) || fault.problem.code !== 'stale_version') return null;
  const parsed = Draft.safeParse(fault.problem.current);
  return parsed.success ? stored(parsed.data) : null;
}
