/** The "when" filter of the panel: a preset relative to today, or a range of two typed days. */
import { useState } from 'react';
import { useToday } from '#web/lib/useNow.ts';
import { useT } from '#web/lib/useT.ts';
import { Pill, Pills } from '#web/ui/buttons/Pills.tsx';
import { DayField } from '#web/ui/fields/DayField.tsx';
import { FieldPairs } from '#web/ui/overlay/FormPopover.tsx';
import type { AuditQuery } from './audit-query.ts';
import { PRESETS } from './when-range.ts';

type Range = { from: string; to: string };
type WhenFieldProps = {
  query: AuditQuery;
  range: Range;
  wrong: keyof Range | null;
  autoFocus: boolean;
  onRange: (patch: Partial<Range>) => void;
};

const ENDS = ['from', 'to'] as const;

export function WhenField({ query, range, wrong, autoFocus, onRange }: WhenFieldProps) {
  const { t } = useT();
  const today = useToday();
  const [choice, setChoice] = useState<string>(query.when ?? (query.from || query.to ? 'range' : ''));
  return (
    <>
      <Pills legend={t('audit.filter.when')}>
        {['', ...PRESETS, 'range'].map((value) => (
          <Pill
            key={value}
            type="radio"
            name="when"
            value={value}
            checked={choice === value}
            autoFocus={autoFocus && choice === value}
            onChange={() => setChoice(value)}
          >
            {whenLabel(value, t)}
          </Pill>
        ))}
      </Pills>
      {choice === 'range' && (
        <FieldPairs>
          {ENDS.map((end) => (
            <DayField
              key={end}
              optional="unsaid"
              label={t(`audit.filter.${end}`)}
              value={range[end]}
              latest={today}
              error={wrong === end ? t('fault.bad_format') : undefined}
              onChange={(event) => onRange({ [end]: event.target.value })}
              onPick={(text) => onRange({ [end]: text })}
            />
          ))}
        </FieldPairs>
      )}
    </>
  );
}

function whenLabel(value: string, t: ReturnType<typeof useT>['t']): string {
  const preset = PRESETS.find((name) => name === value);
  if (preset) return t(`audit.when.${preset}`);
  return t(value === '' ? 'audit.when.any' : 'audit.when.days');
}
