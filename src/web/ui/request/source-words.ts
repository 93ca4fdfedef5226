/**
 * Translates a legal source such as "94-V art. 8(7), 12(2); Digital Code art. 41"; an unknown source is returned
 * unchanged.
 */
import type { Translator } from '#i18n/translate.ts';

const TEXTS = [
  { from: /^policy §\s*(.+)$/, id: 'source.policy' },
  { from: /^Civil Code art\. (.+)$/, id: 'source.civil_code' },
  { from: /^Digital Code art\. (.+)$/, id: 'source.digital_code' },
  { from: /^94-V art\. (.+)$/, id: 'source.law_94' },
] as const;

/** A comma before a digit separates articles of one law, not two sources; only "94-V" itself begins with a digit. */
export function sourceWords(source: string, { t }: Pick<Translator, 't'>): string {
  return source
    .split(/[;,] (?=\D|94-V)/)
    .map((part) => {
      if (part === 'Consumer Law') return t('source.consumer_law');
      for (const { from, id } of TEXTS) {
        const at = from.exec(part)?.[1];
        if (at !== undefined) return t(id, { at });
      }
      return part;
    })
    .join('; ');
}
