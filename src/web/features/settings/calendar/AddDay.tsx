/** Adds a free day, or a weekend day that is worked, to the year being edited. */
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { GivenYear } from '#contract/calendar.ts';
import { HOLIDAY_CODES } from '#domain/time/calendar.ts';
import { dayIn } from '#web/lib/day-text.ts';
import { useT } from '#web/lib/useT.ts';
import { DayField } from '#web/ui/fields/DayField.tsx';
import { SelectField } from '#web/ui/fields/SelectField.tsx';
import styles from './Calendar.module.css';
import { type DayKind, dayFault, withDay } from './year-draft.ts';

type AddDayProps = { draft: GivenYear; onChange: (draft: GivenYear) => void };

/** First what the Government does most often. */
const KINDS: readonly DayKind[] = [
  'moved_day_off',
  'working',
  ...HOLIDAY_CODES.filter((code) => code !== 'moved_day_off'),
];

export function AddDay({ draft, onChange }: AddDayProps) {
  const { t } = useT();
  const [typed, setTyped] = useState('');
  const [kind, setKind] = useState<DayKind>('moved_day_off');
  const [fault, setFault] = useState<string | null>(null);
  const add = () => {
    // A day without a year is one of the year being edited.
    const on = dayIn(typed, `${draft.year}-12-31`);
    const why = dayFault(draft, on, kind);
    setFault(why === 'settings.calendar.other_year' ? t(why, { year: String(draft.year) }) : why && t(why));
    if (why || on === null) return;
    onChange(withDay(draft, on, kind));
    setTyped('');
  };
  return (
    <fieldset className={styles.add}>
      <legend>{t('settings.calendar.add_day')}</legend>
      <DayField
        label={t('settings.calendar.day')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onPick={setTyped}
        error={fault ?? undefined}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          add();
        }}
      />
      <SelectField
        label={t('settings.calendar.kind')}
        value={kind}
        onChange={(event) => setKind(KINDS.find((each) => each === event.target.value) ?? kind)}
        options={KINDS.map((value) => ({
          value,
          label: t(value === 'working' ? 'settings.calendar.kind_working' : `free_day.${value}`),
        }))}
      />
      <Button variant="outlined" onClick={add}>
        {t('settings.calendar.add')}
      </Button>
    </fieldset>
  );
}
