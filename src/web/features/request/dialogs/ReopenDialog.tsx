/** Reopens a closed request; its original deadline is kept. */
import { useState } from 'react';
import { reopenRequest } from '#contract/requests-write.ts';
import { useT } from '#web/lib/useT.ts';
import { ChangeFrame } from './ChangeFrame.tsx';
import { ReasonField } from './ReasonField.tsx';
import { useDialogChange } from './useDialogChange.ts';

export function ReopenDialog() {
  const { t } = useT();
  const [reason, setReason] = useState('');
  const change = useDialogChange(reopenRequest);
  return (
    <ChangeFrame
      title={t('button.request.reopen')}
      confirm={t('button.request.reopen')}
      change={change}
      onConfirm={() => change.send({ reason })}
    >
      <p>{t('request.reopen_text')}</p>
      <ReasonField value={reason} onChange={setReason} error={change.faults.reason} />
    </ChangeFrame>
  );
}
