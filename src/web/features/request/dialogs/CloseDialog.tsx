/** Closing with an outcome: only what is proved can be chosen, and what is missing for the rest is said. */
import { useState } from 'react';
import { closeRequest } from '#contract/requests-write.ts';
import { namesAnother } from '#domain/request/lifecycle.ts';
import { OUTCOMES, type Outcome } from '#domain/request/status.ts';
import { useT } from '#web/lib/useT.ts';
import { TextArea } from '#web/ui/fields/TextArea.tsx';
import { TextField } from '#web/ui/fields/TextField.tsx';
import { useRequest } from '../useRequest.ts';
import { ChangeFrame } from './ChangeFrame.tsx';
import { closeOptions, provenOutcome } from './close-options.ts';
import { OutcomeField } from './OutcomeField.tsx';
import { ReasonField } from './ReasonField.tsx';
import { useDialogChange } from './useDialogChange.ts';

export function CloseDialog() {
  const { t } = useT();
  const detail = useRequest();
  const options = closeOptions(detail);
  const [outcome, setOutcome] = useState<Outcome | null>(() => provenOutcome(options));
  const [reason, setReason] = useState('');
  const [evidence, setEvidence] = useState('');
  const [duplicateOf, setDuplicateOf] = useState(detail.suggested[0]?.reference ?? '');
  const [tried, setTried] = useState(false);
  const change = useDialogChange(closeRequest);
  const needs = outcome && OUTCOMES[outcome];
  const decides = needs?.evidence === 'decision';
  const isCopy = outcome !== null && namesAnother(outcome);
  const send = () => {
    setTried(true);
    if (outcome === null) return;
    change.send({
      outcome,
      ...(reason.trim() === '' ? {} : { reason }),
      ...(decides ? { evidence } : {}),
      ...(isCopy ? { duplicateOf: duplicateOf.trim().toUpperCase() } : {}),
    });
  };
  return (
    <ChangeFrame
      title={t('request.close_title')}
      confirm={t('request.close_confirm')}
      change={change}
      onConfirm={send}
    >
      <OutcomeField
        options={options.map((option) => ({
          outcome: option.outcome,
          hint: option.missing && t(option.missing),
          open: option.missing === null,
        }))}
        value={outcome}
        onChange={setOutcome}
        error={change.faults.outcome ?? (tried && outcome === null ? t('fault.required') : undefined)}
      />
      {decides && (
        <TextArea
          label={t('request.close_evidence')}
          hint={t('request.close_evidence_hint')}
          value={evidence}
          maxLength={4_000}
          error={change.faults.evidence}
          onChange={(event) => setEvidence(event.target.value)}
        />
      )}
      {isCopy && (
        <TextField
          label={t('request.duplicate_of')}
          hint={t('request.duplicate_hint')}
          value={duplicateOf}
          placeholder="NP-2026-000123"
          autoComplete="off"
          spellCheck={false}
          error={change.faults.duplicateOf}
          onChange={(event) => setDuplicateOf(event.target.value)}
        />
      )}
      {needs && !decides && (
        <ReasonField
          value={reason}
          onChange={setReason}
          optional={!needs.reason}
          error={change.faults.reason}
        />
      )}
    </ChangeFrame>
  );
}
