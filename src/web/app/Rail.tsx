/**
 * The navigation on the left: product and organisation, search, links with counts, the signed-in user. Links show
 * words, also at 1366 px.
 */
import { useQuery } from '@tanstack/react-query';
import { Fragment, type ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { countRequests } from '#contract/requests-read.ts';
import type { RequestView } from '#domain/request/views.ts';
import { queryOf } from '#web/api/query.ts';
import { useCan, useMe, useSession } from '#web/lib/useMe.ts';
import { useT } from '#web/lib/useT.ts';
import { PersonButton } from './PersonButton.tsx';
import styles from './Rail.module.css';
import { isCurrent, type RailEntry, railFor } from './rail-entries.ts';
import { SearchBox } from './SearchBox.tsx';

/** @param notices what concerns the whole desk, above the signed-in person */
export function Rail({ notices }: { notices: ReactNode }) {
  const { t } = useT();
  return (
    <header className={styles.rail}>
      <Brand />
      <SearchBox />
      <nav aria-label={t('shell.nav')} className={styles.nav}>
        {railFor(useMe().roles).map((group, index) => (
          <Fragment key={group[0]?.to}>
            {index > 0 && <hr className={styles.line} />}
            {group.map((entry) => (
              <RailLink key={entry.to} entry={entry} />
            ))}
          </Fragment>
        ))}
      </nav>
      <div className={styles.end}>
        {notices}
        <PersonButton />
      </div>
    </header>
  );
}

function Brand() {
  const { t, locale } = useT();
  const { organisation, mode } = useSession();
  return (
    <div className={styles.brand}>
      <Link to="/" className={styles.name}>
        Өтініш
      </Link>
      {organisation && <div className={styles.organisation}>{organisation[locale]}</div>}
      {mode === 'demo' && <div className={styles.organisation}>{t('banner.demo')}</div>}
    </div>
  );
}

function RailLink({ entry }: { entry: RailEntry }) {
  const { t, format } = useT();
  const { roles } = useMe();
  const location = useLocation();
  const count = useViewCounts()(entry.view);
  return (
    <Link
      to={entry.to}
      className={styles.entry}
      aria-current={isCurrent(entry, location, roles) ? 'page' : undefined}
    >
      {t(entry.label)}
      {count !== null && <span className={styles.count}>{format.number(count)}</span>}
    </Link>
  );
}

/**
 * The count beside a view's link: null while it is unknown, for a view without a count, and for a viewer who may not
 * list requests. Counts are fetched with the page and again only with the queue, because each read is logged.
 */
function useViewCounts(): (view: RequestView | undefined) => number | null {
  const listing = useCan('request.list').ok;
  const { data } = useQuery({ ...queryOf(countRequests, {}), enabled: listing });
  return (view) => (view && data?.views[view]) ?? null;
}
