/** Extracts from an event's body the details its row lacks, translated where the catalogue has words for them. */
import type { Translator } from '#i18n/translate.ts';

type Detail = { name: string; value: string };
/** The removed and the added value in words; the empty string if there is none. */
type Change = { removed: string; added: string };
export type BodyDetails = {
  changes: readonly Change[];
  details: readonly Detail[];
  targets: number;
  sealed: boolean;
};

/**
 * Reads a body as this version understands it. An unreadable body (a later version's, or a damaged one) yields no
 * details; the panel shows its JSON anyway.
 */
export function bodyDetails(
  body: string | null,
  words: Translator,
  nameOf: (id: string) => string | null,
): BodyDetails {
  const record = recordIn(body);
  const data = isRecord(record.data) ? record.data : {};
  const told = (key: string, value: unknown) => valueWords(key, value, words, nameOf);
  const pairs = CHANGES.filter(([was, is]) => was in data && is in data);
  return {
    changes: pairs.flatMap(([was, is]) => {
      const [removed, added] = difference(data[was], data[is]);
      if (removed === added) return [];
      return [{ removed: removed && told(was, removed), added: added && told(is, added) }];
    }),
    details: Object.entries(data)
      .filter(([key]) => !pairs.flat().some((paired) => paired === key))
      .map(([key, value]) => ({ name: words.label(`audit.data.${key}`, key), value: told(key, value) })),
    targets: Array.isArray(record.targets) ? record.targets.length : 0,
    sealed: record.detail === true || isRecord(record.detail),
  };
}

export function prettyBody(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

/** Pairs of keys that hold one thing before and after a change. */
const CHANGES: readonly (readonly [string, string])[] = [
  ['from', 'to'],
  ['before', 'after'],
];

/** For comma-separated lists the items that only one of them has; for single values both values if they differ. */
function difference(was: unknown, is: unknown): readonly [string, string] {
  const [before, after] = [was, is].map((value) =>
    value === null || value === '' ? [] : String(value).split(','),
  ) as [string[], string[]];
  const only = (one: readonly string[], other: readonly string[]) =>
    one.filter((value) => !other.includes(value)).join(',');
  return [only(before, after), only(after, before)];
}

/** The areas of the message catalogue that name the values of a key; a value may be a comma-separated list. */
const VOCABULARY: Readonly<Record<string, readonly string[]>> = {
  why: ['why', 'fault'],
  action: ['action'],
  roles: ['role'],
  before: ['role', 'type', 'status'],
  after: ['role', 'type', 'status'],
  from: ['type', 'language', 'status'],
  to: ['type', 'language', 'status'],
  outcome: ['outcome'],
  reason: ['delay'],
  channel: ['channel'],
  type: ['type'],
  code: ['error'],
  vouched: ['steps.step'],
};

function valueWords(
  key: string,
  value: unknown,
  { t, label, has, format }: Translator,
  nameOf: (id: string) => string | null,
): string {
  if (value === null || value === '') return t('common.none');
  if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no');
  // A year has no thousands separator.
  if (typeof value === 'number') return key === 'year' ? String(value) : format.number(value);
  const text = String(value);
  if (DAY.test(text)) return format.date(text);
  if (INSTANT.test(text)) return format.exact(text);
  const named = (word: string) => {
    const id = (VOCABULARY[key] ?? []).map((area) => `${area}.${word}`).find(has);
    return id === undefined ? (nameOf(word) ?? word) : label(id);
  };
  return text.split(',').map(named).join(', ');
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

function recordIn(body: string | null): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(body ?? '{}');
    return isRecord(parsed) ? parsed : {};
  } catch {
    return {};
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
