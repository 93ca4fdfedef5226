/** The days of the year that differ from Monday to Friday, each with its name and a button that removes it. */
import IconButton from '@mui/material/IconButton';
import type { GivenYear } from '#contract/calendar.ts';
import { useT } from '#web/lib/useT.ts';
import { Icon } from '#web/ui/text/Icon.tsx';
import styles from './Calendar.module.css';
import { withoutDay } from './year-draft.ts';

type DayListProps = {
  draft: GivenYear;
  /** The year as it is saved; what differs from it is marked. */
  saved: GivenYear;
  /** Null where the viewer may not edit. */
  onChange: ((draft: GivenYear) => void) | null;
};

export function DayList({ draft, saved, onChange }: DayListProps) {
  const { t, format } = useT();
  const known = new Set([...saved.holidays.map(({ on }) => on), ...saved.movedWorkingDays]);
  const removed = [...known].filter(
    (on) => !draft.holidays.some((day) => day.on === on) && !draft.movedWorkingDays.includes(on),
  );
  const line = (on: string, name: string, instead: string | null) => (
    <li key={on} className={known.has(on) ? undefined : styles.added}>
      <time dateTime={on}>{format.weekdayDate(on)}</time>
      <span>
        {name}
        {instead !== null && (
          <span className={styles.quiet}>
            {' '}
            {t('settings.calendar.instead', { day: format.dayMonth(instead) })}
          </span>
        )}
      </span>
      {onChange && (
        <IconButton
          size="small"
          aria-label={t('settings.calendar.remove', { day: format.date(on) })}
          onClick={() => onChange(withoutDay(draft, on))}
        >
          <Icon name="cross" size={12} />
        </IconButton>
      )}
    </li>
  );
  return (
    <>
      <h3 className={styles.title}>{t('settings.calendar.free_days')}</h3>
      <ul className={styles.days}>
        {draft.holidays.map(({ on, code, insteadOf }) => line(on, t(`free_day.${code}`), insteadOf))}
      </ul>
      {draft.movedWorkingDays.length > 0 && (
        <>
          <h3 className={styles.title}>{t('settings.calendar.working_days')}</h3>
          <ul className={styles.days}>
            {draft.movedWorkingDays.map((on) => line(on, t('settings.calendar.kind_working'), null))}
          </ul>
        </>
      )}
      {removed.length > 0 && (
        <p className={styles.removed}>
          {t('settings.calendar.removed', { days: removed.map((on) => format.weekdayDate(on)).join(', ') })}
        </p>
      )}
    </>
  );
}
