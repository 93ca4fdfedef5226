/** Events per day under the page's filter, as bars or as a table; clicking a day narrows the list to it. */
import Button from '@mui/material/Button';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { countAuditDays } from '#contract/audit-days.ts';
import { queryOf } from '#web/api/query.ts';
import { useCalendar } from '#web/lib/useCalendar.ts';
import { useNarrow } from '#web/lib/useNarrow.ts';
import { useToday } from '#web/lib/useNow.ts';
import { useT } from '#web/lib/useT.ts';
import { CountTable } from '#web/ui/table/CountTable.tsx';
import { daysCall } from '../audit-query.ts';
import { useAuditQuery } from '../useAudit.ts';
import { listDays } from '../when-range.ts';
import { bandDays } from './band-name.ts';
import { type DayBandsProps, DayBars } from './DayBars.tsx';
import styles from './Days.module.css';
import { type DayBand, dayBands } from './day-bands.ts';

/** The most bars that are still wide enough to click, on a desktop and on a phone. */
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

/** The table form: newest day first, without days that have no events. */
function DayTable({ bands, label, onPick }: DayBandsProps) {
  const words = useT();
  const { t } = words;
  const rows = bands
    .filter(({ count }) => count > 0)
    .toReversed()
    .map((band) => ({
      key: band.to,
      name: bandDays(band, words),
      picked: band.picked,
      counts: [band.count, band.denied],
      onPick: () => onPick(band),
    }));
  const columns = [t('audit.days.column.day'), t('audit.days.column.count'), t('audit.days.column.denied')];
  return <CountTable label={label} columns={columns} rows={rows} />;
}

/** Reads the counts that the loader fetched. Only the loader fetches them, because the server logs each count. */
function useDays() {
  const { query } = useAuditQuery();
  return useQuery({
    ...queryOf(countAuditDays, daysCall(query, useToday())),
    placeholderData: keepPreviousData,
  });
}

/** Returns the handler that picks a bar's days; picking the picked bar again clears the choice. */
function usePick(): (band: Pick<DayBand, 'from' | 'to' | 'picked'>) => void {
  const { query, filter } = useAuditQuery();
  return ({ from, to, picked }) => {
    if (!picked) filter({ on: from === to ? from : `${from}_${to}` });
    else filter(query.on ? { on: null } : { when: null, from: null, to: null });
  };
}
