/**
 * Approves a decision. The officer types the reference number, so that an approval is never a single careless click.
 */
import { approveDecision } from '#contract/requests-write.ts';
import { useT } from '#web/lib/useT.ts';
import { Guarded } from '#web/ui/request/Guarded.tsx';
import { MaskedText } from '#web/ui/request/MaskedText.tsx';
import { proposalWords } from '../proposal-words.ts';
import { useRequest } from '../useRequest.ts';
import { ChangeFrame } from './ChangeFrame.tsx';
import styles from './Dialogs.module.css';
import { useDialogChange } from './useDialogChange.ts';

export function ApproveDialog() {
  const translator = useT();
  const { t, format } = translator;
  const { reference, decision } = useRequest();
  const change = useDialogChange(approveDecision);
  return (
    <ChangeFrame
      title={t('request.approve_title')}
      confirm={t('action.decision.approve')}
      typed={reference}
      change={change}
      error={change.faults.reference ?? null}
      onConfirm={() => change.send({ reference })}
    >
      {decision && (
        <div className={styles.summary}>
          <p>
            <strong>
              {t('request.decision_proposed', { outcome: proposalWords(decision.outcome, translator) })}
            </strong>
            {decision.restrictUntil &&
              ` · ${t('request.restrict_until', { when: format.weekdayFull(decision.restrictUntil) })}`}
          </p>
          {decision.grounds !== null && decision.grounds.length > 0 && (
            <ul>
              {decision.grounds.map((ground) => (
                <li key={ground}>{t(`ground.${ground}`)}</li>
              ))}
            </ul>
          )}
          <p>
            <Guarded value={decision.evidence}>{(text) => <MaskedText text={text} />}</Guarded>
          </p>
          <p className={styles.quiet}>
            {t('request.proposed_by', {
              who: decision.proposedBy.name,
              when: format.shortMoment(decision.proposedAt),
            })}
          </p>
        </div>
      )}
      <p>{t('request.approve_text')}</p>
    </ChangeFrame>
  );
}
