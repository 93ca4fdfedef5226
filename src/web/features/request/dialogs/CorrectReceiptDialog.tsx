/** Corrects the time of receipt, and shows the dates that move with it before saving. */
import { Controller, useForm, useWatch } from 'react-hook-form';
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
  const { control, handleSubmit, formState } = useForm({
    defaultValues: { when: whenTyped(detail.receivedAt, format), reason: '' },
  });
  const change = useDialogChange(correctReceipt);
  const at = whenIn(useWatch({ control, name: 'when' }), today);
  const fault = at ? receiptFault(at, clock()) : 'bad_format';
  // An impossible time is reported at once, an incomplete one only after an attempt to send.
  const isTold = fault && (formState.isSubmitted || at);
  const send = handleSubmit(({ reason }) => {
    if (at && !fault) change.send({ receivedAt: at.toString(), reason });
  });
  return (
    <ChangeFrame
      title={t('action.request.correct_receipt')}
      confirm={t('common.save')}
      change={change}
      onConfirm={send}
    >
      <Controller
        control={control}
        name="when"
        render={({ field: { value, onChange } }) => (
          <WhenFields
            dayLabel={t('request.receipt_day')}
            {...{ value, onChange }}
            error={change.faults.receivedAt ?? (isTold ? t(`fault.${fault}`) : undefined)}
          />
        )}
      />
      {at && !fault && <DatesChange as={{ receivedAt: at }} />}
      <Controller
        control={control}
        name="reason"
        render={({ field: { value, onChange } }) => (
          <ReasonField {...{ value, onChange }} error={change.faults.reason} />
        )}
      />
    </ChangeFrame>
  );
}
