/** The text area of a WritingPanel: receives the focus when opened, sends with Ctrl+Enter, closes with Escape. */
import { useEffect, useRef } from 'react';
import { useHotkeys } from '#web/lib/useHotkeys.ts';
import { useT } from '#web/lib/useT.ts';
import { TextArea } from '#web/ui/fields/TextArea.tsx';
import { useComposer } from './useComposer.ts';
import type { Draft } from './useDraft.ts';
import { placeWriting } from './writing-place.ts';

type WritingFieldProps = {
  label: string;
  hint?: string;
  draft: Draft;
  max: number;
  error?: string | undefined;
  onType?: (() => void) | undefined;
  onSend: () => void;
};

export function WritingField({
  label,
  hint,
  draft: { state, saver },
  max,
  error,
  onType,
  onSend,
}: WritingFieldProps) {
  const { t } = useT();
  const { turn, close } = useComposer();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    // 0 means opened for a stored draft, which must not take the focus.
    const written = field.current;
    if (turn === 0 || !written) return;
    written.focus({ preventScroll: true });
    placeWriting(written);
    // Once more when the page is laid out: a page that has just arrived restores its own position.
    const frame = requestAnimationFrame(() => placeWriting(written));
    return () => cancelAnimationFrame(frame);
  }, [turn]);
  useHotkeys([
    { keys: 'Ctrl+Enter', label: 'request.key.send', group: 'composer', inFields: true, run: onSend },
    { keys: 'Escape', label: 'request.key.leave', group: 'composer', inFields: true, run: close },
  ]);
  const reading = state.status === 'unread';
  // What is typed while the text is being sent would belong neither to it nor to the next draft; what is typed into a
  // draft that could not be read would not be kept.
  const fixed = state.status === 'sending' || (reading && state.fault !== null);
  return (
    <TextArea
      ref={field}
      label={label}
      {...(hint ? { hint } : {})}
      rows={5}
      value={state.text}
      maxLength={max}
      readOnly={fixed}
      aria-busy={reading || fixed}
      placeholder={reading ? t('state.loading') : undefined}
      error={error}
      onChange={(event) => {
        onType?.();
        saver.type({ text: event.target.value });
      }}
      onBlur={() => void saver.flush()}
    />
  );
}
