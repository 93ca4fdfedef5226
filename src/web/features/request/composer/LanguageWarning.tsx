/** An answer is owed in Kazakh or in the language of the request (Language Law art. 11). */
import { languageOf } from '#domain/privacy/language.ts';
import { useT } from '#web/lib/useT.ts';
import { Icon } from '#web/ui/text/Icon.tsx';
import { useRequest } from '../useRequest.ts';
import styles from './Composer.module.css';

/** Letters enough to tell. */
const ENOUGH = 24;
const ALWAYS_RIGHT = 'kk';

export function LanguageWarning({ text }: { text: string }) {
  const { t } = useT();
  const { language } = useRequest();
  const written = languageOf(text);
  if (text.trim().length < ENOUGH || written === ALWAYS_RIGHT || written === language) return null;
  return (
    <p className={styles.warning}>
      <Icon name="warning" size={13} />
      {t('request.wrong_language', { language: t(`language.${language}`) })}
    </p>
  );
}
