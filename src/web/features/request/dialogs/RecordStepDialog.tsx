/** Records an event that starts or ends a statutory step. */
import { useState } from 'react';
import type { z } from 'zod';
import { RecordableEvent, recordStep } from '#contract/requests-write.ts';
import { recordableOn } from '#domain/request/lifecycle.ts';
import { dayIn } from '#web/lib/day-text.ts';
import { useToday } from '#web/lib/useNow.ts';
import { useT } from '#web/lib/useT.ts';
import { DayField } from '#web/ui/fields/DayField.tsx';
import { RadioField } from '#web/ui/fields/RadioField.tsx';
import { useRequest } from '../useRequest.ts';
import { ChangeFrame } from './ChangeFrame.tsx';
import { useDialogChange } from './useDialogChange.ts';

type Recordable = z.output<typeof RecordableEvent>;

export function RecordStepDialog() {
  const { t, format } = useT();
  const today = useToday();
  const { type, stepEvents } = useRequest();
  const events = RecordableEvent.options.filter((event) => recordableOn(type).includes(event));
  const [event, setEvent] = useState<Recordable | undefined>(events[0]);
  const [day, setDay] = useState(format.date(today));
  const [tried, setTried] = useState(false);
  const change = useDialogChange(recordStep);
  const on = dayIn(day, today);
  const hintOf = (name: Recordable) => {
    const known = stepEvents.find((each) => each.event === name);
    return known ? { hint: t('request.step_known', { when: format.weekdayFull(known.on) }) } : {};
  };
  return (
    <ChangeFrame
      title={t('action.request.record_step')}
      confirm={t('request.step_confirm')}
      change={change}
      onConfirm={() => {
        setTried(true);
        if (event && on) change.send({ event, on });
      }}
    >
      <RadioField
        label={t('request.step_what')}
        options={events.map((value) => ({ value, label: t(`step_event.${value}`), ...hintOf(value) }))}
        value={event ?? ''}
        error={change.faults.event}
        onChange={({ target }) => setEvent(events.find((each) => each === target.value))}
      />
      <DayField
        label={t('request.step_day')}
        value={day}
        latest={today}
        error={change.faults.on ?? (tried && !on ? t('fault.bad_format') : undefined)}
        onChange={({ target }) => setDay(target.value)}
        onPick={setDay}
      />
    </ChangeFrame>
  );
}
