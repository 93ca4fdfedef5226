/** The log as bars by day under the same filter: where it was busy, where somebody was refused, and a way to each day. */
import Button from '@mui/material/Button';
import { useCalendar } from '#web/lib/useCalendar.ts';
import { useNarrow } from '#web/lib/useNarrow.ts';
import { useToday } from '#web/lib/useNow.ts';
import { useT } from '#web/lib/useT.ts';
import { useAuditQuery } from '../useAudit.ts';
import { listDays } from '../when-range.ts';
import { DayBars } from './DayBars.tsx';
import styles from './Days.module.css';
import { DayTable } from './DayTable.tsx';
import { dayBands } from './day-bands.ts';
import { useDays, usePick } from './useDays.ts';

/** Bars that can be hit, beside the rail and on a phone. */
const MOST = { wide: 45, narrow: 7 };

export function DaysPicture({ asTable }: { asTable: boolean }) {
  const { t, format } = useT();
  const { query } = useAuditQuery();
  const today = useToday();
  const narrow = useNarrow();
  const calendar = useCalendar();
  const pick = usePick();
  const { data, error, refetch, isFetching } = useDays();
  if (error && !data)
    return (
      <p className={styles.failed}>
        {t('audit.days.failed')}{' '}
        <Button size="small" onClick={() => void refetch()} loading={isFetching}>
          {t('common.try_again')}
        </Button>
      </p>
    );
  if (!data) return <div className={styles.wrap} aria-busy="true" />;
  const bands = dayBands(
    data.days,
    MOST[narrow && !asTable ? 'narrow' : 'wide'],
    listDays(query, today),
    calendar,
  );
  const label = t('audit.days.label', { from: format.date(data.from), to: format.date(data.to) });
  const Shown = asTable ? DayTable : DayBars;
  return (
    <section className={styles.wrap} aria-label={t('audit.days.title')} aria-busy={isFetching}>
      <Shown key={data.to} bands={bands} label={label} onPick={pick} />
      {data.capped && (
        <p className={styles.note}>{t('audit.days.capped', { from: format.date(data.from) })}</p>
      )}
    </section>
  );
}
