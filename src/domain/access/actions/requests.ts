/** The actions on requests. The menu of a request's page lists them in the order of these rows, most frequent first. */
import { awaited, change, read, unrecorded } from '#domain/audit/event-row.ts';
import type { Status } from '#domain/request/status.ts';
import { type ActionRow, ANY, type Grant } from './row.ts';

/** Every status but closed. */
const OPEN = [
  'new',
  'in_progress',
  'waiting_applicant',
  'awaiting_approval',
  'executing',
] as const satisfies readonly Status[];
/** Statuses in which no decision has been proposed yet. */
const WORKED = ['new', 'in_progress', 'waiting_applicant'] as const satisfies readonly Status[];
const SUPPORT_TRACK: Grant = { tracks: ['support'] };
const OFFICER = { privacy_officer: ANY } as const;
const DESK = { support: SUPPORT_TRACK, privacy_officer: ANY } as const;
/** The reasoned answer on a right announces the decision, so the decision is approved first. */
const ANSWERERS = {
  support: SUPPORT_TRACK,
  privacy_officer: { when: ['decision_approved'] },
} as const satisfies Record<string, Grant>;

export const REQUEST_ACTIONS = {
  // Reading
  'request.list': {
    who: { support: SUPPORT_TRACK, privacy_officer: ANY, manager: ANY, auditor: ANY },
    event: read('RQ001', 'request.listed', 'listed'),
  },
  'request.count': {
    who: { support: SUPPORT_TRACK, privacy_officer: ANY, manager: ANY, auditor: ANY, administrator: ANY },
    event: read('RQ002', 'request.counted', 'listed'),
  },
  // Support opens a request of any track by its number; VISIBILITY masks or hides the fields.
  'request.open': {
    who: { support: ANY, privacy_officer: ANY, manager: ANY, auditor: ANY },
    event: read('RQ003', 'request.opened', 'opened'),
  },
  // Its plain fields and the states of its letters, which show nothing personal.
  'request.follow': {
    who: { support: ANY, privacy_officer: ANY, manager: ANY, auditor: ANY },
    event: unrecorded(read('RQ035', 'request.followed', 'listed')),
  },
  'request.search': {
    who: { support: ANY, privacy_officer: ANY },
    event: read('RQ004', 'request.searched', 'listed'),
  },
  'request.reveal': { who: DESK, key: 'KeyV', event: awaited(read('PD010', 'request.revealed', 'revealed')) },
  'request.copy': { who: DESK, event: read('PD011', 'request.copied', 'revealed') },
  'request.compare': {
    who: { support: ANY, privacy_officer: ANY },
    event: read('PD012', 'request.compared', 'opened'),
  },
  'request.trail': {
    who: { support: SUPPORT_TRACK, privacy_officer: ANY, auditor: ANY },
    event: read('RQ006', 'request.trail_read', 'opened'),
  },
  'request.export_case': {
    who: { privacy_officer: ANY, auditor: ANY },
    event: awaited(read('RQ030', 'request.case_exported', 'opened')),
  },

  // Working
  'request.register': {
    who: { support: ANY, privacy_officer: ANY },
    event: change('RQ010', 'request.registered'),
  },
  'request.take': {
    who: DESK,
    statuses: OPEN,
    becomes: 'taken',
    key: 'KeyI',
    event: change('RQ011', 'request.taken'),
  },
  'request.assign': {
    who: { ...DESK, manager: ANY },
    statuses: OPEN,
    becomes: 'passed_on',
    key: 'KeyA',
    event: change('RQ013', 'request.assigned'),
  },
  'request.hand_back': {
    who: { support: { tracks: ['support'], when: ['assigned_to_me'] }, privacy_officer: ANY },
    statuses: OPEN,
    becomes: 'given_up',
    event: change('RQ012', 'request.handed_back'),
  },
  'request.convert': {
    who: DESK,
    statuses: WORKED,
    becomes: 'passed_on',
    event: change('RQ014', 'request.converted', 'notice'),
  },
  'request.convert_back': {
    who: OFFICER,
    statuses: WORKED,
    reason: true,
    becomes: 'passed_on',
    event: 'request.converted',
  },
  'decision.propose': {
    who: OFFICER,
    statuses: WORKED,
    becomes: 'awaiting_approval',
    event: change('DC001', 'decision.proposed', 'notice'),
  },
  // Four eyes: a second officer approves, never the proposer.
  'decision.approve': {
    who: { privacy_officer: { when: ['not_proposer'] } },
    statuses: ['awaiting_approval'],
    becomes: 'executing',
    event: change('DC002', 'decision.approved', 'notice'),
  },
  'decision.return': {
    who: OFFICER,
    statuses: ['awaiting_approval', 'executing'],
    reason: true,
    becomes: 'in_progress',
    event: change('DC003', 'decision.returned', 'notice'),
  },
  'request.wait': {
    who: DESK,
    statuses: ['new', 'in_progress'],
    becomes: 'waiting_applicant',
    event: change('RQ017', 'request.waiting'),
  },
  'request.resume': {
    who: DESK,
    statuses: ['waiting_applicant'],
    becomes: 'taken_up',
    event: change('RQ018', 'request.resumed'),
  },
  'request.record_step': {
    who: OFFICER,
    statuses: OPEN,
    event: change('RQ020', 'request.step_recorded', 'notice'),
  },
  'request.explain_delay': {
    who: { support: { tracks: ['support'], when: ['assigned_to_me'] }, privacy_officer: ANY },
    statuses: OPEN,
    event: change('RQ019', 'request.delay_explained'),
  },
  // Moves the deadline. Support may do it only before the request is taken; an officer may later.
  'request.correct_receipt': {
    who: { support: { tracks: ['support'], when: ['not_taken'] }, privacy_officer: ANY },
    statuses: OPEN,
    reason: true,
    event: change('RQ015', 'request.receipt_corrected', 'notice'),
  },
  // What was mistyped when the request came. Who may reveal the value may replace it; the old one is kept, encrypted.
  'request.replace_contact': {
    who: { support: { tracks: ['support'], when: ['assigned_to_me'] }, privacy_officer: ANY },
    statuses: OPEN,
    reason: true,
    event: change('RQ036', 'request.contact_replaced', 'notice'),
  },
  'request.correct_language': { who: DESK, event: change('RQ016', 'request.language_corrected') },
  'request.note': { who: DESK, key: 'KeyN', event: change('RQ021', 'request.noted') },
  // Support cannot write notes on an officer's request, but has to pass on what a caller says.
  'request.call_note': {
    who: { support: { tracks: ['officer'] } },
    event: change('RQ022', 'request.call_noted'),
  },
  'request.draft': { who: DESK, event: change('RQ023', 'request.draft_saved') },
  'request.draft_read': { who: DESK, event: read('RQ024', 'request.draft_read', 'opened') },
  // The three kinds of letter to the applicant (MESSAGE_KINDS).
  'request.answer': {
    who: ANSWERERS,
    statuses: OPEN,
    becomes: 'worked_on',
    key: 'KeyR',
    event: change('RQ025', 'request.answered', 'notice'),
  },
  'request.ask': {
    who: DESK,
    statuses: WORKED,
    becomes: 'waiting_applicant',
    event: change('RQ031', 'request.asked'),
  },
  'request.inform': {
    who: DESK,
    statuses: OPEN,
    event: change('RQ032', 'request.informed'),
  },
  'request.answer_outside': {
    who: ANSWERERS,
    statuses: OPEN,
    becomes: 'worked_on',
    event: change('RQ026', 'request.answered_outside', 'notice'),
  },
  'request.close': {
    who: DESK,
    statuses: OPEN,
    becomes: 'closed',
    key: 'KeyE',
    event: change('RQ027', 'request.closed', 'notice'),
  },
  'request.reopen': {
    who: DESK,
    statuses: ['closed'],
    reason: true,
    becomes: 'in_progress',
    event: change('RQ028', 'request.reopened', 'notice'),
  },
} as const satisfies Record<string, ActionRow>;

export const requestActions = Object.keys(REQUEST_ACTIONS) as readonly (keyof typeof REQUEST_ACTIONS)[];
