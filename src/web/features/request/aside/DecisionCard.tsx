/** The approved or proposed decision: outcome, grounds with their legal sources, evidence, and the people. */
import type { z } from 'zod';
import type { Decision } from '#contract/request-shapes.ts';
import { GROUNDS } from '#domain/request/fields.ts';
import { useT } from '#web/lib/useT.ts';
import { Guarded } from '#web/ui/request/Guarded.tsx';
import { MaskedText } from '#web/ui/request/MaskedText.tsx';
import { sourceWords } from '#web/ui/request/source-words.ts';
import { proposalWords } from '../proposal-words.ts';
import styles from './DecisionCard.module.css';

type DecisionCardProps = { decision: z.output<typeof Decision> };

export function DecisionCard({ decision }: DecisionCardProps) {
  const translator = useT();
  const { t, format } = translator;
  const { outcome, grounds, restrictUntil, evidence, proposedBy, proposedAt, approvedBy, approvedAt } =
    decision;
  return (
    <section className={styles.card}>
      <h2 className={styles.outcome}>
        {t(approvedBy ? 'request.decision' : 'request.decision_proposed', {
          outcome: proposalWords(outcome, translator),
        })}
      </h2>
      {restrictUntil && <p>{t('request.restrict_until', { when: format.weekdayFull(restrictUntil) })}</p>}
      {grounds !== null && grounds.length > 0 && (
        <ul className={styles.grounds}>
          {grounds.map((ground) => (
            <li key={ground}>
              {t(`ground.${ground}`)}
              <small>{sourceWords(GROUNDS[ground], translator)}</small>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.evidence}>
        <Guarded value={evidence}>{(text) => <MaskedText text={text} />}</Guarded>
      </div>
      <p className={styles.who}>
        {t('request.proposed_by', { who: proposedBy.name, when: format.shortMoment(proposedAt) })}
        {approvedBy && approvedAt && (
          <>
            <br />
            {t('request.approved_by', { who: approvedBy.name, when: format.shortMoment(approvedAt) })}
          </>
        )}
      </p>
    </section>
  );
}
