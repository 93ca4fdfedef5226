/** The person's own preferences: language, theme, shortcuts. Each takes effect at once, so there is no save button. */
import type { ReactNode } from 'react';
import { useChangePreference } from '#web/lib/useChangePreference.ts';
import { useMe } from '#web/lib/useMe.ts';
import { usePreferences } from '#web/lib/usePreferences.ts';
import { useT } from '#web/lib/useT.ts';
import { LanguageSwitch } from '#web/ui/buttons/LanguageSwitch.tsx';
import { ThemeSwitch } from '#web/ui/buttons/ThemeSwitch.tsx';
import { CheckField } from '#web/ui/fields/CheckField.tsx';
import { PageTitle } from '#web/ui/text/PageTitle.tsx';
import { OwnPasswordForm } from './OwnPasswordForm.tsx';
import styles from './ProfilePage.module.css';

export function Component() {
  const { t } = useT();
  const { name, email, roles } = useMe();
  const { keys } = usePreferences().preferences;
  const change = useChangePreference();
  return (
    <>
      <PageTitle tab={t('nav.profile')}>{name}</PageTitle>
      <p className={styles.intro}>{t('profile.intro')}</p>
      <dl className={styles.rows}>
        <Row name={t('session.email')}>{email}</Row>
        <Row name={t('profile.roles')} hint={t('profile.roles_hint')}>
          {roles.map((role) => t(`role.${role}`)).join(' · ')}
        </Row>
        <Row name={t('language.label')} hint={t('profile.language_hint')}>
          <LanguageSwitch />
        </Row>
        <Row name={t('theme.label')}>
          <ThemeSwitch />
        </Row>
        <Row name={t('keys.title')}>
          <CheckField
            label={t('profile.keys')}
            hint={t('profile.keys_hint')}
            checked={keys}
            onChange={(event) => change({ keys: event.target.checked })}
          />
        </Row>
        <Row name={t('session.password')} hint={t('profile.password_hint')}>
          <OwnPasswordForm email={email} />
        </Row>
      </dl>
    </>
  );
}

function Row({ name, hint, children }: { name: string; hint?: string; children: ReactNode }) {
  return (
    <div className={styles.row}>
      <dt>{name}</dt>
      <dd>
        {children}
        {hint && <p className={styles.hint}>{hint}</p>}
      </dd>
    </div>
  );
}
