/** How a request stands now, for a page that follows the sending of a letter: plain fields and states, nothing personal. */
import type { followRequest } from '#contract/requests-read.ts';
import type { Tx } from '#server/deps.ts';
import type { Handler } from '#server/http/serve.ts';
import type { StoredRequest } from '../facts.ts';
import { type Names, plainOf } from './list-plain.ts';
import { reachedRequest } from './reached.ts';

export const follow: Handler<typeof followRequest> = async (context) => {
  const { tx, actor, input } = context;
  const row = await reachedRequest(context, 'request.follow', input.params.id);
  const letters = await tx
    .selectFrom('message')
    .select(['id', 'state'])
    .where('request_id', '=', row.id)
    .where('direction', '=', 'out')
    .orderBy('recorded_at')
    .execute();
  return { body: { ...plainOf({ ...row, ...(await namesOf(tx, row)) }, actor), letters }, facts: [] };
};

async function namesOf(tx: Tx, { assignee_id, move_person }: StoredRequest): Promise<Names> {
  const ids = [assignee_id, move_person].filter((id) => id !== null);
  const people =
    ids.length === 0
      ? []
      : await tx.selectFrom('person').select(['id', 'name']).where('id', 'in', ids).execute();
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? null;
  return { assignee_name: nameOf(assignee_id), move_name: nameOf(move_person) };
}
