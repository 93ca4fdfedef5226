/**
 * Parses days and times as users here type them, 22.11.2026 and 14:03; a native date field would follow the browser's
 * language.
 */
import type { CivilDate } from '#domain/time/civil.ts';

/** Whether the day is of something that happened, or of something planned. */
type Toward = 'back' | 'ahead';

/**
 * `22.11.2026`, `22.11`, `221126`, `2026-11-22`. Without a year it is the last such day that is not in the future, or
 * the next one that is not past where the field asks for a day ahead. Null if there is no such day.
 */
export function dayIn(typed: string, today: CivilDate, toward: Toward = 'back'): CivilDate | null {
  const text = typed.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return dayOf(Number(iso[1]), iso[2], iso[3]);
  const ours =
    /^(\d{1,2})[./ -](\d{1,2})(?:[./ -](\d{4}|\d{2})?)?$/.exec(text) ??
    /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(text);
  if (!ours) return null;
  const [, day, month, year] = ours;
  if (year) return dayOf(Number(year.length === 2 ? `${today.slice(0, 2)}${year}` : year), month, day);
  return nearest(today, toward, (inYear) => dayOf(inYear, month, day));
}

/** `14:03`, `9.05`, `0905` or `9` as HH:MM; null if there is no such time. */
export function timeIn(typed: string): string | null {
  const match = /^(\d{1,2})(?:[:. ]?(\d{2}))?$/.exec(typed.trim());
  if (!match) return null;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? 0)];
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** 29 February is at most eight years away (2096 and 2104). */
const MOST_YEARS = 8;

function nearest(
  today: CivilDate,
  toward: Toward,
  dayIn: (year: number) => CivilDate | null,
): CivilDate | null {
  const thisYear = Number(today.slice(0, 4));
  for (let away = 0; away <= MOST_YEARS; away += 1) {
    const day = dayIn(toward === 'back' ? thisYear - away : thisYear + away);
    if (day !== null && (toward === 'back' ? day <= today : day >= today)) return day;
  }
  return null;
}

function dayOf(year: number, month = '', day = ''): CivilDate | null {
  try {
    return Temporal.PlainDate.from(
      { year, month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    ).toString();
  } catch {
    return null; // 31.02 and the like
  }
}
