/** Returns a proposed decision to its author with what is missing. */
import { useState } from 'react';
import { returnDecision } from '#contract/requests-write.ts';
import { useT } from '#web/lib/useT.ts';
import { ChangeFrame } from './ChangeFrame.tsx';
import { ReasonField } from './ReasonField.tsx';
import { useDialogChange } from './useDialogChange.ts';

export function ReturnDialog() {
  const { t } = useT();
  const [reason, setReason] = useState('');
  const change = useDialogChange(returnDecision);
  return (
    <ChangeFrame
      title={t('action.decision.return')}
      confirm={t('action.decision.return')}
      change={change}
      onConfirm={() => change.send({ reason })}
    >
      <p>{t('request.return_text')}</p>
      <ReasonField value={reason} onChange={setReason} error={change.faults.reason} />
    </ChangeFrame>
  );
}
