/** A person's own unfinished text, stored on the server so that it survives a reload, a conflict and a reassignment. */
import type { ResponseOf } from '#contract/endpoint.ts';
import { getDraft, saveDraft } from '#contract/requests-write.ts';
import { type Action, actionRow } from '#domain/access/actions.ts';
import type { Fact } from '#server/audit/record/record.ts';
import { type Route, route } from '#server/http/serve.ts';
import { subjectCipher } from '#server/subjects/subject-cipher.ts';
import type { StoredRequest } from '../facts.ts';
import { reachedRequest } from '../read/reached.ts';
import { type DraftKind, draftOf, dropDraft, keepDraft } from './draft-rows.ts';

type Draft = ResponseOf<typeof getDraft>;
const NONE: Draft = { text: '', subjectLine: null, savedAt: null, version: 0 };

export const draftRoutes: readonly Route[] = [
  route(getDraft, async (context) => {
    const { id, kind } = context.input.params;
    const row = await reachedRequest(context, getDraft.action, id);
    const kept = await draftOf(context.tx, context.actor.id, row.id, kind);
    const facts = [touched(getDraft.action, row, kind)];
    if (!kept) return { body: NONE, facts };
    const cipher = await subjectCipher(context, row.subject_id);
    const text = cipher.decrypt('content', placeOf(context.actor.id, row.id, kind), kept.sealed);
    // The subject's key has been destroyed, and the text with it.
    if (text === null) return { body: NONE, facts };
    const { subjectLine, ...rest } = JSON.parse(text) as Pick<Draft, 'text' | 'subjectLine'>;
    return { body: { ...rest, subjectLine, savedAt: kept.saved_at, version: kept.version }, facts };
  }),

  route(saveDraft, async (context) => {
    const { params, body } = context.input;
    const { kind } = params;
    const row = await reachedRequest(context, saveDraft.action, params.id);
    const facts = [touched(saveDraft.action, row, kind)];
    const text = body.text.trimEnd();
    const subjectLine = body.subjectLine?.trim() || null;
    if (text === '' && subjectLine === null) {
      await dropDraft(context.tx, context.actor.id, row.id, kind);
      return { body: NONE, facts };
    }
    const draft = { text: body.text, subjectLine };
    const cipher = await subjectCipher(context, row.subject_id);
    const place = placeOf(context.actor.id, row.id, kind);
    const savedAt = context.now.toString({ smallestUnit: 'millisecond' });
    const version = await keepDraft(context.tx, {
      person_id: context.actor.id,
      request_id: row.id,
      kind,
      subject_id: row.subject_id,
      sealed: await cipher.encrypt('content', place, JSON.stringify(draft)),
      saved_at: savedAt,
    });
    return { body: { ...draft, savedAt, version }, facts };
  }),
];

function placeOf(personId: string, requestId: string, kind: DraftKind) {
  return { row: `${personId}/${requestId}`, field: `draft.${kind}` };
}

function touched(action: Action, row: StoredRequest, kind: DraftKind): Fact {
  return { event: actionRow(action).event, object: { type: 'request', id: row.id }, data: { kind } };
}
