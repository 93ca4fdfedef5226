/** Records why an answer is late and when it is expected. The reason is a code, so that managers may read it. */
import { useState } from 'react';
import { explainDelay } from '#contract/requests-write.ts';
import { DELAY_REASONS, type DelayReason } from '#domain/request/fields.ts';
import { dayIn } from '#web/lib/day-text.ts';
import { useToday } from '#web/lib/useNow.ts';
import { useT } from '#web/lib/useT.ts';
import { DayField } from '#web/ui/fields/DayField.tsx';
import { SelectField } from '#web/ui/fields/SelectField.tsx';
import { useRequest } from '../useRequest.ts';
import { ChangeFrame } from './ChangeFrame.tsx';
import { useDialogChange } from './useDialogChange.ts';

export function ExplainDelayDialog() {
  const { t, format } = useT();
  const today = useToday();
  const { delayReason, expectedOn } = useRequest();
  const [reason, setReason] = useState<DelayReason | ''>(delayReason ?? '');
  const [day, setDay] = useState(expectedOn ? format.date(expectedOn) : '');
  const [tried, setTried] = useState(false);
  const change = useDialogChange(explainDelay);
  const on = day.trim() === '' ? null : dayIn(day, today, 'ahead');
  const unreadable = day.trim() !== '' && on === null;
  return (
    <ChangeFrame
      title={t('action.request.explain_delay')}
      confirm={t('common.save')}
      change={change}
      onConfirm={() => {
        setTried(true);
        if (!unreadable) change.send({ reason: reason === '' ? null : reason, expectedOn: on });
      }}
    >
      <p>{t('request.delay_text')}</p>
      <SelectField
        label={t('request.delay')}
        placeholder={t('common.none')}
        optional
        options={DELAY_REASONS.map((value) => ({ value, label: t(`delay.${value}`) }))}
        value={reason}
        error={change.faults.reason}
        onChange={(event) => setReason(event.target.value as DelayReason | '')}
      />
      <DayField
        label={t('request.expected_on')}
        optional
        value={day}
        error={change.faults.expectedOn ?? (tried && unreadable ? t('fault.bad_format') : undefined)}
        onChange={(event) => setDay(event.target.value)}
        onPick={setDay}
      />
    </ChangeFrame>
  );
}
