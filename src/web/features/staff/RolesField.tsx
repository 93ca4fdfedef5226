/** The roles of a member, what each allows, and why some cannot be combined. */
import { useId } from 'react';
import { ALARMING_ROLES, conflictingRoles, ROLES, type Role, roles } from '#domain/access/roles.ts';
import { useT } from '#web/lib/useT.ts';
import { CheckField } from '#web/ui/fields/CheckField.tsx';
import { Icon } from '#web/ui/text/Icon.tsx';
import styles from './Staff.module.css';

type RolesFieldProps = {
  value: readonly Role[];
  /** Roles held before the change: the note about an alarm is shown only for a newly granted role. */
  before?: readonly Role[];
  error?: string | undefined;
  /** The reason why the roles cannot be changed, such as that they are one's own. */
  locked?: string | null;
  onChange: (roles: readonly Role[]) => void;
};

export function RolesField({ value, before = [], error, locked = null, onChange }: RolesFieldProps) {
  const { t } = useT();
  const id = useId();
  const conflicting = conflictingRoles(value);
  const alarming = value.filter((role) => ALARMING_ROLES.includes(role) && !before.includes(role));
  const toggle = (role: Role, on: boolean) =>
    onChange(roles.filter((each) => (each === role ? on : value.includes(each))));
  return (
    <fieldset className={styles.roles} aria-describedby={id}>
      <legend>{t('staff.column.roles')}</legend>
      {roles.map((role) => (
        <CheckField
          key={role}
          label={t(`role.${role}`)}
          hint={t(`staff.role.${role}`)}
          checked={value.includes(role)}
          disabled={locked !== null}
          onChange={(event) => toggle(role, event.target.checked)}
        />
      ))}
      <div id={id} className={styles.rolesSaid}>
        {locked !== null && <p className={styles.quiet}>{locked}</p>}
        {conflicting.length > 0 ? (
          <p className={styles.fault}>
            <Icon name="warning" size={13} />
            {t('staff.roles_conflict', {
              roles: conflicting
                .filter((role) => !ROLES[role].combines)
                .map((role) => t(`role.${role}`))
                .join(', '),
            })}
          </p>
        ) : (
          error !== undefined && (
            <p className={styles.fault}>
              <Icon name="warning" size={13} />
              {error}
            </p>
          )
        )}
        {alarming.length > 0 && <p className={styles.quiet}>{t('staff.roles_alarm')}</p>}
      </div>
    </fieldset>
  );
}
