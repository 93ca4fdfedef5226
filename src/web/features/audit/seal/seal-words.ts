/** Words for the seal and for what a verification found. Displayed event numbers start at 1, leaf indexes at 0. */
import type { AuditSeal } from '#contract/audit-seal.ts';
import { type Checkpoint, checkpointTime, parseCheckpoint } from '#domain/audit/checkpoint.ts';
import type { CivilDate } from '#domain/time/civil.ts';
import type { Translator } from '#i18n/translate.ts';
import type { Mismatch, Verified } from './verify-leaves.ts';

/** The time of day, preceded by the date unless it is today. */
export function whenWords(at: string | null, today: CivilDate, { t, format }: Translator): string {
  if (at === null) return t('common.none');
  return format.dayOf(at) === today ? format.time(at) : format.shortMoment(at);
}

/** "Sealed up to event 184,220, signed 14:03". */
export function reachWords({ size, signedAt }: AuditSeal, today: CivilDate, words: Translator): string {
  if (size === 0) return words.t('seal.none');
  return words.t('seal.reach', { size: words.format.number(size), at: whenWords(signedAt, today, words) });
}

/** The server counts up to 10 001 only, so a larger figure is shown as "10,000+". */
const MOST_COUNTED = 10_000;

export function waitingWords(pending: number, { t, format }: Translator): string {
  const count = format.number(Math.min(pending, MOST_COUNTED));
  return t('seal.waiting', { count: pending > MOST_COUNTED ? t('audit.capped', { count }) : count });
}

export function verifiedWords(
  { size, at }: Pick<Verified, 'size' | 'at'>,
  today: CivilDate,
  words: Translator,
) {
  return words.t('seal.verified', { size: words.format.number(size), at: whenWords(at, today, words) });
}

/** How far this browser verified the log on an earlier visit. */
export function rememberedWords(note: string, today: CivilDate, words: Translator): string {
  const checkpoint: Checkpoint = parseCheckpoint(note);
  const at = whenWords(checkpointTime(checkpoint), today, words);
  return words.t('seal.verified_before', { size: words.format.number(checkpoint.size), at });
}

/** What kind of mismatch was found. */
export function alarmText({ what, size, place }: Mismatch, { t, format }: Translator): string {
  const there = format.number(size);
  if (what === 'shorter') return t('seal.alarm.shorter', { there, before: format.number(place?.to ?? 0) });
  if (what === 'missing') {
    const given = format.number((place?.to ?? 1) - 1);
    return t('seal.alarm.missing', { there: given, signed: there });
  }
  if (what === 'forked') return t('seal.alarm.forked', { there });
  if (what === 'event') return t('seal.alarm.event', { number: format.number((place?.from ?? 0) + 1) });
  return t(`seal.alarm.${what}`);
}

/** Which events are affected; null if unknown, or if `alarmText` names the place already. */
export function placeText({ what, size, place }: Mismatch, { t, format }: Translator): string | null {
  if (what === 'signature' && size > 0) return t('seal.alarm.checkpoint', { number: format.number(size) });
  if (!place || what === 'event') return null;
  const first = format.number(place.from + 1);
  if (place.to <= place.from + 1) return t('seal.alarm.place', { number: first });
  return t('seal.alarm.places', { first, last: format.number(place.to) });
}
