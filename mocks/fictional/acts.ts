/** Generates the acts of staff on one request, in order, up to the wanted stage. */
import { needsDecision, needsGround, needsRestrictionEnd } from '#domain/request/lifecycle.ts';
import { OUTCOMES, type Outcome } from '#domain/request/status.ts';
import type { StepEnd, StepEvent } from '#domain/request/steps.ts';
import { type RequestType, trackOf } from '#domain/request/types.ts';
import { addDays, civilDateAt } from '#domain/time/civil.ts';
import { ANSWER_SUBJECTS, DESK_TEXTS, type DeskText, HOLDING_SUBJECTS } from './desk-texts.ts';
import { filled, PHRASES } from './phrases.ts';
import type { Act, Deed, Secret, Staff, Story } from './story.ts';
import type { Source, Stage, Wanted } from './tell.ts';

type Parts = Omit<Story, 'acts' | 'secrets'>;
type Keep = (value: string, of: Secret['class']) => string;

/** Minutes. */
const HOUR = 60;
const DAY = 24 * HOUR;
const REACHED: Record<Stage, number> = {
  new: 0,
  taken: 1,
  waiting: 2,
  proposed: 3,
  executing: 4,
  answered: 5,
  closed: 6,
};
/** The step events that an officer records within the term, by type. */
const STEPS: Partial<Record<RequestType, readonly (StepEvent | StepEnd)[]>> = {
  blocking: ['blocked'],
  incident: ['authority_notified'],
  withdrawal: ['processing_stopped'],
  correction: ['documents_accepted', 'corrected'],
};

