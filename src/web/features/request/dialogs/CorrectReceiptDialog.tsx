/** Corrects when the request came, and shows which dates move with it before it is saved. */
import { useState } from 'react';
import { correctReceipt } from '#contract/requests-write.ts';
import { receiptFault } from '#domain/request/receipt.ts';
import { useClock, useToday } from '#web/lib/useNow.ts';
import { useT } from '#web/lib/useT.ts';
import { useRequest } from '../useRequest.ts';
import { WhenFields } from '../WhenFields.tsx';
import { whenIn, whenTyped } from '../when-in.ts';
import { ChangeFrame } from './ChangeFrame.tsx';
import { DatesChange } from './DatesChange.tsx';
import { ReasonField } from './ReasonField.tsx';
import { useDialogChange } from './useDialogChange.ts';

export function CorrectReceiptDialog() {
  const { t, format } = useT();
  const today = useToday();
  const clock = useClock();
  const detail = useRequest();
  const [when, setWhen] = useState(() => whenTyped(detail.receivedAt, format));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const change = useDialogChange(correctReceipt);
  const at = whenIn(when, today);
  const fault = at ? receiptFault(at, clock()) : 'bad_format';
  const shown = change.faults.receivedAt ?? (fault && (tried || at) ? t(`fault.${fault}`) : undefined);
  return (
    <ChangeFrame
      title={t('action.request.correct_receipt')}
      confirm={t('common.save')}
      change={change}
      onConfirm={() => {
        setTried(true);
        if (at && !fault) change.send({ receivedAt: at.toString(), reason });
      }}
    >
      <WhenFields dayLabel={t('request.receipt_day')} value={when} onChange={setWhen} error={shown} />
      {at && !fault && <DatesChange as={{ receivedAt: at }} />}
      <ReasonField value={reason} onChange={setReason} error={change.faults.reason} />
    </ChangeFrame>
  );
}
