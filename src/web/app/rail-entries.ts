/** What stands in the rail, as data: where it leads, who sees it, what it counts. */
import type { Action } from '#domain/access/actions.ts';
import { holds } from '#domain/access/can.ts';
import type { Role } from '#domain/access/roles.ts';
import type { RequestView } from '#domain/request/views.ts';
import type { MessageId } from '#i18n/catalogue.ts';
import type { TranslateArgs } from '#i18n/translate.ts';
import { defaultView } from '#web/features/inbox/list-query.ts';
import type { IconName } from '#web/ui/text/Icon.tsx';
import { paths } from './paths.ts';

/** Messages that take no values. */
type PlainMessageId = { [Id in MessageId]: TranslateArgs<Id> extends [] ? Id : never }[MessageId];

export type RailEntry = {
  label: PlainMessageId;
  /** One short word for the phone's bar. */
  short?: PlainMessageId;
  /** Only where the rail has no room for words. */
  icon: IconName;
  to: string;
  /** Every one of these rights must be held; a page the role cannot use is not offered. */
  rights: readonly Action[];
  /** The view of the queue it opens, whose figure stands beside it. */
  view?: RequestView;
};

/** Groups, in order, each parted from the last by a line. */
const RAIL: readonly (readonly RailEntry[])[] = [
  [
    {
      label: 'nav.inbox',
      short: 'nav.short_inbox',
      icon: 'inbox',
      to: paths.inbox({ view: 'open' }),
      rights: ['request.count'],
    },
    {
      label: 'nav.my_move',
      short: 'nav.short_my_move',
      icon: 'tick',
      to: paths.inbox(),
      rights: ['request.list', 'request.take'],
      view: 'my_move',
    },
    {
      label: 'nav.mine',
      short: 'nav.short_mine',
      icon: 'person',
      to: paths.inbox({ view: 'mine' }),
      rights: ['request.list', 'request.take'],
      view: 'mine',
    },
    {
      label: 'nav.approvals',
      icon: 'approve',
      to: paths.inbox({ view: 'approvals' }),
      rights: ['request.list', 'decision.approve'],
      view: 'approvals',
    },
  ],
  [
    {
      label: 'nav.first_steps',
      short: 'nav.short_first_steps',
      icon: 'flag',
      to: paths.firstSteps(),
      rights: ['settings.change'],
    },
    { label: 'nav.audit', short: 'nav.short_audit', icon: 'log', to: paths.audit(), rights: ['audit.list'] },
    {
      label: 'nav.visibility',
      short: 'nav.short_visibility',
      icon: 'eye',
      to: paths.visibility(),
      rights: [],
    },
    { label: 'nav.staff', icon: 'person', to: paths.staff(), rights: ['staff.list'] },
    { label: 'nav.settings', icon: 'settings', to: paths.settings(), rights: ['settings.read'] },
  ],
];

/** The groups that hold something for these roles. */
export function railFor(held: readonly Role[]): readonly (readonly RailEntry[])[] {
  return RAIL.map((group) =>
    group.filter(({ rights }) => rights.every((right) => holds(held, right))),
  ).filter((group) => group.length > 0);
}

/** Whether the entry is the page one is on; views that have no entry of their own are the inbox. */
export function isCurrent(
  { to, view }: RailEntry,
  { pathname, search }: { pathname: string; search: string },
  held: readonly Role[],
): boolean {
  const [path = ''] = to.split('?');
  if (path !== '/') return pathname === path || pathname.startsWith(`${path}/`);
  if (pathname !== '/') return false;
  const shown = new URLSearchParams(search).get('view') ?? defaultView(held);
  return view ? view === shown : !OWN_ENTRY.includes(shown);
}

const OWN_ENTRY: readonly string[] = RAIL.flat().flatMap(({ view }) => view ?? []);
