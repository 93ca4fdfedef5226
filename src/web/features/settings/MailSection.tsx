/** The outgoing mail server. The page states only whether it is configured, because it does not test the connection. */
import { useMemo, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { Settings } from '#contract/settings.ts';
import { contractResolver } from '#web/lib/form-resolver.ts';
import { useCan } from '#web/lib/useMe.ts';
import { useProblemText } from '#web/lib/useProblemText.ts';
import { useSnackbar } from '#web/lib/useSnackbar.ts';
import { useT } from '#web/lib/useT.ts';
import { WhyButton } from '#web/ui/buttons/WhyButton.tsx';
import { CheckField } from '#web/ui/fields/CheckField.tsx';
import { SelectField } from '#web/ui/fields/SelectField.tsx';
import { TextField } from '#web/ui/fields/TextField.tsx';
import { ConfirmDialog } from '#web/ui/overlay/ConfirmDialog.tsx';
import { type MailValues, mailValues, SECURITY, SmtpSchema, smtpOf, usualPort } from './mail-values.ts';
import { SectionForm } from './SectionForm.tsx';
import styles from './Settings.module.css';
import { useServerFaults } from './useServerFaults.ts';
import { useSavePart, useSettings } from './useSettings.ts';

export function MailSection() {
  const translator = useT();
  const { t } = translator;
  const notify = useSnackbar();
  const { textOf, faultsOf } = useProblemText();
  const settings = useSettings();
  const locked = !useCan('settings.change').ok;
  const [leaving, setLeaving] = useState(false);
  const resolver = useMemo(() => contractResolver(SmtpSchema, smtpOf, translator), [translator]);
  const form = useForm<MailValues>({ defaultValues: mailValues(settings), resolver });
  const { errors } = form.formState;
  const [noPassword, host, port] = useWatch({ control: form.control, name: ['noPassword', 'host', 'port'] });
  const part = useSavePart('smtp', (saved) => {
    setLeaving(false);
    form.reset(mailValues(saved));
    notify({ text: t('common.saved') });
  });
  useServerFaults(form, faultsOf(part.error), 'smtp');
  const { smtp } = settings;
  const isMoved = smtp !== null && (host.trim() !== smtp.host || port.trim() !== String(smtp.port));
  const field = (name: 'host' | 'port' | 'user' | 'from' | 'fromName') => ({
    label: t(`settings.mail.${name}`),
    readOnly: locked,
    autoComplete: 'off',
    spellCheck: false,
    error: errors[name]?.message,
    ...form.register(name),
  });
  return (
    <SectionForm
      form={form}
      part={part}
      valuesOf={mailValues}
      bodyOf={(values) => ({ smtp: smtpOf(values) })}
      labelOf={(name) => t(`settings.mail.${name}`)}
      more={
        smtp && !locked ? (
          <WhyButton onClick={() => setLeaving(true)}>{t('settings.mail.off')}</WhyButton>
        ) : null
      }
    >
      <p className={styles.state}>
        {smtp ? t('settings.mail.set', { host: smtp.host, from: smtp.from }) : t('settings.mail.unset')}
      </p>
      <div className={styles.two}>
        <TextField {...field('host')} hint={t('settings.mail.host_hint')} />
        <SelectField
          label={t('settings.mail.security')}
          hint={t('settings.mail.security_hint')}
          disabled={locked}
          options={SECURITY.map((value) => ({ value, label: t(`settings.mail.security.${value}`) }))}
          {...form.register('security', {
            onChange: (event: { target: { value: MailValues['security'] } }) =>
              form.setValue('port', usualPort(form.getValues('port'), event.target.value)),
          })}
        />
        <TextField {...field('port')} inputMode="numeric" />
        <TextField {...field('user')} optional />
        <TextField
          label={t('settings.mail.password')}
          type="password"
          autoComplete="new-password"
          hint={t(passwordHint(smtp, isMoved))}
          optional
          readOnly={locked || noPassword}
          error={errors.password?.message}
          {...form.register('password')}
        />
        <div className={styles.check}>
          <CheckField
            label={t('settings.mail.noPassword')}
            disabled={locked}
            {...form.register('noPassword')}
          />
        </div>
        <TextField {...field('from')} type="email" />
        <TextField {...field('fromName')} optional spellCheck />
      </div>
      <ConfirmDialog
        open={leaving}
        danger
        title={t('settings.mail.off_title')}
        confirm={t('settings.mail.off')}
        busy={part.busy}
        error={part.error ? textOf(part.error) : null}
        onConfirm={() => part.save({ smtp: null })}
        onClose={() => setLeaving(false)}
      >
        {t('settings.mail.off_text')}
      </ConfirmDialog>
    </SectionForm>
  );
}

/** A stored password is for the server it was given for; the server deletes it when that changes. */
function passwordHint(smtp: Settings['smtp'], isMoved: boolean) {
  if (!smtp?.passwordSet) return 'settings.mail.password_hint';
  return isMoved ? 'settings.mail.password_again' : 'settings.mail.password_kept';
}
