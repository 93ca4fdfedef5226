/** The columns of a list of requests as data, by the room there is and by whether the role may see applicants. */
import { listsPeople } from '#domain/access/list-people.ts';
import type { Role } from '#domain/access/roles.ts';
import type { Room } from '#web/lib/useRoom.ts';
import { columnsOf } from '../table/table-columns.ts';
import {
  ApplicantCell,
  AssigneeCell,
  DueCell,
  LanguageCell,
  MoveCell,
  NumberCell,
  ReceivedCell,
} from './RequestCells.tsx';
import type { ListRow } from './request-row.ts';

const column = columnsOf<ListRow>();

const number = column.display({
  id: 'number',
  header: 'plain.reference',
  meta: { width: '80px', rowHeader: true },
  cell: ({ row }) => <NumberCell row={row.original} />,
});
const move = column.display({
  id: 'move',
  header: 'inbox.column.move',
  meta: { width: '250px' },
  cell: ({ row }) => <MoveCell row={row.original} />,
});
/** The name joins the action where there is no room for a column of applicants. */
const moveAndName = column.display({
  id: 'move',
  header: 'inbox.column.move_name',
  meta: {},
  cell: ({ row }) => <MoveCell row={row.original} named />,
});
const moveWide = column.display({
  id: 'move',
  header: 'inbox.column.move',
  meta: { narrow: 'line' },
  cell: ({ row }) => <MoveCell row={row.original} />,
});
const applicant = column.display({
  id: 'applicant',
  header: 'inbox.column.applicant',
  meta: { narrow: 'line' },
  cell: ({ row }) => <ApplicantCell row={row.original} />,
});
const due = column.display({
  id: 'due',
  header: 'plain.dueOn',
  meta: { width: '330px', narrow: 'line', sort: 'urgency' },
  cell: ({ row }) => <DueCell row={row.original} />,
});
const received = column.display({
  id: 'received',
  header: 'inbox.column.received',
  meta: { sort: 'received_last' },
  cell: ({ row }) => <ReceivedCell row={row.original} />,
});
const assignee = column.display({
  id: 'assignee',
  header: 'plain.assignee',
  meta: { width: '146px' },
  cell: ({ row }) => <AssigneeCell row={row.original} />,
});
const assigneeOnPhone = column.display({
  id: 'assignee',
  header: 'plain.assignee',
  meta: { width: '146px', narrow: 'line' },
  cell: ({ row }) => <AssigneeCell row={row.original} numbered />,
});
const language = column.display({
  id: 'language',
  header: 'inbox.column.language',
  meta: { width: '58px' },
  cell: ({ row }) => <LanguageCell row={row.original} />,
});

/** On a phone each row has the same lines in this order: action and type; name and number, message; badge. */
const WITH_PEOPLE = {
  wide: column.columns([number, move, applicant, due, assignee, language]),
  middle: column.columns([number, move, applicant, due]),
  small: column.columns([number, moveAndName, due]),
  phone: column.columns([number, moveWide, applicant, due]),
} as const;
const WITHOUT_PEOPLE = {
  wide: column.columns([number, move, received, due, assigneeOnPhone, language]),
  middle: column.columns([number, moveWide, due, assigneeOnPhone]),
  small: column.columns([number, moveWide, due, assigneeOnPhone]),
  phone: column.columns([number, moveWide, assigneeOnPhone, due]),
} as const;

/** The columns for these roles; a column whose value is hidden in every row is left out. */
export function requestColumns(roles: readonly Role[], room: Room) {
  return (listsPeople(roles) ? WITH_PEOPLE : WITHOUT_PEOPLE)[room];
}