export function actsOf(source: Source, wanted: Wanted, story: Parts, keep: Keep): readonly Act[] {
  const { random, numbers, days } = source;
  const { type, stage, twist, language } = wanted;
  const acts: Act[] = [];
  let at = story.recordedAt;
  const did = (by: Staff, deed: Deed, from: number, to: number) => {
    at = days.worked(at, random.whole(from, to));
    acts.push({ ...deed, by, at });
  };
  const words = (kind: DeskText) =>
    filled(random.pick(DESK_TEXTS[kind]), () => keep(numbers.marked('БЛ'), 'internal'));

  const reached = (which: Stage) => REACHED[stage] >= REACHED[which];
  const helper: Staff = random.pick(['support', 'second_support']);
  const isSupport = trackOf(type) === 'support';
  const owner: Staff = isSupport ? helper : random.pick(['officer', 'second_officer']);
  const other: Staff = owner === 'officer' ? 'second_officer' : 'officer';

  if (story.enteredAs !== type) {
    if (twist === 'untriaged') return acts;
    did(helper, { kind: 'open' }, 10, 3 * HOUR);
    did(helper, { kind: 'convert', to: type }, 1, 12);
  }
  if (!reached('taken')) return acts;

  did(owner, { kind: 'open' }, 15, 5 * HOUR);
  if (random.chance(12)) did('manager', { kind: 'assign', to: owner }, 5, HOUR);
  did(owner, { kind: 'take' }, 1, 15);
  for (const event of STEPS[type] ?? [])
    did(owner, { kind: 'step', event, on: civilDateAt(days.worked(at, 5)) }, 5, 4 * HOUR);
  if (random.chance(40)) did(owner, { kind: 'note', text: words('note') }, 10, 5 * HOUR);
  if (!isSupport && random.chance(15))
    did(helper, { kind: 'call_note', text: words('call_note') }, HOUR, DAY);
  const contact = story.applicant.phone ? 'phone' : 'email';
  // Blocked data may be neither revealed nor used, so such a request has no reveals and no questions.
  const isBlocked = type === 'blocking';
  if (!isBlocked && story.applicant[contact] && random.chance(isSupport ? 12 : 25))
    did(
      owner,
      { kind: 'reveal', field: contact, purpose: random.pick(['contact_applicant', 'confirm_identity']) },
      5,
      3 * HOUR,
    );
  if (twist === 'delayed')
    did(
      owner,
      {
        kind: 'delay',
        reason: random.pick(['waiting_for_partner', 'complex', 'legal_advice']),
        expectedOn: addDays(days.today, random.whole(2, 9)),
      },
      DAY,
      3 * DAY,
    );
  if (twist === 'draft')
    did(owner, { kind: 'draft', draft: 'answer', text: answerText('answers') }, HOUR, DAY);
  if (stage === 'waiting' || (!isBlocked && reached('answered') && random.chance(12))) {
    ask();
    if (stage === 'waiting') return acts;
    did(owner, { kind: 'resume' }, 4 * HOUR, 3 * DAY);
  }
  if (!reached('proposed')) return acts;
  if (!isSupport && story.applicant.email && random.chance(30)) hold();

  const outcome = wanted.outcome;
  const { evidence } = OUTCOMES[outcome ?? 'answered'];
  if (evidence === 'none') {
    close(outcome ?? 'no_reply_needed', words(reasonFor(outcome)));
    return acts;
  }
  if (isBlocked)
    for (const event of ['violation_rejected', 'unblocked'] as const)
      did(owner, { kind: 'step', event, on: civilDateAt(days.worked(at, 30)) }, 30, 4 * HOUR);
  if (needsDecision(type)) {
    propose();
    if (twist === 'returned') {
      did(other, { kind: 'open' }, HOUR, DAY);
      did(other, { kind: 'return', reason: words('returned') }, 5, 40);
      propose();
    }
    if (!reached('executing')) return acts;
    did(other, { kind: 'open' }, HOUR, DAY);
    did(other, { kind: 'approve' }, 3, 40);
    if (type === 'deletion' && outcome === 'fulfilled' && random.chance(40))
      for (const event of ['violation_confirmed', 'destroyed'] as const)
        did(owner, { kind: 'step', event, on: civilDateAt(days.worked(at, 10)) }, 10, 60);
    if (!reached('answered')) return acts;
  }
  if (twist === 'late') at = later(at, story.receivedAt.add({ hours: 24 * random.whole(31, 36) }));
  answer();
  if (twist === 'refused_letter' || !reached('closed')) return acts;
  const closing = needsDecision(type) ? (outcome ?? 'fulfilled') : 'answered';
  close(closing, needsDecision(type) ? words('carried_out') : '');
  if (twist === 'reopened') did(owner, { kind: 'reopen', reason: words('reopened') }, DAY, 3 * DAY);
  return acts;

  function propose() {
    const proposed = outcome ?? 'fulfilled';
    did(
      owner,
      {
        kind: 'propose',
        outcome: proposed,
        grounds: needsGround(proposed) ? [random.pick(['G1', 'G4', 'G9'])] : [],
        restrictUntil: needsRestrictionEnd(proposed) ? addDays(days.today, 5 * 365) : null,
        evidence: words('evidence'),
      },
      4 * HOUR,
      4 * DAY,
    );
  }

  function hold() {
    const fill = () => keep(numbers.marked(language === 'en' ? 'QN' : 'СР'), 'content');
    const text = filled(random.pick(PHRASES[language].holdings), fill);
    const subjectLine = HOLDING_SUBJECTS[language];
    did(owner, { kind: 'letter', letter: 'holding', subjectLine, text, state: 'sent' }, HOUR, DAY);
  }

  /** By letter where there is an address, else by phone or at the desk, which is noted as waiting. */
  function ask() {
    if (!story.applicant.email) return did(owner, { kind: 'wait', reason: words('wait') }, HOUR, DAY);
    const { subject, text } = random.pick(PHRASES[language].questions);
    const fill = () => keep(numbers.marked(language === 'en' ? 'QN' : 'СР'), 'content');
    const letter = {
      letter: 'question',
      subjectLine: subject,
      text: filled(text, fill),
      state: 'sent',
    } as const;
    did(owner, { kind: 'letter', ...letter }, HOUR, DAY);
  }

  function answer() {
    const text = answerText(needsDecision(type) ? 'decisions' : 'answers');
    const byMail = story.applicant.email !== undefined && (twist === 'refused_letter' || random.chance(60));
    const [from, to] = isSupport ? [30, 2 * DAY] : [2 * HOUR, 3 * DAY];
    if (byMail)
      did(
        owner,
        {
          kind: 'letter',
          letter: 'answer',
          subjectLine: ANSWER_SUBJECTS[language],
          text,
          state: twist === 'refused_letter' ? 'refused' : 'sent',
        },
        from,
        to,
      );
    else
      did(
        owner,
        {
          kind: 'answer_outside',
          channel: story.applicant.phone ? 'phone' : random.pick(['post', 'in_person']),
          text,
        },
        from,
        to,
      );
  }

  function close(as: Outcome, reason: string) {
    did(
      owner,
      {
        kind: 'close',
        outcome: as,
        reason,
        ...(wanted.duplicateOf === undefined ? {} : { duplicateOf: wanted.duplicateOf }),
      },
      10,
      DAY,
    );
  }

  function answerText(kind: 'answers' | 'decisions'): string {
    const texts: readonly string[] = PHRASES[language][kind];
    return filled(random.pick(texts), () => keep(numbers.marked(language === 'en' ? 'CS' : 'ІС'), 'content'));
  }
}

function reasonFor(outcome: Outcome | undefined): DeskText {
  if (outcome === 'withdrawn') return 'withdrawn';
  return outcome === 'duplicate' ? 'duplicate' : 'spam';
}

function later(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) >= 0 ? a : b;
}
