/** Checksums that decide whether a string can be an identifier: IIN and BIN, Kazakh IBAN, payment cards. */

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

/** Whether a text without separators is a Kazakh IBAN: KZ, 18 more characters, ISO 7064 remainder 1. */
export function isIban(value: string): boolean {
  const iban = value.toUpperCase();
  if (!/^KZ\d{2}[A-Z\d]{16}$/.test(iban)) return false;
  let rest = 0;
  for (const char of iban.slice(4) + iban.slice(0, 4)) {
    const worth = Number.parseInt(char, 36);
    rest = (rest * (worth > 9 ? 100 : 10) + worth) % 97;
  }
  return rest === 1;
}

/** Whether 13 to 19 digits pass the Luhn check. A leading zero is refused, because no scheme issues one. */
export function isCard(digits: string): boolean {
  if (!/^[1-9]\d{12,18}$/.test(digits)) return false;
  let sum = 0;
  for (let back = 0; back < digits.length; back += 1) {
    const digit = Number(digits[digits.length - 1 - back]);
    const doubled = digit * 2;
    sum += back % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

function weighed(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11;
}
