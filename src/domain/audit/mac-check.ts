/**
 * Checks who wrote each event. Events of the version before have no MAC; from the first event with a right one on, every
 * event must have one. That first one is a leaf of the signed tree, so a forged event cannot be placed before it.
 */
import { macOfBody } from './event-mac.ts';

/** Computes the MAC of a text with the key of the server that wrote the log. */
export type MacOf = (text: string) => string;

export type MacCheck = {
  /** Takes a body in log order. Returns false when the server did not write it. */
  event(body: string): boolean;
  /** `none`: no event has a MAC. `unchecked`: some have, and there is no key to check them with. */
  state(): 'checked' | 'unchecked' | 'none';
};

/** @param macOf without it only a missing MAC is found, not a wrong one */
export function macCheck(macOf?: MacOf): MacCheck {
  let begun = false;
  return {
    event: (body) => {
      const told = macOfBody(body);
      if (!told) return !begun;
      if (macOf && macOf(told.text) !== told.mac) return false;
      begun = true;
      return true;
    },
    state: () => (begun ? (macOf ? 'checked' : 'unchecked') : 'none'),
  };
}
