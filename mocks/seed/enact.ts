/**
 * Applies a story's acts to its request and returns the final state, the rows written on the way and the audit events.
 */

import { actionRow } from '#domain/access/actions.ts';
import {
  BLOCKING,
  FIRST_STATUS,
  isStatusChange,
  type StatusChange,
  statusAfter,
} from '#domain/request/lifecycle.ts';
import { MESSAGE_KINDS, meetsPromise } from '#domain/request/message-kinds.ts';
import type { Status } from '#domain/request/status.ts';
import { trackOf, typeRow } from '#domain/request/types.ts';
import { civilDateAt } from '#domain/time/civil.ts';
import type { Fact } from '#server/audit/record/record.ts';
import type { DatedEvent, RequestChange } from '#server/requests/work/derive.ts';
import type { Act, Staff, Story } from '../fictional/story.ts';

export type Told = { at: Temporal.Instant; by: Staff | 'site' | 'system'; fact: Fact; reason?: string };
type Letter = Extract<Act, { kind: 'letter' | 'answer_outside' }>;
/** A letter with the approved decision in force when it was written. */
type Written = { letter: Letter; on: Decision | null };
type Decision = Extract<Act, { kind: 'propose' }> & {
  approved?: { by: Staff; at: Temporal.Instant };
  endedAt: Temporal.Instant | null;
};

export type Enacted = {
  set: Required<Pick<RequestChange, 'type' | 'status' | 'outcome' | 'answered_at' | 'closed_at'>> &
    Pick<RequestChange, 'delay_reason' | 'expected_on' | 'blocked'>;
  assignee: Staff | null;
  duplicateOf: number | null;
  version: number;
  changedAt: Temporal.Instant;
  events: (DatedEvent & { by: Staff })[];
  letters: Written[];
  notes: Extract<Act, { kind: 'note' | 'call_note' }>[];
  decisions: Decision[];
  draft: Extract<Act, { kind: 'draft' }> | null;
  told: Told[];
};

type Around = {
  id: string;
  reference: string;
  personId: (who: Staff) => string;
  referenceOf: (index: number) => string;
};

export function enact(story: Story, around: Around): Enacted {
  const end: Enacted = {
    set: { type: story.enteredAs, status: FIRST_STATUS, outcome: null, answered_at: null, closed_at: null },
    assignee: null,
    duplicateOf: null,
    version: 1,
    changedAt: story.recordedAt,
    events: [],
    letters: [],
    notes: [],
    decisions: [],
    draft: null,
    told: [],
  };
  for (const act of story.acts) play(end, act, story, around);
  return end;
}

type Data = NonNullable<Fact['data']>;

