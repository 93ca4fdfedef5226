/**
 * Compares what a caller says with a stored value: the server answers match or no match and how many wrong tries are
 * left. The typed text is cleared after each answer and stored nowhere.
 */
import Button from '@mui/material/Button';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { compareField } from '#contract/requests-read.ts';
import { call } from '#web/api/call.ts';
import { classNames } from '#web/lib/class-names.ts';
import { useAnnounce } from '#web/lib/useAnnounce.ts';
import { useProblemText } from '#web/lib/useProblemText.ts';
import { useT } from '#web/lib/useT.ts';
import { TextField } from '#web/ui/fields/TextField.tsx';
import { Icon } from '#web/ui/text/Icon.tsx';
import { useRequest } from '../useRequest.ts';
import styles from './CompareBox.module.css';
import type { Comparable } from './person-rows.ts';

type CompareBoxProps = { field: Comparable; label: string; onClose: () => void };
type Result = { match: boolean; missesLeft: number };

export function CompareBox({ field, label, onClose }: CompareBoxProps) {
  const { t, format } = useT();
  const { id } = useRequest();
  const announce = useAnnounce();
  const { textOf, faultsOf } = useProblemText();
  const input = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<Result | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  useEffect(() => input.current?.focus(), []);

  const wordsOf = ({ match, missesLeft }: Result) =>
    match ? t('request.match') : t('request.no_match', { n: format.number(missesLeft) });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || said.trim() === '') return;
    setBusy(true);
    setFault(null);
    setResult(null);
    try {
      const answer = await call(compareField, { params: { id }, body: { field, value: said } });
      setResult(answer);
      announce(wordsOf(answer));
      setSaid('');
    } catch (error) {
      setFault(error);
    } finally {
      setBusy(false);
    }
  };
  const faults = faultsOf(fault);
  return (
    <form
      className={styles.box}
      onSubmit={submit}
      noValidate
      onKeyDown={(event) => {
        if (event.code === 'Escape') onClose();
      }}
    >
      <TextField
        ref={input}
        label={t('request.compare_label', { field: label })}
        optional="unsaid"
        value={said}
        maxLength={254}
        autoComplete="off"
        spellCheck={false}
        error={fault === null ? undefined : (faults.value ?? textOf(fault))}
        onChange={(event) => setSaid(event.target.value)}
      />
      <div className={styles.buttons}>
        <Button type="submit" disabled={said.trim() === ''} loading={busy}>
          {t('action.request.compare')}
        </Button>
        <Button variant="text" onClick={onClose}>
          {t('common.close')}
        </Button>
      </div>
      {result && (
        <p className={classNames(styles.result, result.match ? styles.match : styles.miss)}>
          <Icon name={result.match ? 'tick' : 'cross'} size={13} />
          {wordsOf(result)}
        </p>
      )}
      <p className={styles.note}>{t('request.compare_note')}</p>
    </form>
  );
}
