/** A person's own unfinished text, stored on the server so that it survives a reload, a conflict and a reassignment. */
import type { Draft } from '#contract/requests-write.ts';
import { getDraft, saveDraft } from '#contract/requests-write.ts';
import { type Action, actionRow } from '#domain/access/actions.ts';
import type { Fact, Plain } from '#server/audit/record/record.ts';
import { Refusal } from '#server/http/refusal.ts';
import { type Context, type DraftChanges, type Route, route } from '#server/http/serve.ts';
import { subjectCipher } from '#server/subjects/subject-cipher.ts';
import type { StoredRequest } from '../facts.ts';
import { reachedRequest } from '../read/reached.ts';
import { type DraftKind, type DraftPlace, draftOf, endDraft, isEnded, keepDraft } from './draft-rows.ts';

const NONE: Omit<Draft, 'version'> = { text: '', subjectLine: null, savedAt: null };

type Env = Pick<Context<typeof getDraft>, 'tx' | 'ports' | 'actor' | 'now'>;

export const draftRoutes: readonly Route[] = [
  route(getDraft, async (context) => {
    const { id, kind } = context.input.params;
    const row = await reachedRequest(context, getDraft.action, id);
    return { body: await readDraft(context, row, kind), facts: [touched(getDraft.action, row, kind)] };
  }),

  route(saveDraft, async (context) => {
    const { params, body } = context.input;
    const { kind } = params;
    const row = await reachedRequest(context, saveDraft.action, params.id);
    const place = placeOf(context, row, kind);
    const subjectLine = body.subjectLine?.trim() || null;
    const isEmpty = body.text.trimEnd() === '' && subjectLine === null;
    const draft = isEmpty ? NONE : { text: body.text, subjectLine, savedAt: place.saved_at };
    const version = isEmpty
      ? await endDraft(context.tx, place, context.version)
      : await keepDraft(context.tx, place, await encrypted(context, row, kind, draft), context.version);
    if (version === null) {
      const opened = touched(getDraft.action, row, kind, { because: 'stale_version' });
      throw new Refusal('stale_version', { current: await readDraft(context, row, kind), opened });
    }
    return {
      body: { ...draft, version },
      facts: [touched(saveDraft.action, row, kind)],
      drafts: [{ person: context.actor.id, request: row.id, kind, version }],
    };
  }),
];

/**
 * Drops the draft whose text was sent or became a note; see `endDraft`. Returns what the event streams of its author
 * announce.
 */
export async function draftSent(
  env: Env,
  row: StoredRequest,
  kind: DraftKind,
  version: number | undefined,
): Promise<DraftChanges> {
  const now = await endDraft(env.tx, placeOf(env, row, kind), version);
  return now === null ? [] : [{ person: env.actor.id, request: row.id, kind, version: now }];
}

async function readDraft(env: Env, row: StoredRequest, kind: DraftKind): Promise<Draft> {
  const kept = await draftOf(env.tx, placeOf(env, row, kind));
  if (!kept) return { ...NONE, version: 0 };
  const { version } = kept;
  if (isEnded(kept)) return { ...NONE, version };
  const cipher = await subjectCipher(env, row.subject_id);
  const json = cipher.decrypt('content', sealedAt(env.actor.id, row.id, kind), kept.sealed);
  // The subject's key has been destroyed, and the text with it.
  if (json === null) return { ...NONE, version };
  const { text, subjectLine } = JSON.parse(json) as Pick<Draft, 'text' | 'subjectLine'>;
  return { text, subjectLine, savedAt: kept.saved_at, version };
}

async function encrypted(
  env: Env,
  row: StoredRequest,
  kind: DraftKind,
  { text, subjectLine }: Pick<Draft, 'text' | 'subjectLine'>,
): Promise<Uint8Array> {
  const cipher = await subjectCipher(env, row.subject_id);
  const json = JSON.stringify({ text, subjectLine });
  return cipher.encrypt('content', sealedAt(env.actor.id, row.id, kind), json);
}

function placeOf(
  { actor, now }: Pick<Env, 'actor' | 'now'>,
  row: StoredRequest,
  kind: DraftKind,
): DraftPlace {
  return {
    person_id: actor.id,
    request_id: row.id,
    kind,
    subject_id: row.subject_id,
    saved_at: now.toString({ smallestUnit: 'millisecond' }),
  };
}

/** The place to which the ciphertext is bound. */
function sealedAt(personId: string, requestId: string, kind: DraftKind) {
  return { row: `${personId}/${requestId}`, field: `draft.${kind}` };
}

function touched(
  action: Action,
  row: StoredRequest,
  kind: DraftKind,
  more: Record<string, Plain> = {},
): Fact {
  return { event: actionRow(action).event, object: { type: 'request', id: row.id }, data: { kind, ...more } };
}
