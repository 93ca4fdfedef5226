/**
 * Disables an account: its sessions end at once, its one-time links are revoked, and the reason is kept with the event.
 */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { disableStaff, listStaff, listStaffNames, type StaffMember } from '#contract/staff.ts';
import { holds } from '#domain/access/can.ts';
import { useChange } from '#web/api/mutate.ts';
import { queryOf } from '#web/api/query.ts';
import { useProblemText } from '#web/lib/useProblemText.ts';
import { useSnackbar } from '#web/lib/useSnackbar.ts';
import { useT } from '#web/lib/useT.ts';
import { SelectField } from '#web/ui/fields/SelectField.tsx';
import { TextArea } from '#web/ui/fields/TextArea.tsx';
import { ConfirmDialog } from '#web/ui/overlay/ConfirmDialog.tsx';
import { useRefreshWhenStale } from './useStaff.ts';

type DisableDialogProps = { member: StaffMember; onClose: () => void };

const SHORTEST_REASON = 3;
/** The select's value for the queue. */
const QUEUE = '';

export function DisableDialog({ member: { id, name, version, openRequests }, onClose }: DisableDialogProps) {
  const { t, format } = useT();
  const notify = useSnackbar();
  const { textOf, faultsOf } = useProblemText();
  const [reason, setReason] = useState('');
  const [handTo, setHandTo] = useState(QUEUE);
  const names = useQuery({ ...queryOf(listStaffNames, {}), enabled: openRequests > 0 });
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
    const body = handTo === QUEUE ? { reason } : { reason, handTo };
    if (!missing) disable.mutate({ params: { id }, body, version }, { onError: refresh });
  };
  const faults = faultsOf(disable.error);
  const fault = tried && missing ? t('fault.reason_required') : faults.reason;
  const able = (names.data?.items ?? [])
    .filter((each) => each.active && each.id !== id && holds(each.roles, 'request.take'))
    .map((each) => ({ value: each.id, label: each.name }));
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
      {openRequests > 0 && (
        <>
          <p>{t('staff.disable_open', { count: format.number(openRequests) })}</p>
          <SelectField
            label={t('staff.hand_to')}
            hint={t('staff.hand_to_hint')}
            placeholder={t('staff.hand_to_queue')}
            options={able}
            value={handTo}
            disabled={names.isPending}
            error={faults.handTo}
            onChange={(event) => setHandTo(event.target.value)}
          />
        </>
      )}
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
