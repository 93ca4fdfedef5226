/** The name of a field as an event of the log gives it: of a request, of an intake call, of the settings, an account. */
import type { Translator } from '#i18n/translate.ts';

/** Never the stored name itself: a field of another version is "unknown". */
export function fieldWords(
  field: string,
  { t, label, has }: Pick<Translator, 't' | 'label' | 'has'>,
): string {
  // The intake API names fields in camel case (`firstName`), while labels are keyed in snake case.
  const snake = field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const id = [`field.${snake}`, `plain.${field}`, `audit.field.${field}`].find(has);
  return id === undefined ? t('audit.data_unknown') : label(id);
}
