/** The texts of one language, and how their slots are filled. */
import type { Language } from '#domain/privacy/language.ts';
import type { RequestType } from '#domain/request/types.ts';
import { EN } from './messages-en.ts';
import { KK } from './messages-kk.ts';
import { RU } from './messages-ru.ts';

export type Phrases = {
  greetings: readonly string[];
  messages: Record<RequestType, readonly { subject?: string; text: string }[]>;
  /** To questions and claims. */
  answers: readonly string[];
  /** To requests that took a decision. */
  decisions: readonly string[];
};

export const PHRASES: Record<Language, Phrases> = { kk: KK, ru: RU, en: EN };

export type Slot = 'hi' | 'n' | 'amount' | 'day' | 'city' | 'card' | 'iban' | 'iin' | 'phone' | 'email';

/** Fills each slot by asking for it; a text begins with a capital even where the greeting is left out. */
export function filled(template: string, fill: (slot: Slot) => string): string {
  const text = template.replaceAll(/\{(\w+)\}/g, (_, slot: string) => fill(slot as Slot)).trim();
  return text.charAt(0).toUpperCase() + text.slice(1);
}
