/** The form of a letter to the applicant; it states the effects of sending before the letter is sent. */
import { answerRequest } from '#contract/requests-write.ts';
import { languageOf } from '#domain/privacy/language.ts';
import { statusAfter } from '#domain/request/lifecycle.ts';
import { useT } from '#web/lib/useT.ts';
import { TextField } from '#web/ui/fields/TextField.tsx';
import { Guarded } from '#web/ui/request/Guarded.tsx';
import { Icon } from '#web/ui/text/Icon.tsx';
import { useRequest } from '../useRequest.ts';
import { useRequestChange } from '../useRequestChange.ts';
import styles from './Composer.module.css';
import type { Draft } from './useDraft.ts';
import { useSent, WritingPanel } from './WritingPanel.tsx';

type LetterFormProps = { draft: Draft; onOutside: () => void };

export function LetterForm({ draft, onOutside }: LetterFormProps) {
  const { t } = useT();
  const { language } = useRequest();
  const { state, saver } = draft;
  const letter = useRequestChange(answerRequest, useSent('letter'));
  return (
    <WritingPanel
      kind="letter"
      draft={draft}
      sending={letter}
      onSend={({ text, subjectLine, draftVersion }) => {
        const subject = subjectLine.trim();
        return letter.send({ text, draftVersion, ...(subject === '' ? {} : { subjectLine: subject }) });
      }}
      above={
        <TextField
          label={t('field.subject_line')}
          optional
          value={state.subjectLine}
          maxLength={200}
          placeholder={t(`request.subject_in.${language}`)}
          readOnly={state.status === 'unread' || state.status === 'sending'}
          error={letter.faults.subjectLine}
          onChange={(event) => saver.type({ subjectLine: event.target.value })}
          onBlur={() => void saver.flush()}
        />
      }
      below={<LanguageWarning text={state.text} />}
      effects={<SendEffects />}
      other={{ label: 'request.answered_otherwise', onClick: onOutside }}
    />
  );
}

/** Least number of characters from which the language can be detected reliably. */
const ENOUGH = 24;
/** Kazakh is the state language, so an answer in it is always allowed. */
const ALWAYS_RIGHT = 'kk';

/** Warns of a wrong language: an answer must be in Kazakh or in the language of the request (Language Law art. 11). */
function LanguageWarning({ text }: { text: string }) {
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

/** The effects of sending: language, recipient and the next status. */
function SendEffects() {
  const { t } = useT();
  const { language, fields, status } = useRequest();
  const address = fields.find(({ field }) => field === 'email')?.value ?? null;
  const next = statusAfter('request.answer', status, true);
  return (
    <p className={styles.effects}>
      {t('request.send_language', { language: t(`language.${language}`) })} · {t('request.send_to')}{' '}
      <Guarded value={address} />
      {next !== status && <> · {t('request.send_status', { status: t(`status.${next}`) })}</>}
      {' · '}
      {t('request.send_promise')}
    </p>
  );
}
