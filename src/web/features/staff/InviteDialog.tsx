/** Inviting: who, with which roles, until when; then the link, shown once. What was typed survives every refusal. */
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { type FormEvent, useId, useState } from 'react';
import { inviteStaff, listStaff } from '#contract/staff.ts';
import { useChange } from '#web/api/mutate.ts';
import { dayIn } from '#web/lib/day-text.ts';
import { useToday } from '#web/lib/useNow.ts';
import { useProblemText } from '#web/lib/useProblemText.ts';
import { useT } from '#web/lib/useT.ts';
import { useUnsaved } from '#web/lib/useUnsaved.ts';
import { WhyButton } from '#web/ui/buttons/WhyButton.tsx';
import { TextField } from '#web/ui/fields/TextField.tsx';
import { EndsOnField } from './EndsOnField.tsx';
import { InvitationLink } from './InvitationLink.tsx';
import { type Faults, faultsIn, type MemberValues } from './member-values.ts';
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
  const [values, setValues] = useState(EMPTY);
  const [tried, setTried] = useState<Faults>({});
  const invite = useChange(inviteStaff, { refreshes: [listStaff] });
  const change = (patch: Partial<InviteValues>) => setValues({ ...values, ...patch });
  useUnsaved(JSON.stringify(values) !== JSON.stringify(EMPTY) && !invite.isSuccess);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const email = values.email.trim();
    const found = {
      ...faultsIn(values, today, words),
      ...(email === '' ? { email: t('fault.required') } : {}),
    };
    setTried(found);
    if (Object.keys(found).length > 0 || invite.isPending) return;
    const endsOn = dayIn(values.endsOn, today);
    invite.mutate({
      body: { name: values.name.trim(), email, roles: [...values.roles], ...(endsOn ? { endsOn } : {}) },
    });
  };

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

  const faults: Faults = { ...faultsOf(invite.error), ...tried };
  return (
    <Dialog
      open
      onClose={() => values === EMPTY && onClose()}
      aria-labelledby={heading}
      maxWidth="sm"
      fullWidth
    >
      <form onSubmit={submit} noValidate>
        <DialogTitle id={heading}>{t('staff.invite_title')}</DialogTitle>
        <DialogContent className={styles.form}>
          <TextField
            label={t('staff.column.name')}
            autoFocus
            autoComplete="off"
            value={values.name}
            error={faults.name}
            onChange={(event) => change({ name: event.target.value })}
          />
          <TextField
            label={t('staff.column.email')}
            hint={t('staff.email_hint')}
            type="email"
            autoComplete="off"
            spellCheck={false}
            value={values.email}
            error={faults.email}
            onChange={(event) => change({ email: event.target.value })}
          />
          <RolesField value={values.roles} error={faults.roles} onChange={(roles) => change({ roles })} />
          <EndsOnField
            value={values.endsOn}
            error={faults.endsOn}
            onChange={(endsOn) => change({ endsOn })}
          />
          {invite.error && Object.keys(faultsOf(invite.error)).length === 0 && (
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
