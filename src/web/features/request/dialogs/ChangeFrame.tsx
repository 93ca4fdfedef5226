/**
 * The frame of every dialog that changes the request: its fields, errors, and a conflict with another person's change.
 */
import type { ReactNode } from 'react';
import type { ChangeEndpoint } from '#contract/requests-write.ts';
import { useOnline } from '#web/lib/useOnline.ts';
import { useT } from '#web/lib/useT.ts';
import { ConfirmDialog } from '#web/ui/overlay/ConfirmDialog.tsx';
import { ConflictPanel } from '../ConflictPanel.tsx';
import type { RequestChange } from '../useRequestChange.ts';
import { useDialogs } from './useDialogs.ts';

type ChangeFrameProps = {
  title: string;
  confirm: string;
  change: Pick<RequestChange<ChangeEndpoint>, 'busy' | 'error' | 'conflict'>;
  onConfirm: () => void;
  children: ReactNode;
  danger?: boolean;
  /** The number of the request, which the person must type to confirm. */
  typed?: string;
  /** An error that belongs to no field of the form. */
  error?: string | null;
};

export function ChangeFrame(props: ChangeFrameProps) {
  const { title, confirm, change, onConfirm, children, danger = false, typed, error = null } = props;
  const { t } = useT();
  const { close } = useDialogs();
  const online = useOnline();
  return (
    <ConfirmDialog
      open
      title={title}
      confirm={confirm}
      danger={danger}
      busy={change.busy}
      error={online ? (change.error ?? error) : t('state.offline_action')}
      {...(typed === undefined ? {} : { typed })}
      onConfirm={() => {
        if (online) onConfirm();
      }}
      onClose={close}
    >
      {children}
      {change.conflict && <ConflictPanel conflict={change.conflict} again={confirm} />}
    </ConfirmDialog>
  );
}
