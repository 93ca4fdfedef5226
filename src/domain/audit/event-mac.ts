/**
 * The MAC of an event: the last member of its body, computed over the body without it, under a key that is not in the
 * database. A person who can write to the database can therefore not write an event. Bodies of version 1 have none.
 */

/** Characters of a MAC: 16 bytes in base64url. */
const LENGTH = 22;
const MEMBER = ',"mac":"';
const END = '"}';
const SHAPE = new RegExp(`${MEMBER}([A-Za-z0-9_-]{${LENGTH}})${END}$`);
const TAIL = MEMBER.length + LENGTH + END.length;

/** Returns the body with its MAC. `text` is a JSON object with at least one member. */
export function withMac(text: string, mac: string): string {
  return `${text.slice(0, -1)}${MEMBER}${mac}${END}`;
}

/** Splits a body into the text the MAC covers and the MAC; null for a body without one. */
export function macOfBody(body: string): { text: string; mac: string } | null {
  const mac = SHAPE.exec(body.slice(-TAIL))?.[1];
  return mac === undefined ? null : { text: `${body.slice(0, -TAIL)}}`, mac };
}
