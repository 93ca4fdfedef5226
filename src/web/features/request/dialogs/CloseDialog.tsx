/** Closes the request with an outcome. Only proved outcomes can be chosen; each of the others shows what it lacks. */
import { Controller, useForm, useWatch } from 'react-hook-form';
import { closeRequest } from '#contract/requests-write.ts';
import { namesAnother } from '#domain/request/lifecycle.ts';
import { referenceIn } from '#domain/request/reference.ts';
import { OUTCOMES, type Outcome } from '#domain/request/status.ts';
import { useToday } from '#web/lib/useNow.ts';
import { useT } from '#web/lib/useT.ts';
import { TextArea } from '#web/ui/fields/TextArea.tsx';
import { TextField } from '#web/ui/fields/TextField.tsx';
import { useRequest } from '../useRequest.ts';
import { ChangeFrame } from './ChangeFrame.tsx';
import { closeOptions, provenOutcome } from './close-options.ts';
import { OutcomeField } from './OutcomeField.tsx';
import { ReasonField } from './ReasonField.tsx';
import { useDialogChange } from './useDialogChange.ts';

type CloseValues = { outcome: Outcome | null; reason: string; evidence: string; duplicateOf: string };

export function CloseDialog() {
  const { t } = useT();
  const detail = useRequest();
  const options = closeOptions(detail);
  const { control, register, handleSubmit } = useForm<CloseValues>({
    defaultValues: {
      outcome: provenOutcome(options),
      reason: '',
      evidence: '',
      duplicateOf: detail.suggested[0]?.reference ?? '',
    },
  });
  const change = useDialogChange(closeRequest);
  const year = Number(useToday().slice(0, 4));
  const outcome = useWatch({ control, name: 'outcome' });
  const needs = outcome && OUTCOMES[outcome];
  const decides = needs?.evidence === 'decision';
  const isCopy = outcome !== null && namesAnother(outcome);
  const send = handleSubmit((values) => {
    if (values.outcome === null) return;
    change.send({
      outcome: values.outcome,
      ...(values.reason.trim() === '' ? {} : { reason: values.reason }),
      ...(decides ? { evidence: values.evidence } : {}),
      ...(isCopy ? { duplicateOf: referenceIn(values.duplicateOf, year) ?? values.duplicateOf.trim() } : {}),
    });
  });
  return (
    <ChangeFrame
      title={t('request.close_title')}
      confirm={t('request.close_confirm')}
      change={change}
      onConfirm={send}
    >
      <Controller
        control={control}
        name="outcome"
        rules={{ required: t('fault.required') }}
        render={({ field, fieldState }) => (
          <OutcomeField
            options={options.map((option) => ({
              outcome: option.outcome,
              hint: option.missing && t(option.missing),
              open: option.missing === null,
            }))}
            value={field.value}
            onChange={field.onChange}
            error={change.faults.outcome ?? fieldState.error?.message}
          />
        )}
      />
      {decides && (
        <TextArea
          label={t('request.close_evidence')}
          hint={t('request.close_evidence_hint')}
          maxLength={4_000}
          error={change.faults.evidence}
          {...register('evidence')}
        />
      )}
      {isCopy && (
        <TextField
          label={t('request.duplicate_of')}
          hint={t('request.duplicate_hint')}
          placeholder="NP-2026-000123"
          autoComplete="off"
          spellCheck={false}
          error={change.faults.duplicateOf}
          {...register('duplicateOf')}
        />
      )}
      {needs && !decides && (
        <Controller
          control={control}
          name="reason"
          render={({ field: { value, onChange } }) => (
            <ReasonField {...{ value, onChange }} optional={!needs.reason} error={change.faults.reason} />
          )}
        />
      )}
    </ChangeFrame>
  );
}
