/**
 * Records an answer given by phone, post or in person: channel, time and content, and the word of the person that it was
 * given, because from then on the promise counts as met.
 */
import { useState } from 'react';
import { answerOutside } from '#contract/requests-write.ts';
import { CHANNELS, type Channel } from '#domain/request/fields.ts';
import { useClock, useToday } from '#web/lib/useNow.ts';
import { useT } from '#web/lib/useT.ts';
import { useUnsaved } from '#web/lib/useUnsaved.ts';
import { CheckField } from '#web/ui/fields/CheckField.tsx';
import { SelectField } from '#web/ui/fields/SelectField.tsx';
import { TextArea } from '#web/ui/fields/TextArea.tsx';
import { useRequest } from '../useRequest.ts';
import { WhenFields } from '../WhenFields.tsx';
import { whenIn, whenTyped } from '../when-in.ts';
import { ChangeFrame } from './ChangeFrame.tsx';
import { useDialogChange } from './useDialogChange.ts';

export function AnswerOutsideDialog() {
  const { t, format } = useT();
  const detail = useRequest();
  const today = useToday();
  const clock = useClock();
  const [channel, setChannel] = useState<Channel>(() => firstChannel(detail.channel));
  const [opened] = useState(clock);
  const [when, setWhen] = useState(() => whenTyped(opened, format));
  const [text, setText] = useState('');
  const [given, setGiven] = useState(false);
  const [tried, setTried] = useState(false);
  useUnsaved(text.trim() !== '');
  // An unchanged time means the moment the form was opened, not the start of that minute, which may precede the
  // receipt.
  const untouched = whenTyped(opened, format);
  const at = when.day === untouched.day && when.time === untouched.time ? opened : whenIn(when, today);
  const change = useDialogChange(answerOutside);
  const empty = text.trim() === '';
  return (
    <ChangeFrame
      title={t('action.request.answer_outside')}
      confirm={t('request.record_answer')}
      change={change}
      error={tried && !given ? t('request.outside_unchecked') : null}
      onConfirm={() => {
        setTried(true);
        if (at && given && !empty) change.send({ channel, at: at.toString(), text });
      }}
    >
      <p>{t('request.outside_lead')}</p>
      <SelectField
        label={t('request.outside_channel')}
        options={CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))}
        value={channel}
        onChange={(event) => setChannel(event.target.value as Channel)}
      />
      <WhenFields
        dayLabel={t('request.outside_day')}
        value={when}
        onChange={setWhen}
        error={change.faults.at ?? (tried && !at ? t('fault.bad_format') : undefined)}
      />
      <TextArea
        label={t('request.outside_text')}
        hint={t('request.outside_hint')}
        rows={4}
        value={text}
        maxLength={20_000}
        error={change.faults.text ?? (tried && empty ? t('why.empty_text') : undefined)}
        onChange={(event) => setText(event.target.value)}
      />
      <CheckField
        label={t('request.outside_given')}
        checked={given}
        onChange={(event) => setGiven(event.target.checked)}
      />
    </ChangeFrame>
  );
}

/** The preselected channel: the request's own, but a web form cannot carry an answer, so a call is the likeliest. */
function firstChannel(channel: Channel): Channel {
  return channel === 'form' ? 'phone' : channel;
}
