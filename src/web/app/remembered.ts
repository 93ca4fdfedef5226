/** What the browser stores between visits: theme and language, no personal data. */

/** public/first-paint.js reads the same key. */
export const LANGUAGE_STORAGE_KEY = 'otinish-language';

export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // storage can be disabled in the browser
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // storage is disabled: the choice applies until the page is closed
  }
}
