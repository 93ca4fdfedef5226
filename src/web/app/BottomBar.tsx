/** The navigation of a phone: up to four links with icons, and a last button that opens the other links. */
import { useId } from 'react';
import { Link, useLocation } from 'react-router';
import { classNames } from '#web/lib/class-names.ts';
import { useCan, useMe } from '#web/lib/useMe.ts';
import { useOnline } from '#web/lib/useOnline.ts';
import { useT } from '#web/lib/useT.ts';
import { Icon } from '#web/ui/text/Icon.tsx';
import { Spoken } from '#web/ui/text/Spoken.tsx';
import styles from './BottomBar.module.css';
import { OfflineWords } from './Notices.tsx';
import { PersonPanel } from './PersonPanel.tsx';
import { paths } from './paths.ts';
import { isCurrent, type RailEntry, railFor } from './rail-entries.ts';

const SEARCH: RailEntry = { label: 'common.search', icon: 'search', to: paths.search(), rights: [] };
/** Entries shown besides search and the menu button; the menu lists the others. */
const MOST = 3;

export function BottomBar() {
  const { t } = useT();
  const location = useLocation();
  const panel = useId();
  const online = useOnline();
  const { roles } = useMe();
  const all = railFor(roles).flat();
  const searching = useCan('request.search').ok;
  const shown = [...all.slice(0, MOST), ...(searching ? [SEARCH] : [])];
  return (
    <nav
      aria-label={t('shell.nav')}
      className={classNames(styles.bar, !online && styles.offline)}
      data-covers="bottom"
    >
      <div role="status" className={styles.notice}>
        {!online && (
          <>
            <Icon name="warning" size={13} />
            <span aria-hidden="true">{t('state.offline_short')}</span>
            <Spoken>
              <OfflineWords />
            </Spoken>
          </>
        )}
      </div>
      {shown.map((entry) => (
        <Link
          key={entry.to}
          to={entry.to}
          className={styles.entry}
          aria-current={isCurrent(entry, location, roles) ? 'page' : undefined}
        >
          <Icon name={entry.icon} size={18} />
          <span className={styles.word}>{t(entry.short ?? entry.label)}</span>
        </Link>
      ))}
      <button type="button" className={styles.entry} popoverTarget={panel}>
        <Icon name="menu" size={18} />
        <span className={styles.word}>{t('shell.more')}</span>
      </button>
      <PersonPanel id={panel} links={all.slice(MOST)} />
    </nav>
  );
}
