/** The plan of 240 requests over ninety days: types, ages and stages. The same seed and day give the same plan. */
import type { Language } from '#domain/privacy/language.ts';
import type { Channel } from '#domain/request/fields.ts';
import { needsDecision } from '#domain/request/lifecycle.ts';
import type { Outcome } from '#domain/request/status.ts';
import { type RequestType, requestTypes, typeRow } from '#domain/request/types.ts';
import type { CivilDate } from '#domain/time/civil.ts';
import { agesDueNow, agesUrgent, daysFrom } from './days.ts';
import { namesFrom } from './names.ts';
import { numbersFrom } from './numbers.ts';
import { type Random, randomFrom } from './random.ts';
import type { Story } from './story.ts';
import { type Stage, tell, type Wanted } from './tell.ts';

export const REQUESTS = 240;
const DAYS = 90;
const SEED = 20_260_311;

type Open = readonly [
  type: RequestType,
  stage: Stage,
  age: number | 'now' | 'urgent',
  twist?: Wanted['twist'],
];

/** The open requests, chosen one by one so that every page has something to show on any day. */
const OPEN: readonly Open[] = [
  // Overdue: the promise or a confirmed step is past.
  ['contact', 'taken', 34, 'delayed'],
  ['contact', 'waiting', 41],
  ['consumer_claim', 'taken', 32],
  ['deletion', 'taken', 38, 'delayed'],
  ['access', 'waiting', 33],
  ['privacy_question', 'taken', 31],
  ['objection', 'taken', 9],
  ['contact', 'new', 31],
  // The last working day is today.
  ['contact', 'taken', 'now'],
  ['deletion', 'proposed', 'now'],
  ['access', 'taken', 'now', 'draft'],
  ['privacy_question', 'taken', 'now'],
  ['correction', 'taken', 'now'],
  ['consumer_claim', 'taken', 'now', 'delayed'],
  // The last working day is one to three days ahead.
  ['contact', 'taken', 'urgent'],
  ['contact', 'waiting', 'urgent'],
  ['contact', 'new', 'urgent'],
  ['deletion', 'executing', 'urgent'],
  ['access', 'proposed', 'urgent'],
  ['consumer_claim', 'taken', 'urgent', 'draft'],
  ['authority', 'taken', 'urgent'],
  ['withdrawal', 'proposed', 'urgent'],
  // Calm.
  ['deletion', 'proposed', 16, 'returned'],
  ['deletion', 'proposed', 12],
  ['correction', 'proposed', 6],
  ['deletion', 'executing', 20],
  ['withdrawal', 'executing', 13],
  ['access', 'answered', 15],
  ['deletion', 'answered', 22],
  ['contact', 'answered', 6],
  ['consumer_claim', 'answered', 9],
  ['contact', 'answered', 5, 'refused_letter'],
  ['privacy_question', 'answered', 8, 'refused_letter'],
  ['contact', 'closed', 12, 'reopened'],
  ['deletion', 'taken', 4, 'draft'],
  ['deletion', 'new', 1],
  ['deletion', 'waiting', 10],
  ['access', 'taken', 7],
  ['access', 'new', 2],
  ['correction', 'taken', 3],
  ['blocking', 'taken', 3],
  ['blocking', 'taken', 18],
  ['withdrawal', 'taken', 5],
  ['objection', 'taken', 1],
  ['incident', 'taken', 4],
  ['authority', 'taken', 11],
  ['authority', 'new', 1],
  ['privacy_question', 'taken', 3],
  ['consumer_claim', 'taken', 4],
  ['consumer_claim', 'new', 0],
  ['contact', 'taken', 2, 'draft'],
  ['contact', 'taken', 3],
  ['contact', 'taken', 8],
  ['contact', 'waiting', 14],
  ['contact', 'taken', 19],
  ['contact', 'new', 0],
  ['contact', 'new', 0],
  ['contact', 'new', 0],
  ['contact', 'new', 0],
  ['contact', 'new', 1],
  ['contact', 'new', 1],
  ['contact', 'new', 2],
  ['contact', 'new', 3],
  ['deletion', 'new', 0, 'untriaged'],
  ['access', 'new', 0, 'untriaged'],
  ['withdrawal', 'new', 1, 'untriaged'],
  ['incident', 'new', 0, 'untriaged'],
];

/** The share of each type, in percent. */
const SHARE: Record<RequestType, number> = {
  contact: 46,
  consumer_claim: 12,
  privacy_question: 7,
  deletion: 10,
  access: 7,
  correction: 5,
  blocking: 3,
  withdrawal: 4,
  objection: 2,
  incident: 2,
  authority: 2,
};
/** The minimum age in days at which a request can be closed, without and with a decision. */
const QUICKEST = { plain: 5, decided: 21 };

