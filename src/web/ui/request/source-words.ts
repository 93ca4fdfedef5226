/** "94-V art. 8(7), 12(2); Digital Code art. 41" in the reader's language; what is not known stays as it is. */
import type { Translator } from '#i18n/translate.ts';

const TEXTS = [
  { from: /^policy §\s*(.+)$/, id: 'source.policy' },
  { from: /^Civil Code art\. (.+)$/, id: 'source.civil_code' },
  { from: /^Digital Code art\. (.+)$/, id: 'source.digital_code' },
  { from: /^94-V art\. (.+)$/, id: 'source.law_94' },
] as const;

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
