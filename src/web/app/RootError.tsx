/** The last resort, outside the shell: the server is away before anything could be drawn, or the frame itself broke. */
import { Announcer } from '#web/ui/states/Announcer.tsx';
import { PageError } from './PageError.tsx';
import styles from './RootError.module.css';

export function RootError() {
  return (
    <Announcer>
      <header className={styles.brand}>Өтініш</header>
      <main id="main">
        <PageError />
      </main>
    </Announcer>
  );
}
