// Whether a text can be the name of a server or the address of a site; whether one answers there is not asked.

/** Letters of any script, because names may be international; a hyphen only inside (RFC 5891, RFC 1123). */
const LABEL = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?';
const DOMAIN = new RegExp(`^(?:${LABEL}\\.)+${LABEL}\\.?$`, 'u');
/** A machine of the own network, such as `mail`; in Latin letters, because it is no international name. */
const MACHINE = /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/i;
const IPV6 = /^\[?[\da-f:]*:[\da-f:.]+\]?$/i;

/** A domain, a machine of the own network, or an address. */
export function isHostName(text: string): boolean {
  return text.length <= 253 && (DOMAIN.test(text) || MACHINE.test(text) || IPV6.test(text));
}

/** A site as people write it: a domain, with or without https:// and a path. */
export function isSiteAddress(text: string): boolean {
  const host = text
    .replace(/^https?:\/\//i, '')
    .replace(/[/?#].*$/u, '')
    .replace(/:\d{1,5}$/, '');
  return !/\s/u.test(text) && (DOMAIN.test(host) || /^localhost$/i.test(host));
}
