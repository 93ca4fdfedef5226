/** The filters of the inbox as data: the fields of the panel and the chips of the active filters. */
import { scopeOf } from '#domain/access/can.ts';
import type { Role } from '#domain/access/roles.ts';
import { LANGUAGES } from '#domain/privacy/language.ts';
import { CHANNELS } from '#domain/request/fields.ts';
import { statuses } from '#domain/request/status.ts';
import { requestTypes, trackOf } from '#domain/request/types.ts';
import { VIEWS } from '#domain/request/views.ts';
import type { Translator } from '#i18n/translate.ts';
import { isOneDay, type ListQuery } from './list-query.ts';

type SetFilter = 'type' | 'status' | 'channel' | 'language';
export type SetField = { name: SetFilter; values: readonly string[] };

/**
 * Multi-value filters, limited to the values that the viewer's list and view can contain; a single value needs no
 * filter.
 */
export function setFields(roles: readonly Role[], view: ListQuery['view']): readonly SetField[] {
  const scope = scopeOf({ id: '', roles }, 'request.list');
  const tracks = scope === 'none' ? [] : scope.tracks;
  const kept: readonly string[] = VIEWS[view].statuses;
  const fields: readonly SetField[] = [
    { name: 'type', values: requestTypes.filter((type) => tracks.includes(trackOf(type))) },
    { name: 'status', values: statuses.filter((status) => kept.includes(status)) },
    { name: 'channel', values: CHANNELS },
    { name: 'language', values: LANGUAGES },
  ];
  return fields.filter(({ values }) => values.length > 1);
}

export type Chip = {
  label: string;
  value: string;
  /** The URL parameters that removing the chip clears. */
  clears: readonly (keyof ListQuery)[];
};

/** One chip per active filter; `nameOf` returns a colleague's name by id. */
export function filterChips(
  query: ListQuery,
  { t, label, format }: Translator,
  nameOf: (id: string) => string | null,
): readonly Chip[] {
  const sets = (['type', 'status', 'channel', 'language'] as const).flatMap((name): Chip[] => {
    const values: readonly string[] = query[name] ?? [];
    const value = values.map((each) => label(`${name}.${each}`)).join(', ');
    return value === '' ? [] : [{ label: t(`plain.${name}`), value, clears: [name] }];
  });
  const day = (from: string | undefined, to: string | undefined): string => {
    if (from && isOneDay(from, to)) return format.weekdayDate(from);
    if (from && to) return t('inbox.chip.range', { from: format.dayMonth(from), to: format.dayMonth(to) });
    return from
      ? t('inbox.chip.from', { from: format.date(from) })
      : t('inbox.chip.to', { to: format.date(to ?? '') });
  };
  const { urgency, dueFrom, dueTo, receivedFrom, receivedTo, assignee } = query;
  const byDue = dueFrom !== undefined || dueTo !== undefined;
  return [
    // A day picked on the horizon sets `unanswered` too; the chip of its days is enough.
    ...(urgency && !(byDue && urgency === 'unanswered')
      ? [{ label: t('inbox.filter.urgency'), value: t(`urgency.${urgency}`), clears: ['urgency'] as const }]
      : []),
    ...(byDue
      ? [
          {
            label: t('plain.dueOn'),
            value: day(dueFrom, dueTo),
            clears: ['dueFrom', 'dueTo', 'urgency'] as const,
          },
        ]
      : []),
    ...sets,
    ...(assignee
      ? [
          {
            label: t('plain.assignee'),
            value: assigneeName(assignee, t, nameOf),
            clears: ['assignee'] as const,
          },
        ]
      : []),
    ...(receivedFrom || receivedTo
      ? [
          {
            label: t('plain.receivedOn'),
            value: day(receivedFrom, receivedTo),
            clears: ['receivedFrom', 'receivedTo'] as const,
          },
        ]
      : []),
  ];
}

function assigneeName(assignee: string, t: Translator['t'], nameOf: (id: string) => string | null): string {
  if (assignee === 'me') return t('inbox.filter.assigned_me');
  if (assignee === 'none') return t('common.unassigned');
  return nameOf(assignee) ?? '…';
}
