/**
 * The panel for writing a letter or a note. It contains what the two share: the draft's text, the check before sending,
 * errors, and the foot with the draft's state and the button. WRITINGS holds their labels and limits; a caller adds its
 * own fields above the text and its own lines below it.
 */
import Button from '@mui/material/Button';
import { type ReactNode, useState } from 'react';
import type { RequestDetail } from '#contract/request-shapes.ts';
import type { sendLetter } from '#contract/requests-write.ts';
import type { Action } from '#domain/access/actions.ts';
import type { MessageId } from '#i18n/catalogue.ts';
import { classNames } from '#web/lib/class-names.ts';
import { KEEPS_ITSELF } from '#web/lib/typed-text.ts';
import { useProblemText } from '#web/lib/useProblemText.ts';
import { useSnackbar } from '#web/lib/useSnackbar.ts';
import { useT } from '#web/lib/useT.ts';
import { Kbd } from '#web/ui/text/Kbd.tsx';
import { ActionButton } from '../ActionButton.tsx';
import { ConflictPanel } from '../ConflictPanel.tsx';
import { doneLabel } from '../request-acts.ts';
import { useRequest, type Verdict } from '../useRequest.ts';
import type { RequestChange } from '../useRequestChange.ts';
import styles from './Composer.module.css';
import { DraftConflict } from './DraftConflict.tsx';
import { DraftState } from './DraftState.tsx';
import { isUnsaved, type Send } from './draft-saver.ts';
import { MeanwhilePanel, SecondLetter } from './MeanwhilePanel.tsx';
import { useComposer } from './useComposer.ts';
import type { Draft } from './useDraft.ts';
import { useMeanwhile } from './useMeanwhile.ts';
import { WritingField } from './WritingField.tsx';

type Writing = {
  label: MessageId;
  button: MessageId;
  /** Most characters, as in the endpoint's schema. */
  max: number;
};

const WRITINGS = {
  letter: { label: 'request.answer_text', button: 'request.send', max: 20_000 },
  note: { label: 'request.note_label', button: 'request.add_note', max: 4_000 },
} as const satisfies Record<string, Writing>;

type WritingKind = keyof typeof WRITINGS;

/** State of the last attempt to send. The type is the same for every endpoint, so any one of them serves here. */
type Sending = Omit<RequestChange<typeof sendLetter>, 'send'>;

export type Written = Parameters<Send>[0];

type WritingPanelProps = {
  kind: WritingKind;
  /** Whether it may be sent; a refusal is the button's reason, and the answer to Ctrl+Enter. */
  verdict: Verdict;
  draft: Draft;
  sending: Sending;
  /** Called with the saved draft; resolves with the changed record, or null if nothing was sent. */
  onSend: (written: Written) => Promise<RequestDetail | null>;
  onType?: () => void;
  above?: ReactNode;
  /** Between the text and the errors. */
  below?: ReactNode;
  /** The last line before the foot. */
  effects?: ReactNode;
  /** The other way of answering. */
  other?: { label: MessageId; onClick: () => void } | undefined;
};

export function WritingPanel(props: WritingPanelProps) {
  const { kind, draft, sending, onSend, other } = props;
  const { t, label: labelled } = useT();
  const notify = useSnackbar();
  const { textOf } = useProblemText();
  const detail = useRequest();
  const { button, label, max }: Writing = WRITINGS[kind];
  const { state, saver } = draft;
  const [unsaved, setUnsaved] = useState(false);
  const [asking, setAsking] = useState(false);
  const [accepted, setAccepted] = useState(0);
  const isBusy = sending.busy || state.status === 'sending';
  const why = state.status === 'conflict' ? 'draft_conflict' : state.text.trim() === '' ? 'empty_text' : null;
  // A conflict of the draft comes first: until it is resolved there is no text to judge.
  const isNext = why !== null && (props.verdict.ok || state.status === 'conflict');
  const verdict: Verdict = isNext ? { ok: false, why } : props.verdict;
  const isNote = kind === 'note';
  const meanwhile = useMeanwhile();
  // A note is nobody's second answer. A letter asks once for each that was sent meanwhile.
  const unknown = isNote ? [] : meanwhile.letters.slice(accepted);
  const send = async (isAsked = false) => {
    setAsking(false);
    if (isBusy || !navigator.onLine) return;
    if (!verdict.ok) return notify({ text: labelled(`why.${verdict.why}`), tone: 'error' });
    if (unknown.length > 0 && !isAsked) return setAsking(true);
    setAccepted(meanwhile.letters.length);
    await saver.send(async (written) => (await onSend(written))?.drafts[draft.kind] ?? null);
    // Only a saved text is sent, so that no save in flight can bring the draft back; say why this one was not saved.
    setUnsaved(isUnsaved(saver.read()));
  };
  return (
    <div className={classNames(styles.panel, isNote && styles.panelNote)} {...{ [KEEPS_ITSELF]: '' }}>
      {props.above}
      <WritingField
        label={t(label)}
        draft={draft}
        max={max}
        error={sending.faults.text}
        onType={props.onType}
        onSend={() => void send()}
      />
      {props.below}
      {sending.conflict ? (
        <ConflictPanel conflict={sending.conflict} again={t(button)} />
      ) : (
        <MeanwhilePanel meanwhile={meanwhile} again={t(button)} />
      )}
      {asking && (
        <SecondLetter
          letters={unknown}
          confirm={t(button)}
          onConfirm={() => void send(true)}
          onClose={() => setAsking(false)}
        />
      )}
      {state.status === 'conflict' && <DraftConflict draft={draft} />}
      {unsaved && state.fault !== null && state.status !== 'conflict' && (
        <p className={styles.fault} role="alert">
          {t('request.draft.not_sent')} {textOf(state.fault)}
        </p>
      )}
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
          verdict={verdict}
          busy={isBusy}
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

/** Returns the callback for a successful send: folds the composer and shows a notice. */
export function useSent(action: Action): () => void {
  const translator = useT();
  const notify = useSnackbar();
  const { close } = useComposer();
  return () => {
    close();
    notify({ text: doneLabel({ action }, translator) });
  };
}
