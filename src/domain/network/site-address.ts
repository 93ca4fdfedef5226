// Whether a text can be the address of a site; whether one answers there is not asked.
import { isLabel } from './host.ts';

/** A site as people write it: a domain, with or without https:// and a path. */
export function isSiteAddress(text: string): boolean {
  const host = text
    .replace(/^https?:\/\//i, '')
    .replace(/[/?#].*$/u, '')
    .replace(/:\d{1,5}$/, '');
  const labels = host.replace(/\.$/, '').split('.');
  const isDomain = labels.length > 1 && labels.every(isLabel);
  return !/\s/u.test(text) && (isDomain || /^localhost$/i.test(host));
}
