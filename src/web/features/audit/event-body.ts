/** What the exact record says beyond the row: its further details, told in words where there are words for them. */
import type { Translator } from '#i18n/translate.ts';

type Detail = { name: string; value: string };
export type BodyDetails = { details: readonly Detail[]; targets: number; sealed: boolean };

/** Reads the record as this version understands it; a record it cannot read has no details, and its JSON is shown anyway. */
export function bodyDetails(
  body: string | null,
  words: Translator,
  nameOf: (id: string) => string | null,
): BodyDetails {
  const record = recordIn(body);
  const data = isRecord(record.data) ? record.data : {};
  return {
    details: Object.entries(data).map(([key, value]) => ({
      name: words.label(`audit.data.${key}`, key),
      value: valueWords(key, value, words, nameOf),
    })),
    targets: Array.isArray(record.targets) ? record.targets.length : 0,
    sealed: record.detail === true,
  };
}

export function prettyBody(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

/** Which part of the catalogue names the values of a key; several values stand comma separated. */
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
