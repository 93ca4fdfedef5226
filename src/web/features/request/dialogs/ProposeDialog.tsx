/** Proposes a decision for a second officer to approve: outcome, grounds, and how it was established. */
import { Controller, useForm, useWatch } from 'react-hook-form';
import { proposeDecision } from '#contract/requests-write.ts';
import { grounds as allGrounds, GROUNDS, type Ground } from '#domain/request/fields.ts';
import { needsGround, needsRestrictionEnd } from '#domain/request/lifecycle.ts';
import { decisionOutcomes, type Outcome } from '#domain/request/status.ts';
import { typeRow } from '#domain/request/types.ts';
import { dayIn } from '#web/lib/day-text.ts';
import { useToday } from '#web/lib/useNow.ts';
import { useT } from '#web/lib/useT.ts';
import { CheckField } from '#web/ui/fields/CheckField.tsx';
import { DayField } from '#web/ui/fields/DayField.tsx';
import { TextArea } from '#web/ui/fields/TextArea.tsx';
import { sourceWords } from '#web/ui/request/source-words.ts';
import { proposalChoice } from '../proposal-words.ts';
import { useRequest } from '../useRequest.ts';
import { ChangeFrame } from './ChangeFrame.tsx';
import styles from './Dialogs.module.css';
import { OutcomeField } from './OutcomeField.tsx';
import { useDialogChange } from './useDialogChange.ts';

type ProposeValues = { outcome: Outcome | null; grounds: Ground[]; day: string; evidence: string };
const EMPTY: ProposeValues = { outcome: null, grounds: [], day: '', evidence: '' };

export function ProposeDialog() {
  const translator = useT();
  const { t } = translator;
  const today = useToday();
  const { type } = useRequest();
  const outcomes = decisionOutcomes.filter((each) => typeRow(type).outcomes.includes(each));
  const { control, register, handleSubmit } = useForm<ProposeValues>({ defaultValues: EMPTY });
  const change = useDialogChange(proposeDecision);
  const outcome = useWatch({ control, name: 'outcome' });
  const grounded = outcome !== null && needsGround(outcome);
  const ends = outcome !== null && needsRestrictionEnd(outcome);
  const send = handleSubmit((values) => {
    if (values.outcome === null) return;
    const until = ends ? dayIn(values.day, today, 'ahead') : null;
    const { evidence } = values;
    const body = { outcome: values.outcome, grounds: grounded ? values.grounds : [], evidence };
    change.send(until === null ? body : { ...body, restrictUntil: until });
  });
  return (
    <ChangeFrame
      title={t('action.decision.propose')}
      confirm={t('request.propose_confirm')}
      change={change}
      onConfirm={send}
    >
      <Controller
        control={control}
        name="outcome"
        rules={{ required: t('fault.required') }}
        render={({ field, fieldState }) => (
          <OutcomeField
            options={outcomes.map((each) => ({ outcome: each, hint: null, open: true }))}
            value={field.value}
            onChange={field.onChange}
            error={change.faults.outcome ?? fieldState.error?.message}
            words={(each) => proposalChoice(each, translator)}
          />
        )}
      />
      {grounded && (
        <fieldset className={styles.checks}>
          <legend>{t('request.grounds')}</legend>
          {allGrounds.map((ground) => (
            <CheckField
              key={ground}
              label={t(`ground.${ground}`)}
              hint={sourceWords(GROUNDS[ground], translator)}
              value={ground}
              {...register('grounds')}
            />
          ))}
          {change.faults.grounds && <p className={styles.error}>{change.faults.grounds}</p>}
        </fieldset>
      )}
      {ends && (
        <Controller
          control={control}
          name="day"
          rules={{ validate: (day) => dayIn(day, today, 'ahead') !== null || t('fault.bad_format') }}
          render={({ field, fieldState }) => (
            <DayField
              label={t('request.restrict_day')}
              error={change.faults.restrictUntil ?? fieldState.error?.message}
              {...field}
              onPick={field.onChange}
            />
          )}
        />
      )}
      <TextArea
        label={t('request.evidence')}
        hint={t('request.evidence_hint')}
        maxLength={4_000}
        error={change.faults.evidence}
        {...register('evidence')}
      />
    </ChangeFrame>
  );
}
