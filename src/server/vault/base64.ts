// Base64 in its two alphabets, strictly: one text for one sequence of bytes, so that nothing can be spelt twice.

export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** Standard alphabet with padding; null for anything else, also for non-zero spare bits. */
export function fromBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return null;
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return toBase64(bytes) === text ? bytes : null;
}

/** URL alphabet without padding, as tokens travel in links and cookies. */
export function toBase64Url(bytes: Uint8Array): string {
  // One pass, one flat string: a text patched together makes JSON.stringify take its slow way for a whole answer.
  return toBase64(bytes).replace(/[+/=]/g, (character) =>
    character === '+' ? '-' : character === '/' ? '_' : '',
  );
}

export function fromBase64Url(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return null;
  return fromBase64(withPadding(text.replaceAll('-', '+').replaceAll('_', '/')));
}

export function withoutPadding(base64: string): string {
  return base64.replace(/=+$/, '');
}

export function withPadding(base64: string): string {
  return base64.padEnd(Math.ceil(base64.length / 4) * 4, '=');
}
