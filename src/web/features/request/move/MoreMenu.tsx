/** What is done seldom, behind one word; what cannot be done now stays and says why. */
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useRef, useState } from 'react';
import type { RequestDetail } from '#contract/request-shapes.ts';
import type { Action } from '#domain/access/actions.ts';
import { useMe } from '#web/lib/useMe.ts';
import { useT } from '#web/lib/useT.ts';
import { Icon } from '#web/ui/text/Icon.tsx';
import { useWhyNot } from '../ActionButton.tsx';
import { isClosedToRole, useRequest, verdictOf } from '../useRequest.ts';
import styles from './MoreMenu.module.css';
import { type MoveButton, moreButtons } from './move-buttons.ts';
import { useEffectOf } from './useEffectOf.ts';

export function MoreMenu() {
  const { t } = useT();
  const detail = useRequest();
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const { run } = useEffectOf();
  const { id: me } = useMe();
  const buttons = moreButtons(detail.move.code).filter(({ action, passing }) => {
    const verdict = verdictOf(detail, action);
    if (isClosedToRole(verdict) || isPointless(action, detail, me)) return false;
    return !(passing && verdict.why === 'status');
  });
  if (buttons.length === 0) return null;
  return (
    <>
      <Button ref={anchor} aria-haspopup="menu" aria-expanded={open} onClick={() => setOpen(true)}>
        {t('request.more')}
        <span className={styles.arrow}>
          <Icon name="open" size={13} />
        </span>
      </Button>
      {/* Inside the page and not beside it: what stands in no landmark is not found by them. */}
      <Menu anchorEl={anchor.current} open={open} onClose={() => setOpen(false)} disablePortal>
        {buttons.map((button) => (
          <Entry
            key={button.action}
            button={button}
            onPick={() => {
              setOpen(false);
              run(button.effect);
            }}
          />
        ))}
      </Menu>
    </>
  );
}

/** Taking what one has, handing back what nobody has. */
function isPointless(action: Action, { assignee }: RequestDetail, me: string): boolean {
  if (action === 'request.take') return assignee?.id === me;
  return action === 'request.hand_back' && assignee === null;
}

type EntryProps = { button: MoveButton; onPick: () => void };

/** MUI's menu hands focus and keys down as props, so they are passed on. */
function Entry({ button, onPick, ...menu }: EntryProps) {
  const { label } = useT();
  const why = useWhyNot(verdictOf(useRequest(), button.action), !('bare' in button.effect));
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
        {label(button.label)}
        {why !== null && <small className={styles.why}>{why}</small>}
      </span>
    </MenuItem>
  );
}
