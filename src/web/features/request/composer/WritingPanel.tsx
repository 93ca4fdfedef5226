/**
 * The panel for writing a letter, an outside answer or a note. It contains what the three share: the draft's text, the
 * check before sending, errors, and the foot with the draft's state and the button. WRITINGS holds their labels and
 * limits; a caller adds its own fields above the text and its own lines below it.
 */
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import type { answerRequest } from '#contract/requests-write.ts';
import type { Action } from '#domain/access/actions.ts';
import type { MessageId } from '#i18n/catalogue.ts';
import { classNames } from '#web/lib/class-names.ts';
import { useProblemText } from '#web/lib/useProblemText.ts';
import { useSnackbar } from '#web/lib/useSnackbar.ts';
import { useT } from '#web/lib/useT.ts';
import { Kbd } from '#web/ui/text/Kbd.tsx';
import { ActionButton } from '../ActionButton.tsx';
import { ConflictPanel } from '../ConflictPanel.tsx';
import { useRequest, verdictOf } from '../useRequest.ts';
import type { RequestChange } from '../useRequestChange.ts';
import styles from './Composer.module.css';
import { useComposer } from './useComposer.ts';
import type { Draft } from './useDraft.ts';
import { WritingField } from './WritingField.tsx';

type Writing = {
  action: Action;
  label: MessageId;
  hint?: MessageId;
  button: MessageId;
  /** Most characters, as in the endpoint's schema. */
  max: number;
};

const WRITINGS = {
  letter: {
    action: 'request.answer',
    label: 'request.answer_text',
    button: 'request.send',
    max: 20_000,
  },
  outside: {
    action: 'request.answer_outside',
    label: 'request.outside_text',
    hint: 'request.outside_hint',
    button: 'request.record_answer',
    max: 20_000,
  },
  note: {
    action: 'request.note',
    label: 'request.note_label',
    button: 'request.add_note',
    max: 4_000,
  },
} as const satisfies Record<string, Writing>;

type WritingKind = keyof typeof WRITINGS;

/** State of the last attempt to send. The type is the same for every endpoint, so any one of them serves here. */
type Sending = Omit<RequestChange<typeof answerRequest>, 'send'>;

type WritingPanelProps = {
  kind: WritingKind;
  draft: Draft;
  sending: Sending;
  /** Called with the draft's content once no save of it is in flight. */
  onSend: (written: { text: string; subjectLine: string }) => void;
  /** Validates the caller's own fields on sending; false cancels it. */
  isReady?: () => boolean;
  above?: ReactNode;
  /** Between the text and the errors. */
  below?: ReactNode;
  /** The last line before the foot. */
  effects?: ReactNode;
  /** Switches to the other way of answering. */
  other?: { label: MessageId; onClick: () => void } | undefined;
};

export function WritingPanel(props: WritingPanelProps) {
  const { kind, draft, sending, onSend, isReady = () => true, other } = props;
  const { t } = useT();
  const detail = useRequest();
  const { action, button, label, max, ...words }: Writing = WRITINGS[kind];
  const empty = draft.state.text.trim() === '';
  const send = async () => {
    if (!isReady() || empty || sending.busy || !navigator.onLine) return;
    // Sending drops the server's draft; a save that arrived later would bring it back.
    await draft.saver.settle();
    onSend(draft.saver.read());
  };
  const isNote = kind === 'note';
  return (
    <div className={classNames(styles.panel, isNote && styles.panelNote)}>
      {props.above}
      <WritingField
        label={t(label)}
        {...(words.hint ? { hint: t(words.hint) } : {})}
        draft={draft}
        max={max}
        error={sending.faults.text}
        onSend={() => void send()}
      />
      {props.below}
      {sending.conflict && <ConflictPanel conflict={sending.conflict} again={t(button)} />}
      {sending.error && (
        <p className={styles.fault} role="alert">
          {sending.error}
        </p>
      )}
      {props.effects}
      <div className={styles.foot}>
        <DraftState draft={draft} />
        {other && (
          <Button variant="text" onClick={other.onClick}>
            {t(other.label)}
          </Button>
        )}
        <ActionButton
          // A note is not the primary action while the next step is the viewer's own.
          primary={!isNote || !detail.move.mine}
          verdict={empty ? { ok: false, why: 'empty_text' } : verdictOf(detail, action)}
          busy={sending.busy}
          onClick={() => void send()}
        >
          {t(button)}
          <span className={styles.key}>
            <Kbd keys="Ctrl+Enter" />
          </span>
        </ActionButton>
      </div>
    </div>
  );
}

/** The draft's state ("saved 14:03"). It is not announced, because it changes while the person types. */
function DraftState({ draft: { state, saver } }: { draft: Draft }) {
  const { t, format } = useT();
  const { textOf } = useProblemText();
  const { status, savedAt, fault, text } = state;
  if (status === 'unread' && fault !== null)
    return (
      <span className={styles.state}>
        {textOf(fault)}{' '}
        <Button variant="text" onClick={() => void saver.load()}>
          {t('common.try_again')}
        </Button>
      </span>
    );
  const words = () => {
    if (status === 'waiting') return t('request.draft.waiting');
    if (status === 'refused') return textOf(fault);
    if (status === 'saving') return t('request.draft.saving');
    return savedAt && text !== '' ? t('request.draft.saved', { when: format.time(savedAt) }) : '';
  };
  return <span className={styles.state}>{words()}</span>;
}

/** Returns the callback for a successful send: drops the draft, folds the composer and shows a notice. */
export function useSent(kind: WritingKind, { saver }: Draft): () => void {
  const { t } = useT();
  const notify = useSnackbar();
  const { close } = useComposer();
  return () => {
    saver.done();
    close();
    notify({ text: t(`done.${WRITINGS[kind].action}`) });
  };
}
