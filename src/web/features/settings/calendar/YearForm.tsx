/** One year of the calendar: its days, what they rest on, and saving it, after seeing what that would move. */
import Button from '@mui/material/Button';
import { useState } from 'react';
import { changeCalendar, type GivenYear, rehearseCalendar } from '#contract/calendar.ts';
import { readSession } from '#contract/session.ts';
import type { Settings } from '#contract/settings.ts';
import { ApiError } from '#web/api/call.ts';
import { useChange } from '#web/api/mutate.ts';
import { useCan } from '#web/lib/useMe.ts';
import { useProblemText } from '#web/lib/useProblemText.ts';
import { useSnackbar } from '#web/lib/useSnackbar.ts';
import { useT } from '#web/lib/useT.ts';
import { useUnsaved } from '#web/lib/useUnsaved.ts';
import { WhyButton } from '#web/ui/buttons/WhyButton.tsx';
import { CheckField } from '#web/ui/fields/CheckField.tsx';
import { TextField } from '#web/ui/fields/TextField.tsx';
import { LeaveGuard } from '#web/ui/overlay/LeaveGuard.tsx';
import { useKeepSettings, useSettings } from '../useSettings.ts';
import { AddDay } from './AddDay.tsx';
import styles from './Calendar.module.css';
import { DayList } from './DayList.tsx';
import { RehearsalPanel } from './RehearsalPanel.tsx';
import { sameYear } from './year-draft.ts';

type YearFormProps = {
  /** The year as it is saved, or as it begins where nobody has entered it. */
  saved: GivenYear;
  isNew: boolean;
};

export function YearForm({ saved, isNew }: YearFormProps) {
  const { t, label } = useT();
  const { textOf } = useProblemText();
  const notify = useSnackbar();
  const keep = useKeepSettings();
  const { calendar } = useSettings();
  const may = useCan('settings.change_calendar');
  const [draft, setDraft] = useState(saved);
  const rehearsal = useChange(rehearseCalendar);
  const change = useChange(changeCalendar, {
    // The session holds the calendar that this page counts with.
    refreshes: [readSession],
    onSuccess: (settings, { body: { year } }) => {
      keep(settings);
      rehearsal.reset();
      notify({ text: t('settings.calendar.saved', { year: String(year) }) });
    },
  });
  const isDirty = isNew || !sameYear(draft, saved);
  useUnsaved(isDirty && !isNew);
  const edit = (next: GivenYear) => {
    setDraft(next);
    // The figures belong to the days they were computed for.
    rehearsal.reset();
    change.reset();
  };
  const save = () =>
    change.mutate(
      { body: draft, version: calendar.revision },
      {
        onError: (error) => {
          const current = currentIn(error);
          if (current) keep(current);
          rehearsal.reset();
        },
      },
    );
  const error = change.error ?? rehearsal.error;
  const why = may.ok ? (isDirty ? null : t('settings.nothing_changed')) : label(`why.${may.why}`);
  return (
    <form
      className={styles.year}
      onSubmit={(event) => {
        event.preventDefault();
        if (may.ok && isDirty) rehearsal.mutate({ body: draft });
      }}
    >
      <LeaveGuard when={isDirty && !isNew && !change.isPending} />
      <DayList draft={draft} saved={isNew ? draft : saved} onChange={may.ok ? edit : null} />
      {may.ok && <AddDay draft={draft} onChange={edit} />}
      <TextField
        label={t('settings.calendar.source')}
        hint={t('settings.calendar.source_hint')}
        optional
        maxLength={300}
        readOnly={!may.ok}
        autoComplete="off"
        value={draft.source}
        onChange={(event) => edit({ ...draft, source: event.target.value })}
      />
      <CheckField
        label={t('settings.calendar.compared')}
        checked={draft.confirmed}
        disabled={!may.ok}
        onChange={(event) => edit({ ...draft, confirmed: event.target.checked })}
      />
      {rehearsal.data && <RehearsalPanel rehearsal={rehearsal.data} />}
      {error && (
        <p role="alert" className={styles.fault}>
          {textOf(error)}
        </p>
      )}
      <div className={styles.buttons}>
        {rehearsal.data ? (
          <WhyButton variant="contained" busy={change.isPending} why={why} onClick={save}>
            {t('common.save')}
          </WhyButton>
        ) : (
          <WhyButton type="submit" variant="contained" busy={rehearsal.isPending} why={why}>
            {t('settings.calendar.rehearse')}
          </WhyButton>
        )}
        {isDirty && !isNew && <Button onClick={() => edit(saved)}>{t('settings.calendar.discard')}</Button>}
      </div>
    </form>
  );
}

function currentIn(error: unknown): Settings | null {
  if (!(error instanceof ApiError) || error.problem.code !== 'stale_version') return null;
  return (error.problem.current as Settings | undefined) ?? null;
}