function play(end: Enacted, act: Act, story: Story, around: Around): void {
  const { set } = end;
  const object = { type: 'request', id: around.id };
  const tell = (fact: Omit<Fact, 'object'>, more: Partial<Told> = {}) =>
    end.told.push({ at: act.at, by: act.by, fact: { ...fact, object }, ...more });
  const changed = (action: Parameters<typeof actionRow>[0], data?: Data, reason?: string) => {
    end.version += 1;
    end.changedAt = act.at;
    tell({ event: actionRow(action).event, ...(data ? { data } : {}) }, reason ? { reason } : {});
  };
  const become = (action: StatusChange): Status => {
    set.status = statusAfter(action, set.status, end.assignee !== null);
    return set.status;
  };
  const idOf = (who: Staff | null) => who && around.personId(who);
  /** The decision that has not been returned or ended by reopening. */
  const standing = end.decisions.find(({ endedAt }) => endedAt === null);

  switch (act.kind) {
    case 'open':
      tell({ event: 'request.opened', fields: ['surname', 'first_name', 'message'] });
      break;
    case 'reveal':
      tell({ event: 'request.revealed', fields: [act.field], purpose: act.purpose });
      break;
    case 'take':
    case 'assign': {
      const to = act.kind === 'take' ? act.by : act.to;
      const data = { from: idOf(end.assignee), to: idOf(to) };
      end.assignee = to;
      become(`request.${act.kind}`);
      changed(`request.${act.kind}`, data);
      break;
    }
    case 'convert': {
      const from = set.type;
      set.type = act.to;
      become('request.convert');
      // As the server does on conversion: the receipt is the evidence of these events.
      for (const event of typeRow(act.to).atReceipt ?? [])
        end.events.push({ event, on: civilDateAt(story.receivedAt), at: act.at.toString(), by: act.by });
      changed('request.convert', {
        from,
        to: act.to,
        ...(trackOf(from) === trackOf(act.to) ? {} : { toTrack: trackOf(act.to) }),
        ...(typeRow(act.to).alarm ? { alarm: true } : {}),
      });
      break;
    }
    case 'note':
    case 'call_note':
      end.notes.push(act);
      tell({ event: actionRow(`request.${act.kind}`).event });
      break;
    case 'wait':
      become('request.wait');
      changed('request.wait', undefined, act.reason);
      break;
    case 'resume':
      become('request.resume');
      changed('request.resume');
      break;
    case 'delay':
      set.delay_reason = act.reason;
      set.expected_on = act.expectedOn;
      changed('request.explain_delay', { reason: act.reason, expectedOn: act.expectedOn });
      break;
    case 'step':
      end.events.push({ event: act.event, on: act.on, at: act.at.toString(), by: act.by });
      set.blocked = BLOCKING[act.event] ?? set.blocked ?? false;
      changed('request.record_step', { event: act.event, on: act.on });
      break;
    case 'propose':
      end.decisions.push({ ...act, endedAt: null });
      become('decision.propose');
      changed('decision.propose', {
        outcome: act.outcome,
        grounds: act.grounds.join(' '),
        restrictUntil: act.restrictUntil,
      });
      break;
    case 'approve':
      if (standing) standing.approved = { by: act.by, at: act.at };
      become('decision.approve');
      changed('decision.approve', { outcome: standing?.outcome ?? null });
      break;
    case 'return':
      if (standing) standing.endedAt = act.at;
      become('decision.return');
      changed('decision.return', undefined, act.reason);
      break;
    case 'answer_outside':
      end.letters.push({ letter: act, on: standing?.approved ? standing : null });
      // Only the first answer meets the promise.
      set.answered_at ??= act.at.toString();
      become('request.answer_outside');
      changed('request.answer_outside', { channel: act.channel, at: act.at.toString() });
      break;
    case 'letter': {
      end.letters.push({ letter: act, on: standing?.approved ? standing : null });
      const { action } = MESSAGE_KINDS[act.letter];
      if (isStatusChange(action)) become(action);
      changed(action, { by: 'letter' });
      // As in the mail runner: a refused letter meets no promise, so only a sent answer sets the date.
      const arrived = act.state === 'sent';
      if (arrived && meetsPromise(act.letter)) set.answered_at ??= act.at.toString();
      end.version += 1;
      tell(
        arrived
          ? { event: 'mail.sent' }
          : { event: 'mail.refused', outcome: 'failure', data: { code: '550' } },
        { by: 'system' },
      );
      break;
    }
    case 'close':
      set.outcome = act.outcome;
      set.closed_at = act.at.toString();
      end.duplicateOf = act.duplicateOf ?? null;
      become('request.close');
      changed(
        'request.close',
        {
          outcome: act.outcome,
          ...(set.answered_at ? { answer: 'arrived' } : {}),
          ...(act.duplicateOf === undefined ? {} : { duplicateOf: around.referenceOf(act.duplicateOf) }),
        },
        act.reason,
      );
      break;
    case 'reopen':
      tell({ event: 'request.opened', fields: ['surname', 'first_name', 'message'] });
      changed('request.reopen', { outcome: set.outcome }, act.reason);
      set.outcome = null;
      set.closed_at = null;
      become('request.reopen');
      if (standing) standing.endedAt = act.at;
      break;
    case 'draft':
      end.draft = act;
      tell({ event: actionRow('request.draft').event, data: { kind: act.draft } });
      break;
  }
}
