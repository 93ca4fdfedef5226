/** Marks the request as waiting for the applicant; the statutory clock is not paused. */
import { useState } from 'react';
import { waitForApplicant } from '#contract/requests-write.ts';
import { useT } from '#web/lib/useT.ts';
import { ChangeFrame } from './ChangeFrame.tsx';
import { ReasonField } from './ReasonField.tsx';
import { useDialogChange } from './useDialogChange.ts';

export function WaitDialog() {
  const { t } = useT();
  const [reason, setReason] = useState('');
  const change = useDialogChange(waitForApplicant);
  return (
    <ChangeFrame
      title={t('action.request.wait')}
      confirm={t('request.wait_confirm')}
      change={change}
      onConfirm={() => change.send(reason.trim() === '' ? {} : { reason })}
    >
      <p>{t('request.wait_text')}</p>
      <ReasonField
        label={t('request.wait_for')}
        value={reason}
        onChange={setReason}
        error={change.faults.reason}
        optional
      />
    </ChangeFrame>
  );
}
