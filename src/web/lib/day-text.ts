/**
 * Parses days and times as users here type them, 22.11.2026 and 14:03; a native date field would follow the browser's
 * language.
 */
import type { CivilDate } from '#domain/time/civil.ts';

/** `22.11.2026`, `22.11`, `221126`, `2026-11-22`; a missing year is that of `today`. Null if there is no such day. */
export function dayIn(typed: string, today: CivilDate): CivilDate | null {
  const text = typed.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return dayOf(iso[1], iso[2], iso[3]);
  const ours =
    /^(\d{1,2})[./ -](\d{1,2})(?:[./ -](\d{4}|\d{2})?)?$/.exec(text) ??
    /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(text);
  return ours ? dayOf(fullYear(ours[3], today), ours[2], ours[1]) : null;
}

/** `14:03`, `9.05`, `0905` or `9` as HH:MM; null if there is no such time. */
export function timeIn(typed: string): string | null {
  const match = /^(\d{1,2})(?:[:. ]?(\d{2}))?$/.exec(typed.trim());
  if (!match) return null;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? 0)];
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function fullYear(year: string | undefined, today: CivilDate): string {
  if (!year) return today.slice(0, 4);
  return year.length === 2 ? `${today.slice(0, 2)}${year}` : year;
}

function dayOf(year = '', month = '', day = ''): CivilDate | null {
  try {
    return Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    ).toString();
  } catch {
    return null; // 31.02 and the like
  }
}
