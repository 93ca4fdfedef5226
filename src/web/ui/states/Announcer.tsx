/** Provides `useAnnounce` with the page's only polite live region. */
import { type ReactNode, useCallback, useState } from 'react';
import { AnnounceContext } from '#web/lib/useAnnounce.ts';
import styles from './Announcer.module.css';

type AnnouncerProps = { children: ReactNode };

export function Announcer({ children }: AnnouncerProps) {
  const [said, setSaid] = useState({ text: '', turn: 0 });
  // A new node each time, because a screen reader does not read an unchanged text again.
  const announce = useCallback((text: string) => setSaid(({ turn }) => ({ text, turn: turn + 1 })), []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div aria-live="polite" className={styles.region}>
        <span key={said.turn}>{said.text}</span>
      </div>
    </AnnounceContext>
  );
}
