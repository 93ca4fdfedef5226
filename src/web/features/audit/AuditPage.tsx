/** The log's page: a title that describes the filter, the seal, the days as a picture, and the list of events. */
import type { QueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type LoaderFunctionArgs, redirect, type ShouldRevalidateFunction } from 'react-router';
import { listAuditEvents } from '#contract/audit.ts';
import { countAuditDays } from '#contract/audit-days.ts';
import { readableEvents } from '#domain/audit/audience.ts';
import { type CivilDate, civilDateAt } from '#domain/time/civil.ts';
import { ApiError } from '#web/api/call.ts';
import { open, queryOf } from '#web/api/query.ts';
import { paths } from '#web/app/paths.ts';
import { useMe } from '#web/lib/useMe.ts';
import { systemClock } from '#web/lib/useNow.ts';
import { useT } from '#web/lib/useT.ts';
import { PageTitle } from '#web/ui/text/PageTitle.tsx';
import { AuditActions } from './AuditActions.tsx';
import styles from './AuditPage.module.css';
import { AuditTable } from './AuditTable.tsx';
import {
  type AuditQuery,
  asksTheSame,
  auditCall,
  daysCall,
  filterLink,
  readAuditQuery,
} from './audit-query.ts';
import { DaysPicture } from './days/DaysPicture.tsx';
import { FilterChips } from './FilterChips.tsx';
import { auditTitle, totalWords } from './filter-words.ts';
import { SeenBox } from './SeenBox.tsx';
import { SealLine } from './seal/SealLine.tsx';
import { useAuditPage, useAuditQuery, useNames } from './useAudit.ts';
import { WhenPresets } from './WhenPresets.tsx';

export const loader =
  (client: QueryClient) =>
  async ({ request }: LoaderFunctionArgs): Promise<Response | null> => {
    const params = new URL(request.url).searchParams;
    const query = readAuditQuery(params);
    const today = civilDateAt(systemClock());
    countBeside(client, query, today);
    try {
      await open(client, listAuditEvents, auditCall(query, today));
      return null;
    } catch (error) {
      // The cursor was made for another filter: show the first page instead.
      if (error instanceof ApiError && error.problem.code === 'bad_cursor')
        return redirect(`${paths.audit()}${filterLink(params, { cursor: null })}`);
      throw error;
    }
  };

/**
 * Fetches the counts for the picture without delaying the list. Further pages and days picked in the picture do not
 * change it, so the cached counts are used then.
 */
function countBeside(client: QueryClient, query: AuditQuery, today: CivilDate): void {
  const counted = queryOf(countAuditDays, daysCall(query, today));
  const anew = query.cursor === undefined && query.on === undefined;
  void client.prefetchQuery(anew ? { ...counted, staleTime: 0 } : counted);
}

/** Opening a row does not load the list again, because the server logs each reading of the log. */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  currentUrl,
  nextUrl,
  defaultShouldRevalidate,
}) => defaultShouldRevalidate && (currentUrl.href === nextUrl.href || !asksTheSame(currentUrl, nextUrl));

export function Component() {
  const words = useT();
  const { t } = words;
  const { query } = useAuditQuery();
  const { total } = useAuditPage().data;
  const partOnly = readableEvents(useMe()) !== 'all';
  return (
    <>
      <PageTitle tab={t('nav.audit')} actions={<AuditActions />}>
        {auditTitle(query, totalWords(total, words), words, useNames())}
      </PageTitle>
      <SealLine />
      {partOnly && <p className={styles.note}>{t('audit.note.part')}</p>}
      <FilterChips />
      <LogTimes />
      <AuditTable />
      <p className={styles.note}>{t('audit.note.logged')}</p>
    </>
  );
}

/** Above the list: presets of time, the "who has seen it?" box, and the days as a picture or a table. */
function LogTimes() {
  const { t } = useT();
  const [asTable, setAsTable] = useState(false);
  return (
    <>
      <div className={styles.times}>
        <WhenPresets />
        <button type="button" className={styles.twin} onClick={() => setAsTable(!asTable)}>
          {t(asTable ? 'horizon.as_picture' : 'horizon.as_table')}
        </button>
        <SeenBox />
      </div>
      <DaysPicture asTable={asTable} />
    </>
  );
}
