/** Replaces a mistyped address or number, adds a missing one, or takes a wrong one off. */
import { useState } from 'react';
import { replaceContact } from '#contract/requests-write.ts';
import { CONTACT_FIELDS, type ContactField, REQUEST_FIELDS } from '#domain/request/fields.ts';
import type { LetterState } from '#domain/request/message-kinds.ts';
import { useT } from '#web/lib/useT.ts';
import { RadioField } from '#web/ui/fields/RadioField.tsx';
import { TextField } from '#web/ui/fields/TextField.tsx';
import { useRequest } from '../useRequest.ts';
import { ChangeFrame } from './ChangeFrame.tsx';
import { ReasonField } from './ReasonField.tsx';
import { useDialogChange } from './useDialogChange.ts';
import { useDialogs } from './useDialogs.ts';

const WAITING: readonly LetterState[] = ['queued', 'unknown'];
const LEFT: readonly LetterState[] = ['sent', 'unknown'];

export function ReplaceContactDialog() {
  const { t } = useT();
  const from = useDialogs().field;
  const { fields, timeline } = useRequest();
  const [field, setField] = useState<ContactField>(
    CONTACT_FIELDS.find((each) => each === from) ?? CONTACT_FIELDS[0],
  );
  const [value, setValue] = useState('');
  const [reason, setReason] = useState('');
  const change = useDialogChange(replaceContact);
  const letterIn = (states: readonly LetterState[]) =>
    timeline.some(
      (item) => item.kind === 'message' && item.direction === 'out' && states.includes(item.state),
    );
  const held = (fields.find((each) => each.field === field)?.value ?? null) !== null;
  const isAddress = field === 'email';
  return (
    <ChangeFrame
      title={t('action.request.replace_contact')}
      confirm={t('common.save')}
      change={change}
      onConfirm={() => change.send({ field, value, reason })}
    >
      <RadioField
        label={t('request.contact_field')}
        options={CONTACT_FIELDS.map((each) => ({ value: each, label: t(`field.${each}`) }))}
        value={field}
        onChange={({ target }) => setField(target.value as ContactField)}
      />
      <TextField
        label={t(`field.${field}`)}
        hint={held ? t('request.contact_hint') : undefined}
        optional="unsaid"
        inputMode={isAddress ? 'email' : 'tel'}
        autoComplete="off"
        spellCheck={false}
        maxLength={REQUEST_FIELDS[field].max}
        value={value}
        error={change.faults.value}
        onChange={({ target }) => setValue(target.value)}
      />
      <ReasonField value={reason} onChange={setReason} error={change.faults.reason} />
      <p>{t('request.contact_kept')}</p>
      {isAddress && letterIn(WAITING) && <p>{t('request.contact_waiting')}</p>}
      {isAddress && letterIn(LEFT) && <p>{t('request.contact_sent')}</p>}
    </ChangeFrame>
  );
}
