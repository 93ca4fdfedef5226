/**
 * The one spelling of an address that staff sign in with. Counters, look-up and invitations use it alike: were it two
 * spellings, one account would have as many counters of wrong passwords as its address has spellings.
 */
import { normalForm } from '../privacy/normal-form.ts';

declare const spelled: unique symbol;
export type SignInAddress = string & { readonly [spelled]: true };

/** Trimmed, in NFKC and lower case. NFKC once more at the end, because some letters compose only in lower case (J̌). */
export function signInAddress(typed: string): SignInAddress {
  return normalForm(normalForm(typed, 'NFKC').toLowerCase(), 'NFKC').trim() as SignInAddress;
}
