/** The dialog that lists the active keys, grouped by where they work. */
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId } from 'react';
import type { Hotkey, KeyGroup } from '#web/lib/hotkeys.ts';
import { useActiveHotkeys } from '#web/lib/useHotkeys.ts';
import { useT } from '#web/lib/useT.ts';
import { Kbd } from '../text/Kbd.tsx';
import styles from './KeysHelpBody.module.css';

const GROUPS: readonly KeyGroup[] = ['anywhere', 'list', 'item', 'composer'];

type KeysHelpBodyProps = { singleKeys: boolean; onClose: () => void };

export function KeysHelpBody({ singleKeys, onClose }: KeysHelpBodyProps) {
  const { t } = useT();
  const heading = useId();
  const hotkeys = useActiveHotkeys();
  return (
    <Dialog open onClose={onClose} aria-labelledby={heading} maxWidth="md" fullWidth>
      <DialogTitle id={heading}>{t('keys.title')}</DialogTitle>
      {/* Focusable, so that the keyboard can scroll a list longer than the window. */}
      <DialogContent tabIndex={0}>
        <p className={styles.note}>{t(singleKeys ? 'keys.physical' : 'keys.off')}</p>
        <div className={styles.groups}>
          {GROUPS.map((group) => (
            <Group key={group} group={group} hotkeys={hotkeys.filter((hotkey) => hotkey.group === group)} />
          ))}
        </div>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('common.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}

function Group({ group, hotkeys }: { group: KeyGroup; hotkeys: readonly Hotkey[] }) {
  const { t, label: labelOf } = useT();
  if (hotkeys.length === 0) return null;
  // One row for keys that do the same, for instance Enter and O.
  const rows = Map.groupBy(hotkeys, (hotkey) => hotkey.label);
  return (
    <section>
      <h3 className={styles.group}>{t(`keys.group.${group}`)}</h3>
      <dl className={styles.list}>
        {[...rows].map(([label, same]) => (
          <div key={label} className={styles.row}>
            <dt>{labelOf(label)}</dt>
            <dd>
              {same.map(({ keys }) => (
                <Kbd key={keys} keys={keys} then={t('keys.then')} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
