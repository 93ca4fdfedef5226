/** The drafts of this browser tab. An unsaved draft outlives its page and continues to retry. */
import type { z } from 'zod';
import { type DraftKind, getDraft, saveDraft } from '#contract/requests-write.ts';
import { ApiError, call, NoAnswer } from '#web/api/call.ts';
import { createDraftSaver, type DraftSaver, isUnsaved } from './draft-saver.ts';

type Kind = z.output<typeof DraftKind>;

const savers = new Map<string, DraftSaver>();

/** @param held whether the server stores a draft of this person for this request */
export function draftOf(requestId: string, kind: Kind, held: boolean): DraftSaver {
  const key = `${requestId} ${kind}`;
  const known = savers.get(key);
  if (known && isUnsaved(known.read())) return known;
  const params = { id: requestId, kind };
  const saver = createDraftSaver(
    {
      read: async () => {
        const { text, subjectLine, savedAt } = await call(getDraft, { params });
        return { text, subjectLine: subjectLine ?? '', savedAt };
      },
      save: ({ text, subjectLine }, last) =>
        call(saveDraft, { params, body: { text, subjectLine } }, { keepalive: last }),
      passes: (fault) =>
        fault instanceof NoAnswer ||
        (fault instanceof ApiError &&
          ['unauthenticated', 'unavailable', 'too_many_requests'].includes(fault.problem.code)),
    },
    held,
  );
  savers.set(key, saver);
  return saver;
}
