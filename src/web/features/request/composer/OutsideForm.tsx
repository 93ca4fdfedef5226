/**
 * Records an answer given by phone, post or in person: channel, time and content. It meets the deadline as a letter
 * does.
 */
import { useState } from 'react';
import { answerOutside } from '#contract/requests-write.ts';
import { CHANNELS, type Channel } from '#domain/request/fields.ts';
import { useClock, useToday } from '#web/lib/useNow.ts';
import { useT } from '#web/lib/useT.ts';
import { SelectField } from '#web/ui/fields/SelectField.tsx';
import { useRequest } from '../useRequest.ts';
import { useRequestChange } from '../useRequestChange.ts';
import { WhenFields } from '../WhenFields.tsx';
import { whenIn, whenTyped } from '../when-in.ts';
import styles from './Composer.module.css';
import type { Draft } from './useDraft.ts';
import { useSent, WritingPanel } from './WritingPanel.tsx';

type OutsideFormProps = {
  draft: Draft;
  /** Absent if no letter can be sent. */
  onLetter?: () => void;
};

export function OutsideForm({ draft, onLetter }: OutsideFormProps) {
  const { t, label, format } = useT();
  const detail = useRequest();
  const today = useToday();
  const clock = useClock();
  const [channel, setChannel] = useState<Channel>(() => firstChannel(detail.channel));
  const [opened] = useState(clock);
  const [when, setWhen] = useState(() => whenTyped(opened, format));
  const [tried, setTried] = useState(false);
  // An unchanged time means the moment the form was opened, not the start of that minute, which may precede the
  // receipt.
  const untouched = whenTyped(opened, format);
  const at = when.day === untouched.day && when.time === untouched.time ? opened : whenIn(when, today);
  const record = useRequestChange(answerOutside, useSent('outside'));
  return (
    <WritingPanel
      kind="outside"
      draft={draft}
      sending={record}
      isReady={() => {
        setTried(true);
        return at !== null;
      }}
      onSend={async ({ text, draftVersion }) =>
        at && record.send({ channel, at: at.toString(), text, draftVersion })
      }
      above={
        <>
          {detail.mail !== 'ready' && <p className={styles.effects}>{label(`why.${detail.mail}`)}</p>}
          <div className={styles.outside}>
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
              error={record.faults.at ?? (tried && !at ? t('fault.bad_format') : undefined)}
            />
          </div>
        </>
      }
      other={onLetter && { label: 'request.by_letter', onClick: onLetter }}
    />
  );
}

/** The preselected channel: the request's own, but a web form cannot carry an answer, so a call is the likeliest. */
function firstChannel(channel: Channel): Channel {
  return channel === 'form' ? 'phone' : channel;
}
