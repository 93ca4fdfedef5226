/** A revealed value with its remaining time and buttons. In print it stays masked. */
import Button from '@mui/material/Button';
import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { copyField } from '#contract/requests-read.ts';
import { call } from '#web/api/call.ts';
import { classNames } from '#web/lib/class-names.ts';
import { useAnnounce } from '#web/lib/useAnnounce.ts';
import { useInstant } from '#web/lib/useNow.ts';
import { useProblemText } from '#web/lib/useProblemText.ts';
import { useSnackbar } from '#web/lib/useSnackbar.ts';
import { useT } from '#web/lib/useT.ts';
import { useRequest } from '../useRequest.ts';
import styles from './Revealed.module.css';
import { useRevealClock } from './reveal-clock.ts';
import type { Reveal, Shown } from './useReveal.ts';
import { useRevealDesk } from './useReveal.ts';
import { given, useRevealCall } from './useRevealCall.ts';

type RevealedProps = { reveal: Reveal; masked: ReactNode; block?: boolean };

export function Revealed({ reveal, masked, block = false }: RevealedProps) {
  if (!reveal.shown) return <>{masked}</>;
  return (
    <>
      <span className={styles.onPaper}>{masked}</span>
      <Value reveal={reveal} shown={reveal.shown} block={block} />
    </>
  );
}

type ValueProps = { reveal: Reveal; shown: Shown; block: boolean };

function Value({ reveal, shown, block }: ValueProps) {
  const { t, format } = useT();
  const { target, hide } = reveal;
  const desk = useRevealDesk();
  const notify = useSnackbar();
  const { textOf } = useProblemText();
  const value = useRef<HTMLElement>(null);
  const copy = useCopy(reveal, shown);
  const again = useRevealCall(target, (next) => desk.show(target, next));
  useRevealClock(shown.until, hide);
  const frame = useRef<HTMLSpanElement>(null);
  useEffect(() => value.current?.focus(), []);
  useLayoutEffect(() => {
    const whole = frame.current;
    return () => {
      // Moves the focus to the reveal button; after a timeout, because that button is mounted after this clean-up.
      if (whole?.contains(document.activeElement)) setTimeout(() => reveal.button.current?.focus());
    };
  }, [reveal.button]);
  useEffect(() => {
    if (again.fault) notify({ text: textOf(again.fault), tone: 'error' });
  }, [again.fault, notify, textOf]);
  return (
    <span ref={frame} className={classNames(styles.revealed, block && styles.block)}>
      <b
        ref={value}
        tabIndex={-1}
        className={styles.value}
        // Copying a selection by hand is a copy too and must be logged.
        onCopy={copy.tell}
      >
        {shown.value}
      </b>
      <TimerBar from={shown.from} until={shown.until} />
      <span className={styles.buttons}>
        <Button variant="text" onClick={hide}>
          {t('guarded.hide_now')}
        </Button>
        <Button variant="text" onClick={copy.run}>
          {t('common.copy')}
        </Button>
        <Button variant="text" onClick={() => void again.ask(shown)} disabled={again.busy}>
          {t('guarded.keep')}
        </Button>
        {shown.leftToday !== null && shown.leftToday <= FEW && (
          <small className={styles.left}>
            {t('request.reveals_left', { n: format.number(shown.leftToday) })}
          </small>
        )}
      </span>
    </span>
  );
}

/** From this many reveals on, the person is told how many are left for the day. */
const FEW = 20;

/** Records the copy in the log before the clipboard has the value, so that no copy goes unrecorded. */
function useCopy({ target }: Reveal, { value }: Shown) {
  const { t } = useT();
  const { id } = useRequest();
  const announce = useAnnounce();
  const notify = useSnackbar();
  const { textOf } = useProblemText();
  const record = () => call(copyField, { params: { id }, body: given(target) });
  const refuse = (error: unknown) => notify({ text: textOf(error), tone: 'error' });
  return {
    run: () => {
      record()
        .then(() => navigator.clipboard.writeText(value))
        .then(() => announce(t('common.copied')), refuse);
    },
    tell: () => void record().catch(refuse),
  };
}

/**
 * The time left as a bar. It is hidden from screen readers, because the seconds are announced when the value appears.
 */
function TimerBar({ from, until }: Pick<Shown, 'from' | 'until'>) {
  const now = useInstant(500).epochMilliseconds;
  const start = Temporal.Instant.from(from).epochMilliseconds;
  const end = Temporal.Instant.from(until).epochMilliseconds;
  const left = Math.max(0, Math.min(1, (end - now) / Math.max(1, end - start)));
  return (
    <span className={styles.timer} aria-hidden="true">
      <span className={styles.timeLeft} style={{ transform: `scaleX(${left})` }} />
    </span>
  );
}
