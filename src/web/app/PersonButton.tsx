/** The signed-in person at the foot of the rail; opens the panel with language, theme and signing out. */
import { useId } from 'react';
import { LOCALE_MARKS } from '#i18n/locale.ts';
import { useMe } from '#web/lib/useMe.ts';
import { useT } from '#web/lib/useT.ts';
import { Spoken } from '#web/ui/text/Spoken.tsx';
import styles from './PersonButton.module.css';
import { PersonPanel } from './PersonPanel.tsx';

export function PersonButton() {
  const { t, locale } = useT();
  const me = useMe();
  const panel = useId();
  return (
    <div>
      <button type="button" className={styles.me} popoverTarget={panel}>
        <span className={styles.initials} aria-hidden="true">
          {initialsOf(me.name)}
        </span>
        <Spoken>{t('shell.person_menu')}</Spoken>
        <span className={styles.words}>
          <span className={styles.name}>{me.name}</span>
          <span className={styles.small}>
            {[...me.roles.map((role) => t(`role.${role}`)), LOCALE_MARKS[locale]].join(' ·\u00a0')}
          </span>
        </span>
      </button>
      <PersonPanel id={panel} />
    </div>
  );
}

/** `Айгерім Сапарова` → `АС`; hidden from screen readers, because the full name is beside it. */
function initialsOf(name: string): string {
  return name
    .split(/[\s.]+/)
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase();
}
