/** Invites a person: name, e-mail, roles, last day; then shows the link once. Input is kept after a refused attempt. */
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, useMemo } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { inviteStaff, listStaff } from '#contract/staff.ts';
import { useChange } from '#web/api/mutate.ts';
import { dayIn } from '#web/lib/day-text.ts';
import { faultsResolver } from '#web/lib/form-resolver.ts';
import { useToday } from '#web/lib/useNow.ts';
import { useProblemText } from '#web/lib/useProblemText.ts';
import { useT } from '#web/lib/useT.ts';
import { useUnsaved } from '#web/lib/useUnsaved.ts';
import { WhyButton } from '#web/ui/buttons/WhyButton.tsx';
import { TextField } from '#web/ui/fields/TextField.tsx';
import { EndsOnField } from './EndsOnField.tsx';
import { InvitationLink } from './InvitationLink.tsx';
import { faultsIn, type MemberValues } from './member-values.ts';
import { RolesField } from './RolesField.tsx';
import styles from './Staff.module.css';

type InviteDialogProps = { onClose: () => void };
type InviteValues = MemberValues & { email: string };

const EMPTY: InviteValues = { name: '', email: '', roles: [], endsOn: '' };

export function InviteDialog({ onClose }: InviteDialogProps) {
  const words = useT();
  const { t } = words;
  const heading = useId();
  const today = useToday();
  const { textOf, faultsOf } = useProblemText();
  const resolver = useMemo(
    () =>
      faultsResolver((values: InviteValues) => {
        const email = values.email.trim() === '' ? { email: t('fault.required') } : {};
        return Object.entries({ ...faultsIn(values, today, words), ...email }).map(([field, message]) => ({
          field,
          message,
        }));
      }),
    [today, words, t],
  );
  const { control, register, handleSubmit, formState } = useForm<InviteValues>({
    defaultValues: EMPTY,
    resolver,
  });
  const { errors, isDirty } = formState;
  const invite = useChange(inviteStaff, { refreshes: [listStaff] });
  useUnsaved(isDirty && !invite.isSuccess);

  const submit = handleSubmit((values) => {
    if (invite.isPending) return;
    const endsOn = dayIn(values.endsOn, today, 'ahead');
    invite.mutate({
      body: {
        name: values.name.trim(),
        email: values.email.trim(),
        roles: [...values.roles],
        ...(endsOn ? { endsOn } : {}),
      },
    });
  });

  if (invite.data)
    return (
      <Dialog open aria-labelledby={heading} maxWidth="sm" fullWidth>
        <DialogTitle id={heading}>{t('staff.invited', { name: invite.data.member.name })}</DialogTitle>
        <DialogContent>
          <InvitationLink {...invite.data} />
        </DialogContent>
        <DialogActions>
          <Button variant="contained" onClick={onClose}>
            {t('staff.link_done')}
          </Button>
        </DialogActions>
      </Dialog>
    );

  const faults = faultsOf(invite.error);
  return (
    // A click outside must not discard input.
    <Dialog open onClose={() => isDirty || onClose()} aria-labelledby={heading} maxWidth="sm" fullWidth>
      <form onSubmit={submit} noValidate>
        <DialogTitle id={heading}>{t('staff.invite_title')}</DialogTitle>
        <DialogContent className={styles.form}>
          <TextField
            label={t('staff.column.name')}
            autoFocus
            autoComplete="off"
            error={errors.name?.message ?? faults.name}
            {...register('name')}
          />
          <TextField
            label={t('staff.column.email')}
            hint={t('staff.email_hint')}
            type="email"
            autoComplete="off"
            spellCheck={false}
            error={errors.email?.message ?? faults.email}
            {...register('email')}
          />
          <Controller
            control={control}
            name="roles"
            render={({ field: { value, onChange }, fieldState: { error } }) => (
              <RolesField {...{ value, onChange }} error={error?.message ?? faults.roles} />
            )}
          />
          <Controller
            control={control}
            name="endsOn"
            render={({ field: { value, onChange }, fieldState: { error } }) => (
              <EndsOnField {...{ value, onChange }} error={error?.message ?? faults.endsOn} />
            )}
          />
          {invite.error && Object.keys(faults).length === 0 && (
            <p role="alert" className={styles.fault}>
              {textOf(invite.error)}
            </p>
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <WhyButton type="submit" variant="contained" busy={invite.isPending}>
            {t('staff.invite_send')}
          </WhyButton>
        </DialogActions>
      </form>
    </Dialog>
  );
}
