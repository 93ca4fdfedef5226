// Whether a text can be the address of a site; whether one answers there is not asked.

/** Letters of any script, because names may be international; a hyphen only inside (RFC 5891, RFC 1123). */
const LABEL = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?';
const DOMAIN = new RegExp(`^(?:${LABEL}\\.)+${LABEL}\\.?$`, 'u');

/** A site as people write it: a domain, with or without https:// and a path. */
export function isSiteAddress(text: string): boolean {
  const host = text
    .replace(/^https?:\/\//i, '')
    .replace(/[/?#].*$/u, '')
    .replace(/:\d{1,5}$/, '');
  return !/\s/u.test(text) && (DOMAIN.test(host) || /^localhost$/i.test(host));
}
