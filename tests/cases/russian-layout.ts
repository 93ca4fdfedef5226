/** The Russian keyboard layout, for tests of keys: what a physical key types. */

export const RUSSIAN: Readonly<Record<string, string>> = {
  KeyA: 'ф',
  KeyC: 'с',
  KeyD: 'в',
  KeyE: 'у',
  KeyF: 'а',
  KeyG: 'п',
  KeyH: 'р',
  KeyI: 'ш',
  KeyJ: 'о',
  KeyK: 'л',
  KeyL: 'д',
  KeyN: 'т',
  KeyO: 'щ',
  KeyP: 'з',
  KeyQ: 'й',
  KeyR: 'к',
  KeyS: 'ы',
  KeyT: 'е',
  KeyU: 'г',
  KeyV: 'м',
  KeyW: 'ц',
  Slash: '.',
  Space: ' ',
};

const CODES = new Map(Object.entries(RUSSIAN).map(([code, letter]) => [letter, code]));

/** Two words whose keys, all but two, are shortcuts somewhere. */
export const HELLO = 'здравствуйте все';

/** The keys that type the text, in order. @throws for a letter that RUSSIAN lacks */
export function russianKeys(text: string): readonly { code: string; key: string }[] {
  return [...text].map((key) => {
    const code = CODES.get(key);
    if (code === undefined) throw new Error(`no key for ${key}`);
    return { code, key };
  });
}
