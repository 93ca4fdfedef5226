/** The form that starts an export of the log: file format and period. */
import Button from '@mui/material/Button';
import { type FormEvent, useState } from 'react';
import { EXPORT_FORMATS, listAuditExports, startAuditExport } from '#contract/audit-export.ts';
import { useChange } from '#web/api/mutate.ts';
import { useToday } from '#web/lib/useNow.ts';
import { useProblemText } from '#web/lib/useProblemText.ts';
import { useT } from '#web/lib/useT.ts';
import { Segmented } from '#web/ui/buttons/Segmented.tsx';
import { SelectField } from '#web/ui/fields/SelectField.tsx';
import styles from './Exports.module.css';
import { daysOf, PERIODS } from './periods.ts';

type Format = (typeof EXPORT_FORMATS)[number];

export function ExportForm() {
  const { t } = useT();
  const { textOf } = useProblemText();
  const today = useToday();
  const [format, setFormat] = useState<Format>('jsonl');
  const [chosen, setChosen] = useState<string>('all');
  const start = useChange(startAuditExport, { refreshes: [listAuditExports] });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const days = daysOf(PERIODS.find((period) => period === chosen) ?? 'all', today);
    if (!start.isPending) start.mutate({ body: { format, ...days } });
  };
  return (
    <form onSubmit={submit} className={styles.form}>
      <Segmented
        label={t('exports.format')}
        options={EXPORT_FORMATS.map((value) => ({ value, label: t(`exports.format.${value}`) }))}
        value={format}
        onChange={setFormat}
      />
      <SelectField
        label={t('exports.period')}
        optional="unsaid"
        value={chosen}
        options={PERIODS.map((value) => ({ value, label: t(`exports.period.${value}`) }))}
        onChange={(event) => setChosen(event.target.value)}
      />
      {format === 'jsonl' && chosen !== 'all' && <p className={styles.note}>{t('exports.part')}</p>}
      <Button
        type="submit"
        variant="contained"
        aria-disabled={start.isPending}
        className={styles.submit ?? ''}
      >
        {t('exports.start')}
      </Button>
      {start.error && (
        <p role="alert" className={styles.alert}>
          {textOf(start.error)}
        </p>
      )}
    </form>
  );
}
