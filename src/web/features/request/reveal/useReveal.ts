/** A hidden value for a minute: asking for it, what is shown now, and how it ends. Nothing of it leaves the page's memory. */
import { createContext, type RefObject, useContext } from 'react';
import type { CallOf, ResponseOf } from '#contract/endpoint.ts';
import type { revealField } from '#contract/requests-read.ts';
import type { Purpose } from '#domain/request/fields.ts';

type Body = CallOf<typeof revealField>['body'];
export type RevealTarget = Pick<Body, 'field' | 'messageId'>;

export type Shown = {
  value: string;
  /** By this browser's clock. */
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
  /** The button to which the focus goes back. */
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

export function keyOf({ field, messageId = '' }: RevealTarget): string {
  return `${field} ${messageId}`;
}

/** Set on every button that asks to reveal a value, in a field's row or a letter. */
const REVEALS = 'button[data-reveals]';

/** The key V: reveals the field or letter that has the focus; without one the first that can be revealed gets the focus. */
export function revealFocused(): void {
  const focused = document.activeElement;
  const row = focused?.closest('[data-field]') ?? focused?.closest('article');
  const button = row?.querySelector<HTMLButtonElement>(REVEALS);
  if (button) button.click();
  else if (!row) document.querySelector<HTMLButtonElement>(REVEALS)?.focus();
}
