/** Decides whether digits can be an identifier: IIN and BIN, payment cards, accounts without an IBAN. */

/** Weights of the first eleven digits; the second row applies when the first gives 10. */
const FIRST_PASS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const SECOND_PASS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];

/**
 * Whether twelve digits end with the control digit shared by IIN and BIN. The date part is not checked, because since
 * 26.08.2013 a number need not follow its owner's birth date.
 */
export function isIin(digits: string): boolean {
  // Twelve zeros satisfy the sum, but are never issued.
  if (!/^\d{12}$/.test(digits) || digits === '000000000000') return false;
  const first = weighed(digits, FIRST_PASS);
  const control = first === 10 ? weighed(digits, SECOND_PASS) : first;
  // Numbers that give 10 in both passes are never issued.
  return control !== 10 && Number(digits[11]) === control;
}

/** Whether a valid number is a legal entity's: its fifth digit is 4, 5 or 6, where a person's month has 0 to 3. */
export function isBin(digits: string): boolean {
  return isIin(digits) && /[456]/.test(digits.charAt(4));
}

type Scheme = { readonly prefix: RegExp; readonly lengths: readonly number[] };

/** Card schemes by their first digits. A clock in milliseconds passes the Luhn check one time in ten, but is of none. */
const SCHEMES: readonly Scheme[] = [
  // Visa
  { prefix: /^4/, lengths: [13, 16, 19] },
  // Mastercard
  { prefix: /^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, lengths: [16] },
  // Мир
  { prefix: /^220[0-4]/, lengths: [16, 17, 18, 19] },
  // American Express
  { prefix: /^3[47]/, lengths: [15] },
  // Diners Club
  { prefix: /^3(?:0[0-5]|095|[689])/, lengths: [14, 16, 17, 18, 19] },
  // JCB
  { prefix: /^35(?:2[89]|[3-8])/, lengths: [16, 17, 18, 19] },
  // Maestro, Discover, UnionPay
  { prefix: /^(?:50|5[6-8]|6)/, lengths: [13, 14, 15, 16, 17, 18, 19] },
  // Uzcard, Humo, Elcart, Troy
  { prefix: /^(?:8600|9860|9417|9792)/, lengths: [16] },
];

/** Whether 13 to 19 digits begin and are as long as the cards of a scheme, and pass the Luhn check. */
export function isCard(digits: string): boolean {
  if (!/^\d{13,19}$/.test(digits)) return false;
  if (!SCHEMES.some(({ prefix, lengths }) => prefix.test(digits) && lengths.includes(digits.length)))
    return false;
  let sum = 0;
  for (let back = 0; back < digits.length; back += 1) {
    const digit = Number(digits[digits.length - 1 - back]);
    const doubled = digit * 2;
    sum += back % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Balance accounts of customers in Russian banks (405–408, 420–426) with the currency's code in its place. */
const ACCOUNT = /^4(?:0[5-8]|2[0-6])\d{2}(?:810|643|398|840|978|156|826|860|417)\d{12}$/;

/** Whether 20 digits are an account of a bank that does not use IBANs. */
export function isAccount(digits: string): boolean {
  return ACCOUNT.test(digits);
}

function weighed(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11;
}
