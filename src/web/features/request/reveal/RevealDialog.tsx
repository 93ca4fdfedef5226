/** Asks for the purpose of a reveal, with the last one preselected. The server logs it before it returns the value. */
import { useEffect, useRef, useState } from 'react';
import { PURPOSES, type Purpose } from '#domain/request/fields.ts';
import { useClock } from '#web/lib/useNow.ts';
import { useOnline } from '#web/lib/useOnline.ts';
import { useProblemText } from '#web/lib/useProblemText.ts';
import { useT } from '#web/lib/useT.ts';
import { RadioField } from '#web/ui/fields/RadioField.tsx';
import { TextField } from '#web/ui/fields/TextField.tsx';
import { ConfirmDialog } from '#web/ui/overlay/ConfirmDialog.tsx';
import { useRequest } from '../useRequest.ts';
import { lastPurpose } from './last-purpose.ts';
import type { RevealTarget, Shown } from './useReveal.ts';
import { useRevealCall } from './useRevealCall.ts';

type RevealDialogProps = { target: RevealTarget; onShown: (shown: Shown) => void; onClose: () => void };

export function RevealDialog({ target, onShown, onClose }: RevealDialogProps) {
  const { t } = useT();
  const { id, reference } = useRequest();
  const clock = useClock();
  const online = useOnline();
  const { textOf, faultsOf } = useProblemText();
  const [form, setForm] = useState(
    () => lastPurpose.recall(id, clock()) ?? { purpose: PURPOSES[0] as Purpose, purposeText: '' },
  );
  const { ask, busy, fault } = useRevealCall(target, onShown);
  const faults = faultsOf(fault);
  const isOther = needsWords(form.purpose);
  const error = online
    ? fault !== null && !faults.purposeText
      ? textOf(fault)
      : null
    : t('state.offline_action');
  return (
    <ConfirmDialog
      open
      title={t('request.reveal_title', { field: t(`field.${target.field}`) })}
      confirm={t('request.reveal_confirm')}
      busy={busy}
      error={error}
      onConfirm={() => void ask({ purpose: form.purpose, purposeText: isOther ? form.purposeText : '' })}
      onClose={onClose}
    >
      <p>{t('request.reveal_hint', { reference })}</p>
      <Purposes value={form.purpose} onChange={(purpose) => setForm({ ...form, purpose })} />
      {isOther && (
        <TextField
          label={t('request.purpose_text')}
          value={form.purposeText}
          error={faults.purposeText}
          maxLength={300}
          onChange={(event) => setForm({ ...form, purposeText: event.target.value })}
        />
      )}
    </ConfirmDialog>
  );
}

type PurposesProps = { value: Purpose; onChange: (purpose: Purpose) => void };

/** Focuses the preselected purpose, so that Enter alone confirms it. */
function Purposes({ value, onChange }: PurposesProps) {
  const { t } = useT();
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => frame.current?.querySelector<HTMLElement>('input:checked')?.focus(), []);
  return (
    <div ref={frame}>
      <RadioField
        label={t('request.purpose')}
        options={PURPOSES.map((purpose) => ({ value: purpose, label: t(`purpose.${purpose}`) }))}
        value={value}
        onChange={(event) => onChange(event.target.value as Purpose)}
      />
    </div>
  );
}

/** "Other" explains nothing by itself, so it needs a text. */
function needsWords(purpose: Purpose): boolean {
  return purpose === 'other';
}
