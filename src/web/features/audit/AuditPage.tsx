/** The log: what the filter shows in one sentence, the events, and one of them open beside the list. */
import Button from '@mui/material/Button';
import type { QueryClient } from '@tanstack/react-query';
import { Link, type LoaderFunctionArgs, redirect, type ShouldRevalidateFunction } from 'react-router';
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
import { AuditLinks } from './AuditLinks.tsx';
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
import { FilterChips } from './FilterChips.tsx';
import { auditTitle, totalWords } from './filter-words.ts';
import { LogTimes } from './LogTimes.tsx';
import { RefreshButton } from './RefreshButton.tsx';
import { SealLine } from './seal/SealLine.tsx';
import { useAuditPage, useAuditQuery, useNames } from './useAudit.ts';

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
      // A place in another list: begin at the beginning of this one.
      if (error instanceof ApiError && error.problem.code === 'bad_cursor')
        return redirect(`${paths.audit()}${filterLink(params, { cursor: null })}`);
      throw error;
    }
  };

/** Beside the list, which does not wait for it; further pages and days picked in the picture leave the picture as it is. */
function countBeside(client: QueryClient, query: AuditQuery, today: CivilDate): void {
  const counted = queryOf(countAuditDays, daysCall(query, today));
  const anew = query.cursor === undefined && query.on === undefined;
  void client.prefetchQuery(anew ? { ...counted, staleTime: 0 } : counted);
}

/** Reading the log is an entry in it: opening a row beside the list does not read the list again. */
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
      <PageTitle
        tab={t('nav.audit')}
        actions={
          <>
            <AuditLinks />
            <Button component={Link} to={paths.eventTypes()} variant="text">
              {t('registry.tab')}
            </Button>
            <RefreshButton />
          </>
        }
      >
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
