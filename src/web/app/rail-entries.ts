/** The entries of the navigation as data: target, rights needed, and the view whose count is shown. */
import type { Action } from '#domain/access/actions.ts';
import { holds } from '#domain/access/can.ts';
import type { Role } from '#domain/access/roles.ts';
import type { RequestView } from '#domain/request/views.ts';
import type { MessageId } from '#i18n/catalogue.ts';
import type { TranslateArgs } from '#i18n/translate.ts';
import { defaultView } from '#web/features/inbox/list-query.ts';
import type { IconName } from '#web/ui/text/Icon.tsx';
import { paths } from './paths.ts';

/** Messages without placeholders, because an entry's label is translated without values. */
type PlainMessageId = { [Id in MessageId]: TranslateArgs<Id> extends [] ? Id : never }[MessageId];

export type RailEntry = {
  label: PlainMessageId;
  /** One short word for BottomBar; `label` where absent. */
  short?: PlainMessageId;
  /** Shown only in BottomBar. */
  icon: IconName;
  to: string;
  /** Every one of these rights must be held; a page the role cannot use is not offered. */
  rights: readonly Action[];
  /** The view of the queue it opens, whose count is shown beside the label. */
  view?: RequestView;
};

/** Groups in order, with a line between them. */
const RAIL: readonly (readonly RailEntry[])[] = [
  [
    {
      label: 'nav.inbox',
      short: 'nav.short_inbox',
      icon: 'inbox',
      to: paths.inbox({ view: 'open' }),
      rights: ['request.list'],
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
    { label: 'home.name', icon: 'chart', to: paths.home(), rights: ['settings.change'] },
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

/** The groups and entries that these roles may use. */
export function railFor(held: readonly Role[]): readonly (readonly RailEntry[])[] {
  return RAIL.map((group) =>
    group.filter(({ rights }) => rights.every((right) => holds(held, right))),
  ).filter((group) => group.length > 0);
}

/** Whether the entry is the current page; a view without an entry of its own marks the inbox. */
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
