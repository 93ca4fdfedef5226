/** Beside the story: how far it has come, what was decided, the person, and the request's own plain facts. */
import { useRequest } from '../useRequest.ts';
import styles from './Aside.module.css';
import { DecisionCard } from './DecisionCard.tsx';
import { Duplicates } from './Duplicates.tsx';
import { OtherDetails } from './OtherDetails.tsx';
import { Person } from './Person.tsx';
import { PlainFacts } from './PlainFacts.tsx';
import { Progress } from './Progress.tsx';

export function Aside() {
  const { decision } = useRequest();
  return (
    <div className={styles.aside}>
      <Progress />
      {decision && <DecisionCard decision={decision} />}
      <Person />
      <OtherDetails />
      <Duplicates />
      <PlainFacts />
    </div>
  );
}
