/** Writes one story: the request through the same function as any intake, then the encrypted texts that staff wrote. */
import { needsDecision } from '#domain/request/lifecycle.ts';
import { type MessageKind, meetsPromise, OUTSIDE_KIND } from '#domain/request/message-kinds.ts';
import type { Deps, Tx } from '#server/deps.ts';
import { type CreatedRequest, createRequest } from '#server/requests/work/create.ts';
import { derivedOf } from '#server/requests/work/derive.ts';
import { subjectCipher } from '#server/subjects/subject-cipher.ts';
import type { Category } from '#server/vault/vault.ts';
import type { Staff, Story } from '../fictional/story.ts';
import { type Enacted, enact } from './enact.ts';
import type { Rows } from './rows.ts';
import type { People } from './staff.ts';

export type Written = { story: Story; created: CreatedRequest; enacted: Enacted };
type Env = { tx: Tx; deps: Deps; people: People; sourceId: string; policyVersion: string };

export async function enter(
  { tx, deps, people, sourceId, policyVersion }: Env,
  story: Story,
): Promise<CreatedRequest> {
  return createRequest(
    { tx, ports: deps, now: story.recordedAt },
    {
      type: story.enteredAs,
      channel: story.channel,
      language: story.language,
      receivedAt: story.receivedAt,
      recordedBy: story.recordedBy && people[story.recordedBy].id,
      sourceId: story.recordedBy ? null : sourceId,
      site: story.recordedBy ? null : 'shop.example',
      policyVersion,
      test: false,
      subjectLine: story.subjectLine,
      message: story.message,
      topic: story.topic,
      extra: story.extra,
      applicant: story.applicant,
      device: story.machine?.device,
      network: story.machine?.network,
    },
  );
}

export type Carried = {
  enacted: Enacted;
  /** Encrypts the reason of an event under the subject's key. */
  encryptReason: (eventId: string, text: string) => Uint8Array;
};

/** Updates the stored request to the end of its story, and adds the rows written on the way to `rows`. */
export async function carryOn(
  { tx, deps, people }: Env,
  { story, created }: Pick<Written, 'story' | 'created'>,
  all: readonly CreatedRequest[],
  rows: Rows,
): Promise<Carried> {
  const personId = (who: Staff) => people[who].id;
  const enacted = enact(story, {
    id: created.id,
    reference: created.reference,
    personId,
    referenceOf: (index) => all[index]?.reference ?? '',
  });
  const cipher = await subjectCipher({ tx, ports: deps }, created.subjectId);
  const keep = async (row: string, field: string, category: Category, text: string) => {
    rows.sealed_value.push({
      row_id: row,
      field,
      subject_id: created.subjectId,
      request_id: created.id,
      category,
      sealed: await cipher.encrypt(category, { row, field }, text),
    });
  };
  const own = { request_id: created.id };

  const decisionIds = new Map(enacted.decisions.map((decision) => [decision, deps.newId()]));
  for (const { letter, on } of enacted.letters) {
    const id = deps.newId();
    const byMail = letter.kind === 'letter';
    const mailId = byMail ? `<${id}@desk.example>` : null;
    const state = letter.kind === 'letter' ? letter.state : 'outside';
    rows.message.push({
      ...own,
      id,
      direction: 'out',
      channel: letter.kind === 'letter' ? 'email' : letter.channel,
      author_id: personId(letter.by),
      at: letter.at.toString(),
      recorded_at: letter.at.toString(),
      state,
      kind: kindOf(letter),
      arrived_at: state === 'sent' || state === 'outside' ? letter.at.toString() : null,
      decision_id: (on && decisionIds.get(on)) ?? null,
      mail_id: mailId,
      in_reply_to: null,
    });
    await keep(id, 'message', 'content', letter.text);
    if (letter.kind !== 'letter' || mailId === null) continue;
    await keep(id, 'subject_line', 'content', letter.subjectLine);
    rows.outbox.push({
      ...own,
      id: deps.newId(),
      message_id: id,
      mail_id: mailId,
      state: letter.state,
      attempts: 1,
      next_at: letter.at.toString(),
      claimed_at: null,
      last_error: letter.state === 'refused' ? '550' : null,
    });
  }

  for (const { kind, by, at, text } of enacted.notes) {
    const id = deps.newId();
    rows.note.push({ ...own, id, kind, author_id: personId(by), at: at.toString() });
    await keep(id, 'note', 'internal', text);
  }

  for (const [decision, id] of decisionIds) {
    rows.decision.push({
      ...own,
      id,
      outcome: decision.outcome,
      grounds: [...decision.grounds],
      restrict_until: decision.restrictUntil,
      proposed_by: personId(decision.by),
      proposed_at: decision.at.toString(),
      approved_by: decision.approved ? personId(decision.approved.by) : null,
      approved_at: decision.approved?.at.toString() ?? null,
      ended_at: decision.endedAt?.toString() ?? null,
    });
    await keep(id, 'evidence', 'internal', decision.evidence);
  }

  for (const { event, on, at, by } of enacted.events)
    rows.step_event.push({ ...own, event, on_date: on, recorded_at: at, recorded_by: personId(by) });

  if (enacted.draft) {
    const { by, at, draft, text } = enacted.draft;
    const place = { row: `${personId(by)}/${created.id}`, field: `draft.${draft}` };
    rows.draft.push({
      ...own,
      person_id: personId(by),
      kind: draft,
      subject_id: created.subjectId,
      sealed: await cipher.encrypt('content', place, JSON.stringify({ text, subjectLine: null })),
      saved_at: at.toString(),
      version: 1,
    });
  }

  if (enacted.version > 1) await bringForward({ tx, deps, personId }, { story, created, enacted }, all);
  const withReasons = enacted.told.some(({ reason }) => reason !== undefined) || story.recordedBy !== null;
  const encrypt = withReasons ? await cipher.encryptor('detail') : null;
  return {
    enacted,
    encryptReason: (eventId, text) => {
      if (!encrypt) throw new Error('no reason was expected here');
      return encrypt({ row: eventId, field: 'detail' }, text);
    },
  };
}

