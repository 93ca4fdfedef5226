/**
 * Layout of a request's page. Revealed values and open dialogs are state of the providers here, so they end with the
 * page.
 */
import { Aside } from './aside/Aside.tsx';
import { Composer, ComposerProvider } from './composer/Composer.tsx';
import { DialogsProvider } from './dialogs/DialogsProvider.tsx';
import { RequestHead } from './head/RequestHead.tsx';
import { MoveBar } from './move/MoveBar.tsx';
import { NewsStrip } from './NewsStrip.tsx';
import { Notices } from './Notices.tsx';
import { RequestKeys } from './RequestKeys.tsx';
import styles from './RequestPage.module.css';
import { RevealProvider } from './reveal/RevealProvider.tsx';
import { Timeline } from './timeline/Timeline.tsx';

export function RequestView() {
  return (
    <RevealProvider>
      <ComposerProvider>
        <DialogsProvider>
          <RequestKeys />
          <RequestHead />
          <NewsStrip />
          <MoveBar />
          <Notices />
          <div className={styles.columns}>
            <div className={styles.story}>
              <Timeline />
              <Composer />
            </div>
            <Aside />
          </div>
        </DialogsProvider>
      </ComposerProvider>
    </RevealProvider>
  );
}
