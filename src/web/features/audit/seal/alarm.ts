/** A mismatch with what proves it, kept until somebody has dealt with it; and the file an auditor takes away. */
import { SEPARATOR } from '#domain/audit/note.ts';
import type { Translator } from '#i18n/translate.ts';
import { alarmText, placeText } from './seal-words.ts';
import type { Mismatch } from './verify-leaves.ts';

export type Alarm = Mismatch & {
  /** Instant, by this browser's clock. */
  found: string;
  remembered: Evidence;
  claimed: Evidence;
  /** The entry that does not fit, and what was held against it. */
  event: string | null;
  proof: string | null;
  /** Whether the finding stands in the log; null while it is being told. */
  reported: boolean | null;
};
type Evidence = { key: string | null; note: string | null };

/** Both checkpoints as they were signed, each between lines of dashes, so that programs read them too. */
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
