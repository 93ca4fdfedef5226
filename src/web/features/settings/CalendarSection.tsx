/** The working calendar by year: its holidays, and who compared them with the published calendar and when. */
import { useState } from 'react';
import { readSession } from '#contract/session.ts';
import { confirmCalendar, type Settings } from '#contract/settings.ts';
import { CALENDAR, isYearConfirmed } from '#domain/time/calendar.ts';
import { useChange } from '#web/api/mutate.ts';
import { useCan } from '#web/lib/useMe.ts';
import { useProblemText } from '#web/lib/useProblemText.ts';
import { useSnackbar } from '#web/lib/useSnackbar.ts';
import { useT } from '#web/lib/useT.ts';
import { WhyButton } from '#web/ui/buttons/WhyButton.tsx';
import { ConfirmDialog } from '#web/ui/overlay/ConfirmDialog.tsx';
import { Icon } from '#web/ui/text/Icon.tsx';
import styles from './Settings.module.css';
import { useKeepSettings, useSettings } from './useSettings.ts';

type Year = Settings['calendar']['years'][number];

export function CalendarSection() {
  const { t } = useT();
  const { calendar } = useSettings();
  const keep = useKeepSettings();
  const notify = useSnackbar();
  const { textOf } = useProblemText();
  const [asking, setAsking] = useState<number | null>(null);
  const confirm = useChange(confirmCalendar, {
    // The session lists the confirmed years, which "Why this date?" reads.
    refreshes: [readSession],
    onSuccess: (settings, { body }) => {
      keep(settings);
      setAsking(null);
      notify({ text: t('settings.calendar.done', { year: String(body.year) }) });
    },
  });
  const next = calendar.years.find(({ confirmedAt }) => confirmedAt === null)?.year;
  return (
    <div className={styles.form}>
      <p className={styles.state}>{t('settings.calendar.lead')}</p>
      {calendar.years.map((year) => (
        <YearCard
          key={year.year}
          year={year}
          next={year.year === next}
          onConfirm={() => setAsking(year.year)}
        />
      ))}
      <p className={styles.note}>{t('settings.calendar.version', { version: calendar.version })}</p>
      <ConfirmDialog
        open={asking !== null}
        title={t('settings.calendar.ask', { year: String(asking) })}
        confirm={t('settings.calendar.confirm')}
        busy={confirm.isPending}
        error={confirm.error ? textOf(confirm.error) : null}
        onConfirm={() => asking !== null && confirm.mutate({ body: { year: asking } })}
        onClose={() => setAsking(null)}
      >
        {t('settings.calendar.ask_text')}
      </ConfirmDialog>
    </div>
  );
}

type YearCardProps = {
  year: Year;
  /** The first unconfirmed year: its button is the page's primary one. */
  next: boolean;
  onConfirm: () => void;
};

function YearCard({ year, next, onConfirm }: YearCardProps) {
  const { t, format, label } = useT();
  const may = useCan('settings.confirm_calendar');
  const { confirmedAt, confirmedBy } = year;
  const published = isYearConfirmed(year.year, CALENDAR);
  return (
    <section className={styles.card} aria-labelledby={`year-${year.year}`}>
      <div className={styles.cardHead}>
        <h2 id={`year-${year.year}`}>{year.year}</h2>
        <span className={confirmedAt ? styles.done : styles.open}>
          <Icon name={confirmedAt ? 'tick' : 'warning'} size={13} />
          {confirmedAt
            ? t('settings.calendar.confirmed', {
                name: confirmedBy ?? t('settings.somebody'),
                moment: format.dateTime(confirmedAt),
              })
            : t('settings.calendar.unconfirmed')}
        </span>
        <WhyButton
          variant={next ? 'contained' : confirmedAt ? 'text' : 'outlined'}
          why={may.ok ? null : label(`why.${may.why}`)}
          onClick={onConfirm}
        >
          {t(confirmedAt ? 'settings.calendar.confirm_again' : 'settings.calendar.confirm')}
        </WhyButton>
      </div>
      <p className={styles.note}>
        {t(published ? 'settings.calendar.published' : 'settings.calendar.computed')}
      </p>
      <ul className={styles.days}>
        {year.holidays.map(({ on, code }) => (
          <li key={on}>
            <time dateTime={on} className={styles.day}>
              {format.weekdayDate(on)}
            </time>{' '}
            {label(`free_day.${code}`, code)}
            <InsteadOf on={on} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The day off a holiday replaces: one that falls on a day off moves to a working day (Holidays Law art. 5). */
function InsteadOf({ on }: { on: string }) {
  const { t, format } = useT();
  const instead = CALENDAR.holidays.find(({ date }) => date === on)?.insteadOf;
  return instead === undefined ? null : (
    <span className={styles.quiet}> {t('settings.calendar.instead', { day: format.dayMonth(instead) })}</span>
  );
}
