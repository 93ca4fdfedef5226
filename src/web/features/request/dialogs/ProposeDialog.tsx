/** A decision for a second officer to approve: what, on which grounds, and how it was established. */
import { useState } from 'react';
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
import { useRequest } from '../useRequest.ts';
import { ChangeFrame } from './ChangeFrame.tsx';
import styles from './Dialogs.module.css';
import { OutcomeField } from './OutcomeField.tsx';
import { useDialogChange } from './useDialogChange.ts';

export function ProposeDialog() {
  const translator = useT();
  const { t } = translator;
  const today = useToday();
  const { type } = useRequest();
  const outcomes = decisionOutcomes.filter((each) => typeRow(type).outcomes.includes(each));
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [chosen, setChosen] = useState<readonly Ground[]>([]);
  const [day, setDay] = useState('');
  const [evidence, setEvidence] = useState('');
  const [tried, setTried] = useState(false);
  const change = useDialogChange(proposeDecision);
  const grounded = outcome !== null && needsGround(outcome);
  const ends = outcome !== null && needsRestrictionEnd(outcome);
  const until = ends ? dayIn(day, today) : null;
  const send = () => {
    setTried(true);
    if (outcome === null || (ends && until === null)) return;
    const body = { outcome, grounds: grounded ? [...chosen] : [], evidence };
    change.send(until === null ? body : { ...body, restrictUntil: until });
  };
  const toggle = (ground: Ground, on: boolean) =>
    setChosen(on ? [...chosen, ground] : chosen.filter((each) => each !== ground));
  return (
    <ChangeFrame
      title={t('action.decision.propose')}
      confirm={t('request.propose_confirm')}
      change={change}
      onConfirm={send}
    >
      <OutcomeField
        options={outcomes.map((each) => ({ outcome: each, hint: null, open: true }))}
        value={outcome}
        onChange={setOutcome}
        error={change.faults.outcome ?? (tried && outcome === null ? t('fault.required') : undefined)}
      />
      {grounded && (
        <fieldset className={styles.checks}>
          <legend>{t('request.grounds')}</legend>
          {allGrounds.map((ground) => (
            <CheckField
              key={ground}
              label={t(`ground.${ground}`)}
              hint={sourceWords(GROUNDS[ground], translator)}
              checked={chosen.includes(ground)}
              onChange={(event) => toggle(ground, event.target.checked)}
            />
          ))}
          {change.faults.grounds && <p className={styles.error}>{change.faults.grounds}</p>}
        </fieldset>
      )}
      {ends && (
        <DayField
          label={t('request.restrict_day')}
          value={day}
          error={change.faults.restrictUntil ?? (tried && until === null ? t('fault.bad_format') : undefined)}
          onChange={(event) => setDay(event.target.value)}
          onPick={setDay}
        />
      )}
      <TextArea
        label={t('request.evidence')}
        hint={t('request.evidence_hint')}
        value={evidence}
        maxLength={4_000}
        error={change.faults.evidence}
        onChange={(event) => setEvidence(event.target.value)}
      />
    </ChangeFrame>
  );
}
