/** Previews what a role sees of a fictional record, redacted in the browser by the same functions the server uses. */
import { useState } from 'react';
import { guard } from '#domain/access/redact.ts';
import { type Role, roles } from '#domain/access/roles.ts';
import { viewOf } from '#domain/access/view.ts';
import { maskEmail, maskIp, maskName, maskPhone, maskTextToString } from '#domain/privacy/masks.ts';
import { REQUEST_FIELDS, type RequestField } from '#domain/request/fields.ts';
import { openStatuses } from '#domain/request/status.ts';
import { type RequestType, requestTypes } from '#domain/request/types.ts';
import { useT } from '#web/lib/useT.ts';
import { SelectField } from '#web/ui/fields/SelectField.tsx';
import { Guarded } from '#web/ui/request/Guarded.tsx';
import styles from './Visibility.module.css';

const RECORD: readonly { field: RequestField; value: string; mask: (value: string) => string }[] = [
  { field: 'surname', value: 'Ойданбаева', mask: (value) => maskName(value, '') },
  { field: 'first_name', value: 'Үлгі', mask: (value) => maskName('', value) },
  { field: 'email', value: 'ulgi.oidanbaeva@example.kz', mask: maskEmail },
  { field: 'phone', value: '+77000000026', mask: maskPhone },
  { field: 'message', value: 'Нөмірімді өшіріңіз: +7 700 000 00 26, ЖСН 991332512019.', mask: () => '' },
  { field: 'device_model', value: 'Galaxy A55', mask: () => '' },
  { field: 'ip', value: '203.0.113.7', mask: maskIp },
];

export function RolePreview() {
  const { t } = useT();
  const [role, setRole] = useState<Role>(roles[0] ?? 'support');
  const [type, setType] = useState<RequestType>(requestTypes[0] ?? 'contact');
  const actor = { id: 'preview', roles: [role] };
  // The conditions under which a role sees most: an open request, assigned to it and not blocked.
  const facts = {
    type,
    status: openStatuses[1] ?? 'new',
    assigneeId: actor.id,
    proposerId: null,
    approved: false,
    blocked: false,
  };
  return (
    <section className={styles.preview} aria-labelledby="role-preview">
      <h2 id="role-preview">{t('visibility.preview')}</h2>
      <div className={styles.choice}>
        <SelectField
          label={t('visibility.role')}
          value={role}
          options={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
          onChange={(event) => setRole(roles.find((name) => name === event.target.value) ?? role)}
        />
        <SelectField
          label={t('visibility.type')}
          value={type}
          options={requestTypes.map((value) => ({ value, label: t(`type.${value}`) }))}
          onChange={(event) => setType(requestTypes.find((name) => name === event.target.value) ?? type)}
        />
      </div>
      <dl className={styles.record}>
        {RECORD.map(({ field, value, mask }) => {
          const { level } = viewOf(actor, REQUEST_FIELDS[field].class, facts);
          const text = field === 'message' && level === 'clear' ? maskTextToString(value) : value;
          return (
            <div key={field}>
              <dt>{t(`field.${field}`)}</dt>
              <dd>
                <Guarded value={guard(text, level, mask)} />
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
