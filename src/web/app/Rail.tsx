/** The rail: whose desk it is, where one can go, who one is. It keeps its words at 1366 px. */
import { Fragment } from 'react';
import { Link, useLocation } from 'react-router';
import { useMe } from '#web/lib/useMe.ts';
import { useT } from '#web/lib/useT.ts';
import { Brand } from './Brand.tsx';
import { PersonButton } from './PersonButton.tsx';
import styles from './Rail.module.css';
import { isCurrent, type RailEntry, railFor } from './rail-entries.ts';
import { SearchBox } from './SearchBox.tsx';
import { useViewCounts } from './useViewCounts.ts';

export function Rail() {
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
      <PersonButton />
    </header>
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
