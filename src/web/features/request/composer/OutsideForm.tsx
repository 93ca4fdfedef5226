/** An answer given by phone, post or in person: how, when and what was said; it meets the promise as a letter does. */
import Button from '@mui/material/Button';
import { useState } from 'react';
import { answerOutside } from '#contract/requests-write.ts';
import { CHANNELS, type Channel } from '#domain/request/fields.ts';
import { useClock, useToday } from '#web/lib/useNow.ts';
import { useSnackbar } from '#web/lib/useSnackbar.ts';
import { useT } from '#web/lib/useT.ts';
import { SelectField } from '#web/ui/fields/SelectField.tsx';
import { Kbd } from '#web/ui/text/Kbd.tsx';
import { ActionButton } from '../ActionButton.tsx';
import { ConflictPanel } from '../ConflictPanel.tsx';
import { useRequest, verdictOf } from '../useRequest.ts';
import { useRequestChange } from '../useRequestChange.ts';
import { WhenFields } from '../WhenFields.tsx';
import { whenIn, whenTyped } from '../when-in.ts';
import styles from './Composer.module.css';
import { DraftState } from './DraftState.tsx';
import { useComposer } from './useComposer.ts';
import type { Draft } from './useDraft.ts';
import { WritingField } from './WritingField.tsx';

type OutsideFormProps = { draft: Draft; onLetter?: () => void };

export function OutsideForm({ draft, onLetter }: OutsideFormProps) {
  const { t, label, format } = useT();
  const detail = useRequest();
  const today = useToday();
  const clock = useClock();
  const notify = useSnackbar();
  const { close } = useComposer();
  const { state, saver } = draft;
  const [channel, setChannel] = useState<Channel>(() => firstChannel(detail.channel));
  const [opened] = useState(clock);
  const [when, setWhen] = useState(() => whenTyped(opened, format));
  const [tried, setTried] = useState(false);
  // A time nobody touched is that very moment, not the beginning of its minute.
  const untouched = whenTyped(opened, format);
  const at = when.day === untouched.day && when.time === untouched.time ? opened : whenIn(when, today);
  const empty = state.text.trim() === '';
  const record = useRequestChange(answerOutside, () => {
    saver.done();
    close();
    notify({ text: t('done.request.answer_outside') });
  });
  const send = async () => {
    setTried(true);
    if (empty || !at || record.busy || !navigator.onLine) return;
    await saver.settle();
    record.send({ channel, at: at.toString(), text: saver.read().text });
  };
  return (
    <div className={styles.panel}>
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
      <WritingField
        label={t('request.outside_text')}
        hint={t('request.outside_hint')}
        draft={draft}
        max={20_000}
        error={record.faults.text}
        onSend={() => void send()}
      />
      {record.conflict && <ConflictPanel conflict={record.conflict} again={t('request.record_answer')} />}
      {record.error && (
        <p className={styles.fault} role="alert">
          {record.error}
        </p>
      )}
      <div className={styles.foot}>
        <DraftState draft={draft} />
        {onLetter && (
          <Button variant="text" onClick={onLetter}>
            {t('request.by_letter')}
          </Button>
        )}
        <ActionButton
          primary
          verdict={empty ? { ok: false, why: 'empty_text' } : verdictOf(detail, 'request.answer_outside')}
          busy={record.busy}
          onClick={() => void send()}
        >
          {t('request.record_answer')}
          <span className={styles.key}>
            <Kbd keys="Ctrl+Enter" />
          </span>
        </ActionButton>
      </div>
    </div>
  );
}

/** Nobody answers through the site's form. */
function firstChannel(channel: Channel): Channel {
  return channel === 'form' ? 'phone' : channel;
}
