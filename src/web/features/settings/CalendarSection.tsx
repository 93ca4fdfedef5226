/** The working calendar by year: edited after a rehearsal, and who compared it with the official one and when. */
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { CALENDAR_YEARS } from '#contract/calendar.ts';
import { readSession } from '#contract/session.ts';
import { confirmCalendar, readSettings, type Settings } from '#contract/settings.ts';
import { CALENDAR, isYearConfirmed } from '#domain/time/calendar.ts';
import { useChange } from '#web/api/mutate.ts';
import { queryOf } from '#web/api/query.ts';
import { useCan } from '#web/lib/useMe.ts';
import { useProblemText } from '#web/lib/useProblemText.ts';
import { useSnackbar } from '#web/lib/useSnackbar.ts';
import { useT } from '#web/lib/useT.ts';
import { Segmented } from '#web/ui/buttons/Segmented.tsx';
import { WhyButton } from '#web/ui/buttons/WhyButton.tsx';
import { ConfirmDialog } from '#web/ui/overlay/ConfirmDialog.tsx';
import { Icon } from '#web/ui/text/Icon.tsx';
import { YearForm } from './calendar/YearForm.tsx';
import { draftOf, newYear } from './calendar/year-draft.ts';
import styles from './Settings.module.css';
import { useKeepSettings, useSettings } from './useSettings.ts';

type Year = Settings['calendar']['years'][number];

export function CalendarSection() {
  const { t } = useT();
  const { calendar } = useSettings();
  const years = calendar.years.map(({ year }) => year);
  const next = (years.at(-1) ?? CALENDAR_YEARS.first) + 1;
  const unconfirmed = calendar.years.find(({ confirmedAt }) => confirmedAt === null);
  const [picked, setPicked] = useState(String(unconfirmed?.year ?? years.at(-1)));
  const year = calendar.years.find((each) => String(each.year) === picked);
  const shown = year ? draftOf(year) : newYear(next);
  const mayEdit = useCan('settings.change_calendar').ok;
  const tabs = [...years.map(String), ...(year ? [] : [String(next)])];
  return (
    <div className={styles.form}>
      <p className={styles.state}>{t('settings.calendar.lead')}</p>
      <Pending />
      <div className={styles.buttons}>
        <Segmented
          label={t('settings.calendar.year')}
          options={tabs.map((value) => ({ value, label: value }))}
          value={year ? picked : String(next)}
          onChange={setPicked}
        />
        {year && mayEdit && next <= CALENDAR_YEARS.last && (
          <Button onClick={() => setPicked(String(next))}>
            {t('settings.calendar.add_year', { year: String(next) })}
          </Button>
        )}
      </div>
      {year ? <YearState year={year} /> : <p className={styles.note}>{t('settings.calendar.new')}</p>}
      {/* A form of its own for each year and each saved state of it. */}
      <YearForm key={`${shown.year} ${calendar.revision}`} saved={shown} isNew={year === undefined} />
      <p className={styles.note}>{t('settings.calendar.version', { version: calendar.version })}</p>
    </div>
  );
}

/** Ms between two looks at how far the job is. */
const LOOK_MS = 3_000;

/** How many requests the job has still to compute again; it asks only while there are some. */
function Pending() {
  const { t, format } = useT();
  const { data } = useQuery({
    ...queryOf(readSettings, {}),
    refetchInterval: ({ state }) => ((state.data?.calendar.pending ?? 0) > 0 ? LOOK_MS : false),
  });
  const pending = data?.calendar.pending ?? 0;
  if (pending === 0) return null;
  return (
    <p className={styles.open} aria-live="off">
      <Icon name="warning" size={13} />
      {t('settings.calendar.pending', { count: format.number(pending) })}
    </p>
  );
}

/** Whether the year counts as certain, and the button that says so without changing a day. */
function YearState({ year }: { year: Year }) {
  const { t, format, label } = useT();
  const keep = useKeepSettings();
  const notify = useSnackbar();
  const { textOf } = useProblemText();
  const may = useCan('settings.confirm_calendar');
  const [asking, setAsking] = useState(false);
  const confirm = useChange(confirmCalendar, {
    refreshes: [readSession],
    onSuccess: (settings, { body }) => {
      keep(settings);
      setAsking(false);
      notify({ text: t('settings.calendar.done', { year: String(body.year) }) });
    },
  });
  const { confirmedAt, confirmedBy, source } = year;
  const isShippedAsOfficial = isYearConfirmed(year.year, CALENDAR);
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
          variant={confirmedAt ? 'text' : 'outlined'}
          why={may.ok ? null : label(`why.${may.why}`)}
          onClick={() => setAsking(true)}
        >
          {t(confirmedAt ? 'settings.calendar.confirm_again' : 'settings.calendar.confirm')}
        </WhyButton>
      </div>
      <p className={styles.note}>
        {source === null
          ? t(isShippedAsOfficial ? 'settings.calendar.published' : 'settings.calendar.computed')
          : t('settings.calendar.edited')}
      </p>
      <ConfirmDialog
        open={asking}
        title={t('settings.calendar.ask', { year: String(year.year) })}
        confirm={t('settings.calendar.confirm')}
        busy={confirm.isPending}
        error={confirm.error ? textOf(confirm.error) : null}
        onConfirm={() => confirm.mutate({ body: { year: year.year } })}
        onClose={() => setAsking(false)}
      >
        {t('settings.calendar.ask_text')}
      </ConfirmDialog>
    </section>
  );
}
