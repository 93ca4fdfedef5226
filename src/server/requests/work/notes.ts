/**
 * Notes of staff, and call notes, which may be left by a person who may not read the request. Notes need no version,
 * because adding one cannot conflict with a change.
 */
import type { Endpoint } from '#contract/endpoint.ts';
import { addCallNote, addNote } from '#contract/requests-write.ts';
import { type Action, actionRow } from '#domain/access/actions.ts';
import type { Fact, Plain } from '#server/audit/record/record.ts';
import { type Context, type Route, route } from '#server/http/serve.ts';
import type { StoredRequest } from '../facts.ts';
import { requestDetail } from '../read/detail.ts';
import { reachedRequest } from '../read/reached.ts';
import { draftSent } from './drafts.ts';
import { encryptValues } from './encrypt-values.ts';

type Kind = 'note' | 'call_note';

export const noteRoutes: readonly Route[] = [
  route(
    addNote,
    async (context) => {
      const row = await reachedRequest(context, addNote.action, context.input.params.id);
      const id = await keep(context, row, 'note', context.input.body.text);
      const drafts = await draftSent(context, row, 'note', context.input.body.draftVersion);
      return {
        drafts,
        body: await requestDetail(context, row),
        facts: [noted(addNote.action, row, { noteId: id })],
        live: [{ id: row.id, change: 'changed' }],
        resourceId: id,
      };
    },
    async (context, noteId) => {
      const row = await reachedRequest(context, addNote.action, context.input.params.id);
      return {
        body: await requestDetail(context, row),
        facts: [noted(addNote.action, row, { noteId, replayed: true })],
      };
    },
  ),

  route(
    addCallNote,
    async (context) => {
      const row = await reachedRequest(context, addCallNote.action, context.input.params.id);
      const id = await keep(context, row, 'call_note', context.input.body.text);
      return {
        body: { done: true as const },
        facts: [noted(addCallNote.action, row, { noteId: id })],
        live: [{ id: row.id, change: 'changed' }],
        resourceId: id,
      };
    },
    async (context, noteId) => {
      const row = await reachedRequest(context, addCallNote.action, context.input.params.id);
      return {
        body: { done: true as const },
        facts: [noted(addCallNote.action, row, { noteId, replayed: true })],
      };
    },
  ),
];

async function keep(
  context: Context<Endpoint>,
  row: StoredRequest,
  kind: Kind,
  text: string,
): Promise<string> {
  const id = context.ports.newId();
  await context.tx
    .insertInto('note')
    .values({ id, request_id: row.id, kind, author_id: context.actor.id, at: context.now.toString() })
    .execute();
  await encryptValues(context, row, { row: id, field: 'note', category: 'internal', text });
  return id;
}

function noted(action: Action, row: StoredRequest, data: Record<string, Plain>): Fact {
  return { event: actionRow(action).event, object: { type: 'request', id: row.id }, data };
}
