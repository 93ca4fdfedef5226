/** Over the list: the times one can choose, who has seen a record, and the days as a picture or a table. */
import { useState } from 'react';
import { useT } from '#web/lib/useT.ts';
import { DaysPicture } from './days/DaysPicture.tsx';
import styles from './LogTimes.module.css';
import { SeenBox } from './SeenBox.tsx';
import { WhenPresets } from './WhenPresets.tsx';

export function LogTimes() {
  const { t } = useT();
  const [asTable, setAsTable] = useState(false);
  return (
    <>
      <div className={styles.times}>
        <WhenPresets />
        <button type="button" className={styles.twin} onClick={() => setAsTable(!asTable)}>
          {t(asTable ? 'horizon.as_picture' : 'horizon.as_table')}
        </button>
        <SeenBox />
      </div>
      <DaysPicture asTable={asTable} />
    </>
  );
}
