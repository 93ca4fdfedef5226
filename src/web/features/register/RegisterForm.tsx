/** The registration form: receipt, request, applicant and message. Input is kept after any error. */
import Button from '@mui/material/Button';
import { useMemo, useRef, useState } from 'react';
import { type Path, useForm, useWatch } from 'react-hook-form';
import type { ResponseOf } from '#contract/endpoint.ts';
import { countRequests } from '#contract/requests-read.ts';
import { registerRequest } from '#contract/requests-write.ts';
import { useChange } from '#web/api/mutate.ts';
import { faultsResolver } from '#web/lib/form-resolver.ts';
import { faultText } from '#web/lib/problem-text.ts';
import { useClock, useInstant } from '#web/lib/useNow.ts';
import { useProblemText } from '#web/lib/useProblemText.ts';
import { useT } from '#web/lib/useT.ts';
import { useUnsaved } from '#web/lib/useUnsaved.ts';
import { LeaveGuard } from '#web/ui/overlay/LeaveGuard.tsx';
import { DuePreview } from './DuePreview.tsx';
import { EmlDrop } from './EmlDrop.tsx';
import { ReceiptFields } from './ReceiptFields.tsx';
import styles from './RegisterPage.module.css';
import { RequestFields } from './RequestFields.tsx';
import {
  bodyOf,
  emptyValues,
  faultsOf as faultsIn,
  type RegisterValues,
  receiptOf,
} from './register-values.ts';

export type Registered = ResponseOf<typeof registerRequest>;

type RegisterFormProps = { onRegistered: (slip: Registered) => void };

export function RegisterForm({ onRegistered }: RegisterFormProps) {
  const translator = useT();
  const { t, format } = translator;
  const clock = useClock();
  const { textOf, faultsOf } = useProblemText();
  // The idempotency key of this form: sent twice, the request is registered once.
  const [intent] = useState(() => crypto.randomUUID());
  const resolver = useMemo(
    () =>
      faultsResolver((values: RegisterValues) =>
        faultsIn(values, clock()).map(({ field, ...fault }) => ({
          field,
          message: faultText(fault, translator),
        })),
      ),
    [clock, translator],
  );
  const form = useForm<RegisterValues>({
    defaultValues: emptyValues(clock(), format),
    resolver,
    shouldFocusError: false,
  });
  const send = useChange(registerRequest, { refreshes: [countRequests], onSuccess: onRegistered });
  const { isDirty, isSubmitted, errors } = form.formState;
  useUnsaved(isDirty && !send.isSuccess);

  const element = useRef<HTMLFormElement>(null);
  // Focuses the first faulty field in page order; react-hook-form would use the order of registration.
  const toFirstFault = () =>
    requestAnimationFrame(() => element.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus());

  const submit = form.handleSubmit((values) => {
    const body = bodyOf(values, clock());
    if (!body || send.isPending) return;
    send.mutate(
      { body, intent },
      {
        onError: (error) => {
          for (const [field, message] of Object.entries(faultsOf(error)))
            form.setError(fieldOf(field), { type: 'server', message });
          toFirstFault();
        },
      },
    );
  }, toFirstFault);

  const wrong = isSubmitted && Object.keys(errors).length > 0;
  return (
    <EmlDrop
      onMail={({ values }) => {
        const before = form.getValues();
        form.reset({ ...before, ...values }, { keepDefaultValues: true });
        return isDirty ? () => form.reset(before, { keepDefaultValues: true }) : null;
      }}
    >
      <form ref={element} onSubmit={submit} noValidate className={styles.layout}>
        <div className={styles.fields}>
          <ReceiptFields form={form} />
          <RequestFields form={form} />
          {(wrong || send.error) && (
            <p role="alert" className={styles.alert}>
              {send.error ? textOf(send.error) : t('register.check')}
            </p>
          )}
          <div>
            <Button type="submit" variant="contained" aria-disabled={send.isPending}>
              {t(send.isPending ? 'register.submitting' : 'register.submit')}
            </Button>
          </div>
        </div>
        <Preview control={form.control} />
      </form>
      <LeaveGuard
        when={isDirty && !send.isSuccess}
        words={{ title: t('register.leave'), text: t('register.leave_text'), go: t('register.leave_go') }}
      />
    </EmlDrop>
  );
}

function Preview({ control }: Pick<ReturnType<typeof useForm<RegisterValues>>, 'control'>) {
  const [type, day, time] = useWatch({ control, name: ['type', 'day', 'time'] });
  const now = useInstant(30_000);
  return <DuePreview type={type} receivedAt={receiptOf({ day, time }, now)} />;
}

/** Maps the server's field to the form's. The receipt time has two fields; its error is shown at the day. */
function fieldOf(pointer: string): Path<RegisterValues> {
  return (pointer === 'receivedAt' ? 'day' : pointer) as Path<RegisterValues>;
}
