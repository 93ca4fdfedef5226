/** What this browser keeps between visits: the look and the language, nothing of anybody. */

/** first-paint.js reads the same. */
export const LANGUAGE_STORAGE_KEY = 'otinish-language';

export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // storage may be switched off
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // then it holds until the page is closed
  }
}
