/** The "More" menu with less frequent actions; an action that is denied now stays listed with its reason. */
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useRef, useState } from 'react';
import type { Action } from '#domain/access/actions.ts';
import { useMe } from '#web/lib/useMe.ts';
import { useT } from '#web/lib/useT.ts';
import { Icon } from '#web/ui/text/Icon.tsx';
import { useWhyNot } from '../ActionButton.tsx';
import { buttonLabel, isBare, menuActions } from '../request-acts.ts';
import { useActs } from '../useActs.ts';
import { useRequest, verdictOf } from '../useRequest.ts';
import styles from './MoreMenu.module.css';

export function MoreMenu({ shown }: { shown: readonly Action[] }) {
  const { t } = useT();
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const { run } = useActs();
  const { id: me } = useMe();
  const listed = menuActions(useRequest(), me, shown);
  if (listed.length === 0) return null;
  return (
    <>
      <Button ref={anchor} aria-haspopup="menu" aria-expanded={open} onClick={() => setOpen(true)}>
        {t('request.more')}
        <span className={styles.arrow}>
          <Icon name="open" size={13} />
        </span>
      </Button>
      {/* No portal: a menu at the end of the body is in no landmark, and screen readers navigate by landmarks. */}
      <Menu anchorEl={anchor.current} open={open} onClose={() => setOpen(false)} disablePortal>
        {listed.map((action) => (
          <Entry
            key={action}
            action={action}
            onPick={() => {
              setOpen(false);
              run(action);
            }}
          />
        ))}
      </Menu>
    </>
  );
}

type EntryProps = { action: Action; onPick: () => void };

/** MUI's menu passes focus and key handling to its children as props, so `menu` must reach MenuItem. */
function Entry({ action, onPick, ...menu }: EntryProps) {
  const translator = useT();
  const why = useWhyNot(verdictOf(useRequest(), action), !isBare(action));
  return (
    <MenuItem
      {...menu}
      aria-disabled={why !== null || undefined}
      className={why === null ? undefined : styles.off}
      onClick={() => {
        if (why === null) onPick();
      }}
    >
      <span>
        {buttonLabel(action, translator)}
        {why !== null && <small className={styles.why}>{why}</small>}
      </span>
    </MenuItem>
  );
}
