/** Which role sees which data: the table that the server applies, and a preview of a fictional record per role. */
import { roles } from '#domain/access/roles.ts';
import { fieldClasses } from '#domain/request/fields.ts';
import { useT } from '#web/lib/useT.ts';
import { PageTitle } from '#web/ui/text/PageTitle.tsx';
import { RolePreview } from './RolePreview.tsx';
import styles from './Visibility.module.css';
import { VisibilityCell } from './VisibilityCell.tsx';

export function Component() {
  const { t } = useT();
  return (
    <>
      <PageTitle tab={t('visibility.tab')}>{t('visibility.title')}</PageTitle>
      <p className={styles.lead}>{t('visibility.lead')}</p>
      {/* Scrolls sideways if five roles do not fit the window. */}
      <section className={styles.frame} aria-label={t('visibility.tab')} tabIndex={-1}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('visibility.class')}</th>
              {roles.map((role) => (
                <th key={role} scope="col">
                  {t(`role.${role}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {fieldClasses.map((name) => (
              <tr key={name}>
                <th scope="row">{t(`class.${name}`)}</th>
                {roles.map((role) => (
                  <td key={role} data-role={t(`role.${role}`)}>
                    <VisibilityCell fieldClass={name} role={role} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className={styles.note}>{t('visibility.identifiers')}</p>
      <RolePreview />
    </>
  );
}
