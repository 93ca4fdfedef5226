/**
 * A form for all filters. It applies them together, because each filter applied loads the log, and each load is logged.
 */
import Button from '@mui/material/Button';
import { type FormEvent, type RefObject, useState } from 'react';
import { OUTCOMES_OF_EVENTS } from '#contract/audit.ts';
import { PURPOSES } from '#domain/request/fields.ts';
import { dayIn } from '#web/lib/day-text.ts';
import { useToday } from '#web/lib/useNow.ts';
import { useT } from '#web/lib/useT.ts';
import { SelectField } from '#web/ui/fields/SelectField.tsx';
import { TextField } from '#web/ui/fields/TextField.tsx';
import { FieldPairs, FormButtons, FormPopover } from '#web/ui/overlay/FormPopover.tsx';
import { ActionField } from './ActionField.tsx';
import { choicePatch } from './action-choice.ts';
import { clearing, type FilterName, filterNames } from './audit-query.ts';
import { useAuditQuery, useNames } from './useAudit.ts';
import { WhenField } from './WhenField.tsx';

type FilterPanelProps = {
  anchor: RefObject<HTMLElement | null>;
  /** The field that receives the focus. */
  first: FilterName;
  onClose: () => void;
};

export function FilterPanel({ anchor, first, onClose }: FilterPanelProps) {
  const { t, format } = useT();
  const today = useToday();
  const { query, filter } = useAuditQuery();
  const names = useNames();
  const [range, setRange] = useState({
    from: query.from ? format.date(query.from) : '',
    to: query.to ? format.date(query.to) : '',
  });
  const [wrong, setWrong] = useState<'from' | 'to' | null>(null);

  const apply = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const when = text('when');
    const days = when === 'range' ? range : { from: '', to: '' };
    const read = { from: dayIn(days.from, today), to: dayIn(days.to, today) };
    const bad = (['from', 'to'] as const).find((end) => days[end].trim() !== '' && read[end] === null);
    if (bad) return setWrong(bad);
    const preset = when === 'range' || when === '' ? null : when;
    const sameTime =
      preset === (query.when ?? null) && read.from === (query.from ?? null) && read.to === (query.to ?? null);
    filter({
      when: preset,
      ...read,
      // Another range shows another picture, so the days picked in the old one are cleared.
      ...(sameTime ? {} : { on: null }),
      ...choicePatch(text('action')),
      actor: text('actor'),
      object: text('object'),
      outcome: text('outcome'),
      purpose: text('purpose'),
    });
    onClose();
  };

  return (
    <FormPopover anchor={anchor} label={t('common.filter')} onSubmit={apply} onClose={onClose}>
      <WhenField
        query={query}
        range={range}
        wrong={wrong}
        autoFocus={first === 'when'}
        onRange={(patch) => setRange({ ...range, ...patch })}
      />
      <FieldPairs>
        <ActionField query={query} autoFocus={first === 'action'} />
        <SelectField
          optional="unsaid"
          name="actor"
          // Remounted when the names arrive, because a default value is applied only on mount.
          key={names.people.length}
          label={t('audit.filter.who')}
          autoFocus={first === 'who'}
          defaultValue={query.actor ?? ''}
          placeholder={t('audit.any.who')}
          options={people(names, query.actor)}
        />
        <TextField
          optional="unsaid"
          name="object"
          label={t('audit.filter.object')}
          placeholder="NP-2026-000861"
          autoFocus={first === 'object'}
          defaultValue={query.object ?? ''}
          autoComplete="off"
          spellCheck={false}
          maxLength={60}
        />
        <SelectField
          optional="unsaid"
          name="purpose"
          label={t('audit.filter.purpose')}
          hint={t('audit.filter.purpose_hint')}
          autoFocus={first === 'purpose'}
          defaultValue={query.purpose ?? ''}
          placeholder={t('audit.any.purpose')}
          options={PURPOSES.map((value) => ({ value, label: t(`purpose.${value}`) }))}
        />
        <SelectField
          optional="unsaid"
          name="outcome"
          label={t('audit.filter.outcome')}
          autoFocus={first === 'outcome'}
          defaultValue={query.outcome ?? ''}
          placeholder={t('audit.any.outcome')}
          options={OUTCOMES_OF_EVENTS.map((value) => ({ value, label: t(`audit.outcome.${value}`) }))}
        />
      </FieldPairs>
      <FormButtons>
        <Button
          variant="text"
          onClick={() => {
            filter(clearing(...filterNames));
            onClose();
          }}
        >
          {t('common.clear_filter')}
        </Button>
        <Button type="submit" variant="contained">
          {t('audit.filter.apply')}
        </Button>
      </FormButtons>
    </FormPopover>
  );
}

/** The colleagues as options, plus the chosen actor if it is not one of them (a site, a former colleague). */
function people(names: ReturnType<typeof useNames>, chosen: string | undefined) {
  const options = names.people.map(({ id, name }) => ({ value: id, label: name }));
  const missing = chosen !== undefined && !options.some(({ value }) => value === chosen);
  return missing ? [...options, { value: chosen, label: names.person(chosen) ?? chosen }] : options;
}
