/**
 * Language, theme, profile, keys and sign-out, above the button that opens it; on a phone also the links BottomBar has
 * no room for.
 */
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { useMe } from '#web/lib/useMe.ts';
import { usePreferences } from '#web/lib/usePreferences.ts';
import { useT } from '#web/lib/useT.ts';
import { LanguageSwitch } from '#web/ui/buttons/LanguageSwitch.tsx';
import { ThemeSwitch } from '#web/ui/buttons/ThemeSwitch.tsx';

import styles from './PersonPanel.module.css';
import { paths } from './paths.ts';
import type { RailEntry } from './rail-entries.ts';
import { SignOutButton } from './SignOutButton.tsx';

const KeysHelpBody = lazy(() =>
  import('#web/ui/overlay/KeysHelpBody.tsx').then((module) => ({ default: module.KeysHelpBody })),
);

type PersonPanelProps = { id: string; links?: readonly RailEntry[] };

export function PersonPanel({ id, links = [] }: PersonPanelProps) {
  const { t } = useT();
  const { name, roles } = useMe();
  const { preferences } = usePreferences();
  const [helping, setHelping] = useState(false);
  const close = () => document.getElementById(id)?.hidePopover();
  return (
    <>
      <section id={id} popover="auto" className={styles.panel} aria-label={t('shell.person_menu')}>
        {links.map((entry) => (
          <Link key={entry.to} to={entry.to} className={styles.entry} onClick={close}>
            {t(entry.label)}
          </Link>
        ))}
        {links.length > 0 && (
          <p className={styles.who}>
            {name} · {roles.map((role) => t(`role.${role}`)).join(' · ')}
          </p>
        )}
        <div className={styles.choice}>
          <LanguageSwitch />
        </div>
        <div className={styles.choice}>
          <ThemeSwitch />
        </div>
        <Link to={paths.profile()} className={styles.entry} onClick={close}>
          {t('nav.profile')}
        </Link>
        <button
          type="button"
          className={styles.entry}
          onClick={() => {
            // Closed first, because a popover is in the top layer and would cover the dialog.
            close();
            setHelping(true);
          }}
        >
          {t('keys.title')}
        </button>
        <SignOutButton className={styles.entry} />
      </section>
      {helping && (
        <Suspense fallback={null}>
          <KeysHelpBody singleKeys={preferences.keys} onClose={() => setHelping(false)} />
        </Suspense>
      )}
    </>
  );
}
