/**
 * Access to the reveal of one field: request it, read the shown value, hide it. The value exists in page memory only.
 */
import { createContext, type RefObject, useContext } from 'react';
import type { CallOf, ResponseOf } from '#contract/endpoint.ts';
import type { revealField } from '#contract/requests-read.ts';
import type { Purpose } from '#domain/request/fields.ts';

type Body = CallOf<typeof revealField>['body'];
export type RevealTarget = Pick<Body, 'field' | 'messageId' | 'formerId'>;

export type Shown = {
  value: string;
  /** Instants by this browser's clock, since the server's may differ. */
  from: string;
  until: string;
  seconds: number;
  leftToday: ResponseOf<typeof revealField>['leftToday'];
  purpose: Purpose;
  purposeText: string | undefined;
};

export type RevealDesk = {
  shownOf: (target: RevealTarget) => Shown | null;
  ask: (target: RevealTarget) => void;
  show: (target: RevealTarget, shown: Shown) => void;
  hide: (target: RevealTarget) => void;
  /** The button that gets the focus back after hiding. */
  buttonOf: (target: RevealTarget) => RefObject<HTMLButtonElement | null>;
};

export const RevealContext = createContext<RevealDesk | null>(null);

export function useRevealDesk(): RevealDesk {
  const desk = useContext(RevealContext);
  if (!desk) throw new Error('RevealProvider is missing above this component');
  return desk;
}

export type Reveal = {
  target: RevealTarget;
  shown: Shown | null;
  ask: () => void;
  hide: () => void;
  button: RefObject<HTMLButtonElement | null>;
};

export function useReveal(target: RevealTarget): Reveal {
  const desk = useRevealDesk();
  return {
    target,
    shown: desk.shownOf(target),
    ask: () => desk.ask(target),
    hide: () => desk.hide(target),
    button: desk.buttonOf(target),
  };
}

export function keyOf({ field, messageId = '', formerId = '' }: RevealTarget): string {
  return `${field} ${messageId}${formerId}`;
}

/** Selects the reveal buttons of field rows and letters. */
const REVEALS = 'button[data-reveals]';

/** The key V: reveals the focused field or letter; if none has the focus, focuses the first reveal button. */
export function revealFocused(): void {
  const focused = document.activeElement;
  const row = focused?.closest('[data-field]') ?? focused?.closest('article');
  const button = row?.querySelector<HTMLButtonElement>(REVEALS);
  if (button) button.click();
  else if (!row) document.querySelector<HTMLButtonElement>(REVEALS)?.focus();
}
