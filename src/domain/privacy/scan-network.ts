/** Finds network addresses (policy 1.2.2) in legible text: IPv4 and IPv6. */
import { ipv6Groups } from './network-address.ts';
import type { Candidate, Meter } from './text-scan.ts';

const IPV4 = /(?<![\p{L}\p{Nd}.-])\d{1,3}(?:\.\d{1,3}){3}(?![\p{Nd}-]|\.\p{Nd})/gu;
const IPV6 = /(?<![\p{L}\p{Nd}:.])(?:[\da-f]{0,4}:){2,7}[\da-f]{0,4}(?![\p{L}\p{Nd}:])/giu;
/** Four numbers with dots are also a version or a clause. */
const NUMBERED =
  /(?:верс\p{L}*|version|нұсқа\p{L}*|сборк\p{L}*|build|(?<!\p{L})v|п|пункт\p{L}*|подпункт\p{L}*|раздел\p{L}*|тармақ\p{L}*|бөлім\p{L}*|глав\p{L}*|section|clause|№)\.? ?$/iu;
const REACH = 16;
/** «4.1.2.3 тармағы»: Kazakh names the clause after its number. */
const NUMBERED_AFTER = /^[ -]?(?:тарма[қғ]|бөлім|бап|нұсқа)/iu;
/** `::1` names no one. */
const LEAST_IPV6 = 6;

export function networkCandidates(text: string, meter: Meter): Candidate[] {
  const found: Candidate[] = [];
  for (const { index: start, 0: address } of text.matchAll(IPV4)) {
    meter.steps += address.length;
    const end = start + address.length;
    const numbered =
      NUMBERED.test(text.slice(Math.max(0, start - REACH), start)) ||
      NUMBERED_AFTER.test(text.slice(end, end + REACH));
    if (!numbered && address.split('.').every((part) => Number(part) <= 255))
      found.push({ start, end, kind: 'ip' });
  }
  for (const { index: start, 0: address } of text.matchAll(IPV6)) {
    meter.steps += address.length;
    if (address.length >= LEAST_IPV6 && /\d/.test(address) && ipv6Groups(address.toLowerCase()) !== null)
      found.push({ start, end: start + address.length, kind: 'ip' });
  }
  return found;
}
