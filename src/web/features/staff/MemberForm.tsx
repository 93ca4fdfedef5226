/** Edits a member's name, roles and last day. After a conflict it shows the stored version and keeps the input. */
import { type FormEvent, useState } from 'react';
import { changeStaff, listStaff, type StaffMember } from '#contract/staff.ts';
import { ApiError } from '#web/api/call.ts';
import { useChange } from '#web/api/mutate.ts';
import { useToday } from '#web/lib/useNow.ts';
import { useProblemText } from '#web/lib/useProblemText.ts';
import { useSnackbar } from '#web/lib/useSnackbar.ts';
import { useT } from '#web/lib/useT.ts';
import { useUnsaved } from '#web/lib/useUnsaved.ts';
import { WhyButton } from '#web/ui/buttons/WhyButton.tsx';
import { TextField } from '#web/ui/fields/TextField.tsx';
import { LeaveGuard } from '#web/ui/overlay/LeaveGuard.tsx';
import { EndsOnField } from './EndsOnField.tsx';
import { MemberConflict } from './MemberConflict.tsx';
import { changesIn, type Faults, faultsIn, type MemberValues, valuesOf } from './member-values.ts';
import { RolesField } from './RolesField.tsx';
import styles from './Staff.module.css';

export function MemberForm({ member }: { member: StaffMember }) {
  const words = useT();
  const { t, format } = words;
  const today = useToday();
  const notify = useSnackbar();
  const { textOf, faultsOf } = useProblemText();
  /** The version the form started from; with unsaved input it is replaced only on request. */
  const [base, setBase] = useState(member);
  const [values, setValues] = useState<MemberValues>(valuesOf(member, format));
  const [tried, setTried] = useState<Faults>({});
  const save = useChange(changeStaff, {
    refreshes: [listStaff],
    onSuccess: (saved) => {
      begin(saved);
      notify({ text: t('staff.saved', { name: saved.name }) });
    },
  });

  const changes = changesIn(values, base, today);
  const dirty = Object.keys(changes).length > 0 || values.endsOn !== valuesOf(base, format).endsOn;
  useUnsaved(dirty);
  const begin = (from: StaffMember) => {
    setBase(from);
    setValues(valuesOf(from, format));
    setTried({});
  };
  const send = (version: number) => {
    const found = faultsIn(values, today, words);
    setTried(found);
    if (Object.keys(found).length === 0 && !save.isPending)
      save.mutate({ params: { id: member.id }, body: changes, version });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (dirty) send(base.version);
  };

  // Another action (such as disabling) made a newer version and the form has no input: start from that version.
  if (!dirty && base.version < member.version) begin(member);

  const current = currentIn(save.error);
  const faults: Faults = { ...faultsOf(save.error), ...tried };
  const loses = new Set(base.roles).difference(new Set(values.roles)).size > 0;
  const own = member.me ? t('staff.own_rights') : null;
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <LeaveGuard when={dirty && !save.isPending} watch="person" />
      <TextField
        label={t('staff.column.name')}
        autoComplete="off"
        value={values.name}
        error={faults.name}
        onChange={(event) => setValues({ ...values, name: event.target.value })}
      />
      <RolesField
        value={values.roles}
        before={base.roles}
        error={faults.roles}
        locked={own}
        onChange={(roles) => setValues({ ...values, roles })}
      />
      {member.openRequests > 0 && loses && <p>{t('staff.roles_open')}</p>}
      <EndsOnField
        value={values.endsOn}
        error={faults.endsOn}
        locked={own !== null}
        onChange={(endsOn) => setValues({ ...values, endsOn })}
      />
      {save.error && !current && Object.keys(faultsOf(save.error)).length === 0 && (
        <p role="alert" className={styles.fault}>
          {textOf(save.error)}
        </p>
      )}
      {current && (
        <MemberConflict
          current={current}
          busy={save.isPending}
          onTheirs={() => {
            save.reset();
            begin(current);
          }}
          // Sends only the fields changed here, so the other fields of the stored version are kept.
          onMine={() => send(current.version)}
        />
      )}
      {!current && (
        <div>
          <WhyButton
            type="submit"
            variant="contained"
            why={dirty ? null : t('staff.nothing_changed')}
            busy={save.isPending}
          >
            {t('common.save')}
          </WhyButton>
        </div>
      )}
    </form>
  );
}

/** The stored member that the server sends with a `stale_version` error; null for any other error. */
function currentIn(error: unknown): StaffMember | null {
  if (!(error instanceof ApiError) || error.problem.code !== 'stale_version') return null;
  return (error.problem.current as StaffMember | undefined) ?? null;
}
