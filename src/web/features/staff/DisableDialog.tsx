/**
 * Disables an account: its sessions end at once, its one-time links are revoked, and the reason is kept with the event.
 */
import { useState } from 'react';
import { disableStaff, listStaff, type StaffMember } from '#contract/staff.ts';
import { useChange } from '#web/api/mutate.ts';
import { useProblemText } from '#web/lib/useProblemText.ts';
import { useSnackbar } from '#web/lib/useSnackbar.ts';
import { useT } from '#web/lib/useT.ts';
import { TextArea } from '#web/ui/fields/TextArea.tsx';
import { ConfirmDialog } from '#web/ui/overlay/ConfirmDialog.tsx';
import { useRefreshWhenStale } from './useStaff.ts';

type DisableDialogProps = { member: StaffMember; onClose: () => void };

const SHORTEST_REASON = 3;

export function DisableDialog({ member: { id, name, version, openRequests }, onClose }: DisableDialogProps) {
  const { t, format } = useT();
  const notify = useSnackbar();
  const { textOf, faultsOf } = useProblemText();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const disable = useChange(disableStaff, {
    refreshes: [listStaff],
    onSuccess: () => {
      notify({ text: t('staff.disabled', { name }) });
      onClose();
    },
  });
  const refresh = useRefreshWhenStale();
  const missing = reason.trim().length < SHORTEST_REASON;
  const confirm = () => {
    setTried(true);
    if (!missing) disable.mutate({ params: { id }, body: { reason }, version }, { onError: refresh });
  };
  const fault = tried && missing ? t('fault.reason_required') : faultsOf(disable.error).reason;
  return (
    <ConfirmDialog
      open
      danger
      title={t('staff.disable_title', { name })}
      confirm={t('action.staff.disable')}
      busy={disable.isPending}
      error={disable.error ? textOf(disable.error) : null}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{t('staff.disable_text')}</p>
      {openRequests > 0 && <p>{t('staff.disable_open', { count: format.number(openRequests) })}</p>}
      <TextArea
        label={t('common.reason')}
        hint={t('staff.reason_hint')}
        value={reason}
        error={fault}
        onChange={(event) => setReason(event.target.value)}
      />
    </ConfirmDialog>
  );
}
