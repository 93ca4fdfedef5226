/**
 * The MAC of an event: the last member of its body, computed over the body without it, under a key that is not in the
 * database. A person who can write to the database can therefore not write an event. Bodies of version 1 have none.
 */

const MEMBER = ',"mac":"';
const END = '"}';

/** Returns the body with its MAC. `text` is a JSON object with at least one member. */
export function withMac(text: string, mac: string): string {
  return `${text.slice(0, -1)}${MEMBER}${mac}${END}`;
}
