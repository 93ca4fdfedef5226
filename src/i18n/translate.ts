/** The translator: `t(id, values)` over a compiled catalogue. Server, tests and browser use the same one. */
import { type I18n, setupI18n } from '@lingui/core';
import type { MessageId, ValuesOf } from './catalogue.ts';
import type { Compiled } from './compile.ts';
import { type Formatter, formatter } from './format.ts';
import type { Locale } from './locale.ts';

/** No second argument for a message without values, else an object with all of them. */
export type TranslateArgs<Id extends MessageId> = keyof ValuesOf<Id> extends never
  ? []
  : [values: ValuesOf<Id>];
type Translate = <Id extends MessageId>(id: Id, ...args: TranslateArgs<Id>) => string;

export type Translator = {
  locale: Locale;
  t: Translate;
  /** Whether a string from the API is the id of a message. */
  has: (id: string) => boolean;
  /** Returns a message without values whose id is known only at run time; `otherwise` if there is none. */
  label: (id: string, otherwise?: string) => string;
  format: Formatter;
  i18n: I18n;
};

export function createTranslator(locale: Locale, messages: Compiled): Translator {
  const format = formatter(locale);
  const i18n = setupI18n({ locale, messages: { [locale]: messages } });
  const t: Translate = (id, ...[values]) => i18n._(id, values && withNumbers(values, format));
  const has = (id: string) => Object.hasOwn(messages, id);
  const label = (id: string, otherwise = id) => (has(id) ? i18n._(id) : otherwise);
  return { locale, t, has, label, format, i18n };
}

/** Adds each number as text in our own format under the name `n#`, which `#` prints (see compile.ts). */
export function withNumbers(values: object, format: Formatter): Record<string, unknown> {
  const texts = Object.entries(values).flatMap(([name, value]) =>
    typeof value === 'number' ? [[`${name}#`, format.number(value)]] : [],
  );
  return { ...values, ...Object.fromEntries(texts) };
}
