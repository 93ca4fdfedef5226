/** The demo's personas: one button per role that signs in as it, with a description of the role. */
import { useMutation } from '@tanstack/react-query';
import { type SessionState, signInAsPersona } from '#contract/session.ts';
import { type Role, roles } from '#domain/access/roles.ts';
import { call } from '#web/api/call.ts';
import { useProblemText } from '#web/lib/useProblemText.ts';
import { useT } from '#web/lib/useT.ts';
import styles from './Personas.module.css';

type PersonasProps = {
  /** The roles to offer; by default all. */
  among?: readonly Role[];
  onSignedIn: (session: SessionState) => void;
};

export function Personas({ among = roles, onSignedIn }: PersonasProps) {
  const { t } = useT();
  const { textOf } = useProblemText();
  const entry = useMutation({
    mutationFn: (role: Role) => call(signInAsPersona, { body: { role } }),
    onSuccess: onSignedIn,
  });
  return (
    <section>
      <h2 className={styles.title}>{t('session.personas_title')}</h2>
      <p className={styles.hint}>{t('session.personas_hint')}</p>
      <ul className={styles.list}>
        {among.map((role) => (
          <li key={role}>
            <button
              type="button"
              className={styles.persona}
              aria-busy={entry.isPending && entry.variables === role}
              onClick={() => !entry.isPending && entry.mutate(role)}
            >
              <span className={styles.role}>{t(`role.${role}`)}</span>
              <span className={styles.does}>{t(`session.persona.${role}`)}</span>
            </button>
          </li>
        ))}
      </ul>
      {entry.error && (
        <p role="alert" className={styles.fault}>
          {textOf(entry.error)}
        </p>
      )}
    </section>
  );
}
