/**
 * The panel in which a letter, an answer given elsewhere or a note is written. It holds what the three have in common: the
 * draft's text, when it may be sent, what went wrong, and the foot with the draft's state and the button. WRITINGS says
 * how they differ in words; a caller adds fields of its own above the text and lines of its own below it.
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
  /** Characters, as the endpoint takes them. */
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

/** How the last try went; the same for every endpoint, so one of them stands for all. */
type Sending = Omit<RequestChange<typeof answerRequest>, 'send'>;

type WritingPanelProps = {
  kind: WritingKind;
  draft: Draft;
  sending: Sending;
  /** Called with what is in the draft once no save of it is under way. */
  onSend: (written: { text: string; subjectLine: string }) => void;
  /** Looks at the caller's own fields when the person tries to send; false keeps everything as it is. */
  isReady?: () => boolean;
  above?: ReactNode;
  /** Between the text and what went wrong. */
  below?: ReactNode;
  /** The last line before the foot. */
  effects?: ReactNode;
  /** Goes to the other way of answering. */
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
          // A note is the first thing to do only where the move is somebody else's.
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

/** Whether the draft is saved: "saved 14:03". It is not announced, because it changes while one types. */
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

/** What follows once it is sent: the draft is dropped, the composer folds, and a notice says what was done. */
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