/** Returns every story in the order of recording. */
export function fictionalStories(today: CivilDate, now: Temporal.Instant, seed = SEED): readonly Story[] {
  const random = randomFrom(seed);
  const source = {
    random,
    names: namesFrom(random),
    numbers: numbersFrom(random),
    days: daysFrom(random, today, now),
  };
  const wanted = [...openOnes(random, today), ...closedOnes(random)];
  // Oldest first, so that numbers follow the order of receipt and a duplicate comes after its original.
  const inOrder = wanted.toSorted((a, b) => b.age - a.age);
  const stories = inOrder.map((each, index) => tell(source, index, withOriginal(each, index, inOrder)));
  return stories
    .toSorted((a, b) => Temporal.Instant.compare(a.recordedAt, b.recordedAt))
    .map((story, _, all) => renumbered(story, all));
}

function openOnes(random: Random, today: CivilDate): Wanted[] {
  const nowAges = agesDueNow(today);
  const urgentAges = agesUrgent(today);
  return OPEN.map(([type, stage, when, twist]) => ({
    type,
    stage,
    age: when === 'now' ? random.pick(nowAges) : when === 'urgent' ? random.pick(urgentAges) : when,
    language: languageOf(random),
    channel: twist === 'untriaged' ? 'form' : channelOf(random, type),
    ...(twist ? { twist } : {}),
  }));
}

function closedOnes(random: Random): Wanted[] {
  const drawer = requestTypes.flatMap((type) => Array<RequestType>(SHARE[type]).fill(type));
  return Array.from({ length: REQUESTS - OPEN.length }, (_, index) => {
    // Each type with each of its outcomes once, then by share.
    const certain = CERTAIN[index];
    const type = certain?.type ?? random.pick(drawer);
    const outcome = certain?.outcome ?? outcomeOf(random, type);
    const late = index >= CERTAIN.length && random.chance(3);
    const least = late ? 45 : needsDecision(type) ? QUICKEST.decided : QUICKEST.plain;
    return {
      type,
      outcome,
      stage: 'closed',
      age: random.whole(least, DAYS - 1),
      language: languageOf(random),
      channel: channelOf(random, type),
      ...(late ? { twist: 'late' as const } : random.chance(8) ? { twist: 'returned' as const } : {}),
    } satisfies Wanted;
  });
}

const CERTAIN = requestTypes.flatMap((type) => typeRow(type).outcomes.map((outcome) => ({ type, outcome })));

function outcomeOf(random: Random, type: RequestType): Outcome {
  if (random.chance(9)) return random.pick(['withdrawn', 'duplicate', 'no_reply_needed']);
  if (!needsDecision(type)) return 'answered';
  const decided = random.pick([
    'fulfilled',
    'fulfilled',
    'fulfilled',
    'partly_fulfilled',
    'refused',
    'restricted',
  ] as const);
  return typeRow(type).outcomes.includes(decided) ? decided : 'fulfilled';
}

function languageOf(random: Random): Language {
  return random.chance(50) ? 'kk' : random.chance(75) ? 'ru' : 'en';
}

function channelOf(random: Random, type: RequestType): Channel {
  if (type === 'authority') return random.pick(['post', 'email']);
  return random.chance(64) ? 'form' : random.pick(['email', 'email', 'phone', 'post', 'in_person']);
}

/** Links a duplicate to the nearest earlier request of its type that is not a duplicate itself. */
function withOriginal(wanted: Wanted, index: number, all: readonly Wanted[]): Wanted {
  if (wanted.outcome !== 'duplicate') return wanted;
  const original = all.findLastIndex(
    (other, at) =>
      at < index &&
      other.type === wanted.type &&
      other.outcome !== 'duplicate' &&
      other.twist !== 'untriaged',
  );
  return original < 0 ? { ...wanted, outcome: 'withdrawn' } : { ...wanted, duplicateOf: original };
}

/** Adjusts the indexes to the order of recording, which differs from that of receipt: letters are recorded later. */
function renumbered(story: Story, all: readonly Story[]): Story {
  const placeOf = (index: number) => all.findIndex((other) => other.index === index);
  return {
    ...story,
    index: placeOf(story.index),
    acts: story.acts.map((act) =>
      act.kind === 'close' && act.duplicateOf !== undefined
        ? { ...act, duplicateOf: placeOf(act.duplicateOf) }
        : act,
    ),
  };
}
