/**
 * Read-only facts about the installation (database, key, backups, release), which are configured at the program's
 * start.
 */
import type { ReactNode } from 'react';
import { useSession } from '#web/lib/useMe.ts';
import { useT } from '#web/lib/useT.ts';
import { CopyButton } from '#web/ui/buttons/CopyButton.tsx';
import styles from './Settings.module.css';
import { useSettings } from './useSettings.ts';

export function SystemSection() {
  const { t, format } = useT();
  const { database, keyFile, backups, languages } = useSettings();
  const { version, mode, plainHttp } = useSession();
  const embedded = database === 'pglite';
  return (
    <div className={styles.form}>
      <p className={styles.state}>{t('settings.system.lead')}</p>
      <dl className={styles.facts}>
        <Fact name={t('settings.system.database')} hint={t(`settings.system.${database}_hint`)}>
          {t(`settings.system.${database}`)}
        </Fact>
        <Fact name={t('settings.system.key')} hint={t('settings.system.key_hint')}>
          {keyFile === null ? (
            t('settings.system.no_key')
          ) : (
            <>
              <code className={styles.mono}>{keyFile}</code> <CopyButton text={keyFile} />
            </>
          )}
        </Fact>
        <Fact
          name={t('settings.system.backups')}
          hint={t(embedded ? 'settings.system.backups_hint' : 'settings.system.backups_pg')}
        >
          {backups.last === null
            ? t(embedded ? 'settings.system.no_backup' : 'settings.system.not_here')
            : t('settings.system.backup', {
                moment: format.dateTime(backups.last),
                kept: format.number(backups.kept),
              })}
        </Fact>
        <Fact name={t('settings.system.version')}>
          {version}
          {mode === 'demo' && ` · ${t('settings.system.demo')}`}
        </Fact>
        <Fact
          name={t('settings.system.line')}
          {...(plainHttp ? { hint: t('settings.system.plain_hint') } : {})}
        >
          {t(plainHttp ? 'settings.system.plain' : 'settings.system.tls')}
        </Fact>
        <Fact name={t('settings.system.languages')}>
          {languages.map((language) => t(`language.${language}`)).join(', ')}
        </Fact>
      </dl>
    </div>
  );
}

function Fact({ name, hint, children }: { name: string; hint?: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {children}
        {hint && <p className={styles.note}>{hint}</p>}
      </dd>
    </div>
  );
}
