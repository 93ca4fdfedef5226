/** The frame of pages without a session: product name, language switch, one column of content. */
import type { ReactNode } from 'react';
import type { SessionState } from '#contract/session.ts';
import { useT } from '#web/lib/useT.ts';
import { useWindowTitle } from '#web/lib/useWindowTitle.ts';
import { LanguageSwitch } from '#web/ui/buttons/LanguageSwitch.tsx';
import { ThemeSwitch } from '#web/ui/buttons/ThemeSwitch.tsx';
import { Announcer } from '#web/ui/states/Announcer.tsx';
import styles from './EntryFrame.module.css';

type EntryFrameProps = {
  title: string;
  session?: Pick<SessionState, 'organisation' | 'plainHttp'> | undefined;
  children: ReactNode;
  /** A second column: the demo's roles. */
  beside?: ReactNode;
};

export function EntryFrame({ title, session, children, beside }: EntryFrameProps) {
  const { t, locale } = useT();
  useWindowTitle(title);
  return (
    <Announcer>
      <div className={styles.frame}>
        <header className={styles.head}>
          <div className={styles.brand}>
            Өтініш
            {session?.organisation && <small>{session.organisation[locale]}</small>}
          </div>
          <LanguageSwitch />
        </header>
        <main id="main" className={styles.main}>
          <div className={styles.column}>
            <h1 className={styles.title}>{title}</h1>
            {children}
          </div>
          {beside && <div className={styles.beside}>{beside}</div>}
        </main>
        <footer className={styles.foot}>
          {session?.plainHttp && <p>{t('session.plain_http')}</p>}
          <ThemeSwitch />
        </footer>
      </div>
    </Announcer>
  );
}
