/** Extracts from an event's body the details its row lacks, translated where the catalogue has words for them. */
import { kindOfKey, type ToldKey } from '#domain/audit/event-data.ts';
import { countOfIds } from '#domain/audit/short-ids.ts';
import type { Translator } from '#i18n/translate.ts';
import { VOCABULARY } from './data-words.ts';

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
  const detail = (key: string, value: unknown): readonly Detail[] => {
    const kind = kindOfKey(key);
    if (kind === null || kind === 'json') return [];
    const name = kind === 'step' ? words.label(`step.${key}`) : words.label(`audit.data.${key}`);
    return [{ name, value: told(key as ToldKey, value) }];
  };
  const told = (key: ToldKey, value: unknown) => valueWords(key, value, words, nameOf);
  const pairs = CHANGES.filter(([was, is]) => was in data && is in data);
  return {
    changes: pairs.flatMap(([was, is]) => {
      const [removed, added] = difference(data[was], data[is]);
      if (removed === added) return [];
      return [{ removed: removed && told(was, removed), added: added && told(is, added) }];
    }),
    details: Object.entries(data).flatMap(([key, value]) =>
      pairs.flat().some((paired) => paired === key) ? [] : detail(key, value),
    ),
    targets: countOfIds(record),
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
const CHANGES = [
  ['from', 'to'],
  ['before', 'after'],
  ['endedOn', 'endsOn'],
] as const satisfies readonly (readonly [ToldKey, ToldKey])[];

/** For comma-separated lists the items that only one of them has; for single values both values if they differ. */
function difference(was: unknown, is: unknown): readonly [string, string] {
  const [before, after] = [was, is].map((value) =>
    value === null || value === '' ? [] : String(value).split(','),
  ) as [string[], string[]];
  const only = (one: readonly string[], other: readonly string[]) =>
    one.filter((value) => !other.includes(value)).join(',');
  return [only(before, after), only(after, before)];
}

function valueWords(
  key: ToldKey,
  value: unknown,
  { t, label, has, format }: Translator,
  nameOf: (id: string) => string | null,
): string {
  if (value === null || value === '') return t('common.none');
  if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no');
  // A year has no thousands separator.
  if (typeof value === 'number') return key === 'year' ? String(value) : format.number(value);
  const text = String(value);
  if (INSTANT.test(text)) return format.exact(text);
  // "2026-11-02 2026-11-09" is a date that moved.
  const dated = text.replace(MOVED, '$1 → $2').replaceAll(DAYS, (day) => format.date(day));
  if (dated !== text) return dated;
  const named = (word: string) => {
    const id = (VOCABULARY[key] ?? []).map((prefix) => prefix + word).find(has);
    if (id !== undefined) return label(id);
    // A code of another version is not shown as it is stored; the tab with the stored text has it.
    return (
      nameOf(word) ??
      (UUID.test(word) || (VOCABULARY[key] && CODE.test(word)) ? t('audit.data_unknown') : word)
    );
  };
  return text
    .split(key === 'grounds' ? ' ' : ',')
    .map(named)
    .join(', ');
}

const CODE = /^[a-z][a-z_]*$/i;
const UUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

const DAYS = /(?<!\w-?)\d{4}-\d{2}-\d{2}(?![\w-])/g;
const MOVED = /^(\d{4}-\d{2}-\d{2}) (\d{4}-\d{2}-\d{2})$/;
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
