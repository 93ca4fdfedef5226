/**
 * A mismatch together with its evidence, kept until a person dismisses it, and the evidence as a text file to download.
 */
import { SEPARATOR } from '#domain/audit/note.ts';
import type { Translator } from '#i18n/translate.ts';
import { alarmText, placeText } from './seal-words.ts';
import type { Mismatch } from './verify-leaves.ts';

export type Alarm = Mismatch & {
  /** Instant, by this browser's clock. */
  found: string;
  remembered: Evidence;
  claimed: Evidence;
  /** Id of the event that failed its check, and the proof or body it was checked against. */
  event: string | null;
  proof: string | null;
  /** Whether the server wrote the finding to the log; null while the report is in flight. */
  reported: boolean | null;
};
type Evidence = { key: string | null; note: string | null };

/** Quotes both checkpoints byte for byte, separated by lines of dashes, so that programs can parse them too. */
export function evidenceText(alarm: Alarm, words: Translator, site: string): string {
  const { t, format } = words;
  const part = (title: string, { key, note }: Evidence) => [
    `${title}\n${t('seal.key')}: ${key ?? t('common.none')}\n`,
    note ?? `${t('common.none')}\n`,
  ];
  const parts = [
    `${t('seal.alarm.title')}\n${[alarmText(alarm, words), placeText(alarm, words)].filter(Boolean).join(' ')}\n` +
      `${format.exact(alarm.found)} (${alarm.found}), ${site}\n`,
    ...part(t('seal.evidence.remembered'), alarm.remembered),
    ...part(t('seal.evidence.claimed'), alarm.claimed),
    ...(alarm.event === null ? [] : [`${t('seal.evidence.event')}: ${alarm.event}\n\n${alarm.proof}`]),
  ];
  return parts.join(SEPARATOR);
}
