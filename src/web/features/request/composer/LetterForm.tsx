/** The form of a letter to the applicant; it states what this kind of letter does before it is sent. */
import { sendLetter } from '#contract/requests-write.ts';
import { languageOf } from '#domain/privacy/language.ts';
import { isStatusChange, statusAfter } from '#domain/request/lifecycle.ts';
import {
  MESSAGE_KINDS,
  type MessageKind,
  meetsPromise,
  messageKinds,
} from '#domain/request/message-kinds.ts';
import { useT } from '#web/lib/useT.ts';
import { TextField } from '#web/ui/fields/TextField.tsx';
import { Guarded } from '#web/ui/request/Guarded.tsx';
import { Icon } from '#web/ui/text/Icon.tsx';
import { useDialogs } from '../dialogs/useDialogs.ts';
import { useRequest, type Verdict, verdictOf } from '../useRequest.ts';
import { useRequestChange } from '../useRequestChange.ts';
import styles from './Composer.module.css';
import { kindVerdict } from './letter-kind.ts';
import type { Draft } from './useDraft.ts';
import { useSent, WritingPanel } from './WritingPanel.tsx';

type LetterFormProps = {
  draft: Draft;
  /** Null if the person has to choose first. */
  kind: MessageKind | null;
  onType: () => void;
  onSent: () => void;
};

export function LetterForm({ draft, kind, onType, onSent }: LetterFormProps) {
  const { t } = useT();
  const detail = useRequest();
  const dialogs = useDialogs();
  const { state, saver } = draft;
  const sent = useSent(MESSAGE_KINDS[kind ?? 'answer'].action);
  const letter = useRequestChange(sendLetter, () => {
    onSent();
    sent();
  });
  // Where no letter can be sent, the panel says so instead of turning into the record of an answer given otherwise.
  const verdict: Verdict =
    detail.mail !== 'ready'
      ? { ok: false, why: detail.mail }
      : kind === null
        ? { ok: false, why: 'choose_kind' }
        : kindVerdict(detail, kind);
  const mayRecord = verdictOf(detail, 'request.answer_outside').ok;
  return (
    <WritingPanel
      kind="letter"
      verdict={verdict}
      draft={draft}
      sending={letter}
      onType={onType}
      onSend={async ({ text, subjectLine, draftVersion }) => {
        if (kind === null) return null;
        const subject = subjectLine.trim();
        return letter.send({ kind, text, draftVersion, ...(subject === '' ? {} : { subjectLine: subject }) });
      }}
      above={
        <>
          <Obstacles kind={kind} />
          <TextField
            label={t(kind === 'question' ? 'request.question_subject' : 'field.subject_line')}
            optional
            value={state.subjectLine}
            maxLength={200}
            placeholder={t(`request.subject_in.${detail.language}.${kind ?? 'answer'}`)}
            readOnly={state.status === 'sending' || (state.status === 'unread' && state.fault !== null)}
            error={letter.faults.subjectLine}
            onChange={(event) => {
              onType();
              saver.type({ subjectLine: event.target.value });
            }}
            onBlur={() => void saver.flush()}
          />
        </>
      }
      below={<LanguageWarning text={state.text} />}
      effects={kind && <SendEffects kind={kind} />}
      other={
        mayRecord
          ? { label: 'button.request.answer_outside', onClick: () => dialogs.open('request.answer_outside') }
          : undefined
      }
    />
  );
}

/** Why no letter can be sent yet, or why the answer is not offered. */
function Obstacles({ kind }: { kind: MessageKind | null }) {
  const { t, label } = useT();
  const detail = useRequest();
  const reasons = messageKinds.flatMap((each) => {
    const { ok, why } = kindVerdict(detail, each);
    // The reason of the chosen kind, and of the answer, whose absence would surprise.
    return ok || (each !== kind && !meetsPromise(each)) ? [] : [label(`why.${why}`, t('error.forbidden'))];
  });
  const lines = [
    ...(detail.mail === 'ready' ? [] : [label(`why.${detail.mail}`)]),
    ...(kind === null ? [t('why.choose_kind')] : []),
    ...reasons,
  ];
  return [...new Set(lines)].map((line) => (
    <p key={line} className={styles.warning}>
      <Icon name="warning" size={13} />
      {line}
    </p>
  ));
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

/** The effects of sending: language, recipient, the next status, and what it means for the promise. */
function SendEffects({ kind }: { kind: MessageKind }) {
  const { t } = useT();
  const { language, fields, status } = useRequest();
  const address = fields.find(({ field }) => field === 'email')?.value ?? null;
  const { action } = MESSAGE_KINDS[kind];
  const next = isStatusChange(action) ? statusAfter(action, status, true) : status;
  const effects = [
    next === status
      ? t('request.send_same_status')
      : t('request.send_status', { status: t(`status.${next}`) }),
    ...(meetsPromise(kind)
      ? [t('request.send_promise')]
      : [t('request.send_clock'), t('request.send_no_answer')]),
  ];
  return (
    <div className={styles.effects}>
      <p>
        {t('request.send_language', { language: t(`language.${language}`) })} · {t('request.send_to')}{' '}
        <Guarded value={address} />
      </p>
      <p>
        <strong>{t(`letter_kind.${kind}`)}</strong>: {effects.join(' · ')}
      </p>
    </div>
  );
}
