/**
 * Finds identifiers in free text, so that they can be masked. It finds only those with a recognisable form: a text
 * without spans may still identify a person, and the interface says so.
 */
import { legible } from './legible.ts';
import { documentCandidates } from './scan-documents.ts';
import { emailCandidates } from './scan-emails.ts';
import { ibanCandidates } from './scan-ibans.ts';
import { networkCandidates } from './scan-network.ts';
import { digitGroups, numberCandidates } from './scan-numbers.ts';

/** Stored with every preview that was masked by these rules. Increase it whenever a rule changes. */
export const SCAN_VERSION = 2;

/** In order of precedence, where two spans of one length overlap. */
const SPAN_KINDS = ['iban', 'bin', 'iin', 'account', 'card', 'email', 'phone', 'document', 'ip'] as const;
export type SpanKind = (typeof SPAN_KINDS)[number];

/** A range of the original text in UTF-16 units; `end` is exclusive. */
export type Span = { readonly start: number; readonly end: number; readonly kind: SpanKind };

/** A possible identifier; its range refers to the legible text. */
export type Candidate = Span;

/** Counts the steps of a scan, so that a test can check that they grow linearly with the input. */
export type Meter = { steps: number };

/** Returns the identifiers' spans, ordered and disjoint. Never throws; takes time linear in the length of the text. */
export function scanText(text: string, meter: Meter = { steps: 0 }): Span[] {
  const seen = legible(text);
  meter.steps += seen.text.length;
  const groups = digitGroups(seen.text);
  const candidates = [
    ...numberCandidates(seen.text, groups, meter),
    ...emailCandidates(seen.text, meter),
    ...ibanCandidates(seen.text, meter),
    ...documentCandidates(seen.text, groups, meter),
    ...networkCandidates(seen.text, meter),
  ];
  return settled(candidates).map(({ start, end, kind }) => ({
    start: seen.starts[start] ?? 0,
    end: seen.starts[end] ?? text.length,
    kind,
  }));
}

/**
 * Merges overlapping candidates into one span that covers all of them, because half an identifier must not stay
 * visible. The longest gives the kind.
 */
function settled(candidates: readonly Candidate[]): Candidate[] {
  const inOrder = [...candidates].sort((a, b) => a.start - b.start || b.end - a.end);
  const spans: Candidate[] = [];
  let longest: Candidate | undefined;
  for (const next of inOrder) {
    const open = spans.at(-1);
    if (open === undefined || longest === undefined || next.start >= open.end) {
      spans.push(next);
      longest = next;
      continue;
    }
    if (isStronger(next, longest)) longest = next;
    spans[spans.length - 1] = { start: open.start, end: Math.max(open.end, next.end), kind: longest.kind };
  }
  return spans;
}

function isStronger(one: Candidate, other: Candidate): boolean {
  const longer = one.end - one.start - (other.end - other.start);
  return longer > 0 || (longer === 0 && SPAN_KINDS.indexOf(one.kind) < SPAN_KINDS.indexOf(other.kind));
}