/** Computes the stored dates and the move with the function that every change uses, and updates the request. */
async function bringForward(
  { tx, deps, personId }: { tx: Tx; deps: Deps; personId: (who: Staff) => string },
  { story, created, enacted }: Written,
  all: readonly CreatedRequest[],
): Promise<void> {
  const { set, assignee, events, decisions, letters, duplicateOf } = enacted;
  const assignee_id = assignee && personId(assignee);
  const proposal = decisions.find(({ endedAt }) => endedAt === null);
  const atEntry = story.enteredAs === set.type ? await entryEvents(tx, created.id) : [];
  const derived = derivedOf(
    { ...set, assignee_id, received_at: created.receivedAt },
    {
      events: [...atEntry, ...events],
      proposerId: proposal ? personId(proposal.by) : null,
      answers: letters
        .filter(({ letter, on }) => meetsPromise(kindOf(letter)) && (on !== null || !needsDecision(set.type)))
        .map(({ letter }) => (letter.kind === 'letter' ? letter.state : 'outside')),
    },
    deps,
  );
  await tx
    .updateTable('request')
    .set({
      ...set,
      ...derived,
      assignee_id,
      duplicate_of: duplicateOf === null ? null : (all[duplicateOf]?.id ?? null),
      version: enacted.version,
      changed_at: enacted.changedAt.toString(),
    })
    .where('id', '=', created.id)
    .execute();
}

function kindOf(letter: Enacted['letters'][number]['letter']): MessageKind {
  return letter.kind === 'letter' ? letter.letter : OUTSIDE_KIND;
}

async function entryEvents(tx: Tx, requestId: string) {
  const rows = await tx
    .selectFrom('step_event')
    .select(['event', 'on_date', 'recorded_at'])
    .where('request_id', '=', requestId)
    .execute();
  return rows.map(({ event, on_date, recorded_at }) => ({
    event: event as 'breach_detected',
    on: on_date,
    at: recorded_at,
  }));
}
