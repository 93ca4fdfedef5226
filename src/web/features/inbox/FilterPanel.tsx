/** A form for all filters. It applies them together, because each page of the list that is loaded is logged. */
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import type { FormEvent, RefObject } from 'react';
import { useState } from 'react';
import { listStaffNames } from '#contract/staff.ts';
import { ORDERS, URGENCIES } from '#domain/request/views.ts';
import { queryOf } from '#web/api/query.ts';
import { dayIn } from '#web/lib/day-text.ts';
import { useMe } from '#web/lib/useMe.ts';
import { useToday } from '#web/lib/useNow.ts';
import { useT } from '#web/lib/useT.ts';
import { Pill, Pills } from '#web/ui/buttons/Pills.tsx';
import { DayField } from '#web/ui/fields/DayField.tsx';
import { SelectField } from '#web/ui/fields/SelectField.tsx';
import { FieldPairs, FormButtons, FormPopover } from '#web/ui/overlay/FormPopover.tsx';
import { setFields } from './filter-fields.ts';
import { NO_FILTER } from './list-query.ts';
import { useListQuery } from './useList.ts';

type FilterPanelProps = { anchor: RefObject<HTMLElement | null>; onClose: () => void };

export function FilterPanel({ anchor, onClose }: FilterPanelProps) {
  const { t, label, format } = useT();
  const { id: me, roles } = useMe();
  const today = useToday();
  const { query, go } = useListQuery();
  const names = useQuery(queryOf(listStaffNames, {})).data?.items ?? [];
  const [received, setReceived] = useState({
    from: query.receivedFrom ? format.date(query.receivedFrom) : '',
    to: query.receivedTo ? format.date(query.receivedTo) : '',
  });
  const [wrongDay, setWrongDay] = useState<'from' | 'to' | null>(null);
  const fields = setFields(roles, query.view);

  const apply = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const days = { from: dayIn(received.from, today), to: dayIn(received.to, today) };
    const wrong = (['from', 'to'] as const).find((end) => received[end].trim() !== '' && days[end] === null);
    if (wrong) return setWrongDay(wrong);
    go({
      ...Object.fromEntries(fields.map(({ name }) => [name, form.getAll(name).map(String)])),
      urgency: String(form.get('urgency')),
      // A day picked on the horizon stays set until another urgency is chosen.
      ...(form.get('urgency') === query.urgency ? {} : { dueFrom: null, dueTo: null }),
      assignee: String(form.get('assignee')),
      order: String(form.get('order')),
      receivedFrom: days.from,
      receivedTo: days.to,
    });
    onClose();
  };

  return (
    <FormPopover
      anchor={anchor}
      label={t('inbox.filter.title')}
      edge="right"
      onSubmit={apply}
      onClose={onClose}
    >
      {fields.map(({ name, values }) => (
        <Pills key={name} legend={t(`plain.${name}`)}>
          {values.map((value) => (
            <Pill
              key={value}
              type="checkbox"
              name={name}
              value={value}
              defaultChecked={query[name]?.some((each) => each === value) ?? false}
            >
              {label(`${name}.${value}`)}
            </Pill>
          ))}
        </Pills>
      ))}
      <FieldPairs>
        <SelectField
          optional="unsaid"
          name="urgency"
          label={t('inbox.filter.urgency')}
          defaultValue={query.urgency ?? ''}
          placeholder={t('inbox.filter.any')}
          options={URGENCIES.map((value) => ({ value, label: t(`urgency.${value}`) }))}
        />
        <SelectField
          optional="unsaid"
          name="assignee"
          label={t('plain.assignee')}
          // Remounted when the names arrive, because a default value is applied only on mount.
          key={names.length}
          defaultValue={query.assignee ?? ''}
          placeholder={t('inbox.filter.any')}
          options={[
            { value: 'me', label: t('inbox.filter.assigned_me') },
            { value: 'none', label: t('common.unassigned') },
            ...names.filter(({ id }) => id !== me).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        {(['from', 'to'] as const).map((end) => (
          <DayField
            key={end}
            optional="unsaid"
            label={t(`inbox.filter.received_${end}`)}
            value={received[end]}
            latest={today}
            error={wrongDay === end ? t('fault.bad_format') : undefined}
            onChange={(event) => setReceived({ ...received, [end]: event.target.value })}
            onPick={(text) => setReceived({ ...received, [end]: text })}
          />
        ))}
        <SelectField
          optional="unsaid"
          name="order"
          label={t('inbox.filter.order')}
          defaultValue={query.order}
          options={ORDERS.map((value) => ({ value, label: t(`order.${value}`) }))}
        />
      </FieldPairs>
      <FormButtons>
        <Button
          variant="text"
          onClick={() => {
            go(NO_FILTER);
            onClose();
          }}
        >
          {t('inbox.filter.clear')}
        </Button>
        <Button type="submit" variant="contained">
          {t('inbox.filter.apply')}
        </Button>
      </FormButtons>
    </FormPopover>
  );
}
