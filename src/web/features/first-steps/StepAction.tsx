/** The action of a step: a link to the page where it is done, a confirmation by a person, or a test call to paste. */
import Button from '@mui/material/Button';
import { Link, useRevalidator } from 'react-router';
import { intakeExample } from '#web/lib/intake-example.ts';
import { useCan } from '#web/lib/useMe.ts';
import { useT } from '#web/lib/useT.ts';
import { WhyButton } from '#web/ui/buttons/WhyButton.tsx';
import { CodeBlock } from '#web/ui/text/CodeBlock.tsx';
import styles from './FirstSteps.module.css';
import { isVouched, STEP_PLACES, type StepName, type VouchedStep } from './steps.ts';
import { useVouch } from './useFirstSteps.ts';

type StepActionProps = { step: StepName; done: boolean; next: boolean };

export function StepAction({ step, done, next }: StepActionProps) {
  if (isVouched(step)) return done ? null : <Vouch step={step} next={next} />;
  const place = STEP_PLACES[step];
  if (place === null) return done ? null : <TestCall next={next} />;
  return <Go step={step} place={place} done={done} next={next} />;
}

type Place = NonNullable<(typeof STEP_PLACES)[StepName]>;

function Go({ step, place, done, next }: StepActionProps & { place: Place }) {
  const { t, label } = useT();
  const may = useCan(place.right);
  const name = t(done ? 'steps.look' : 'steps.go');
  const variant = next ? 'contained' : done ? 'text' : 'outlined';
  if (!may.ok)
    return done ? null : (
      <div>
        <WhyButton why={label(`why.${may.why}`)}>{name}</WhyButton>
      </div>
    );
  return (
    <div className={done ? styles.quietAction : undefined}>
      <Button
        component={Link}
        to={place.to}
        variant={variant}
        aria-label={`${name}: ${t(`steps.step.${step}`)}`}
      >
        {name}
      </Button>
    </div>
  );
}

function Vouch({ step, next }: { step: VouchedStep; next: boolean }) {
  const { t, label } = useT();
  const may = useCan('settings.change');
  const { vouch, busy } = useVouch();
  return (
    <div>
      <WhyButton
        variant={next ? 'contained' : 'outlined'}
        why={may.ok ? null : label(`why.${may.why}`)}
        busy={busy}
        onClick={() => vouch(step)}
      >
        {t(`steps.vouch.${step}`)}
      </WhyButton>
    </div>
  );
}

/**
 * A call to paste into a terminal. The button reloads the checklist: the step is done once the test request has
 * arrived.
 */
function TestCall({ next }: { next: boolean }) {
  const { t } = useT();
  const { revalidate, state } = useRevalidator();
  return (
    <div className={styles.test}>
      <CodeBlock label={t('settings.intake.example')} text={intakeExample(location.origin, null)} />
      <div>
        <WhyButton
          variant={next ? 'contained' : 'outlined'}
          busy={state === 'loading'}
          onClick={() => void revalidate()}
        >
          {t('steps.check')}
        </WhyButton>
      </div>
    </div>
  );
}
