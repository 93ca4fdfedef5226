/** The texts of each language, and the function that fills their slots. */
import type { Language } from '#domain/privacy/language.ts';
import type { RequestType } from '#domain/request/types.ts';
import { EN } from './messages-en.ts';
import { KK } from './messages-kk.ts';
import { RU } from './messages-ru.ts';

export type Phrases = {
  greetings: readonly string[];
  messages: Record<RequestType, readonly { subject?: string; text: string }[]>;
  /** Answers to questions and claims. */
  answers: readonly string[];
  /** Answers to requests that required a decision. */
  decisions: readonly string[];
  /** Questions to the applicant. */
  questions: readonly { subject: string; text: string }[];
  /** Acknowledgements and interim words. */
  holdings: readonly string[];
};

export const PHRASES: Record<Language, Phrases> = { kk: KK, ru: RU, en: EN };

export type Slot = 'hi' | 'n' | 'amount' | 'day' | 'city' | 'card' | 'iban' | 'iin' | 'phone' | 'email';

/**
 * Returns the template with each slot filled, and its first letter in upper case, because the greeting may be empty.
 */
export function filled(template: string, fill: (slot: Slot) => string): string {
  const text = template.replaceAll(/\{(\w+)\}/g, (_, slot: string) => fill(slot as Slot)).trim();
  return text.charAt(0).toUpperCase() + text.slice(1);
}
