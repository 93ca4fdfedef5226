import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { loadTranslator } from '#i18n/load.ts';
import { HotkeysProvider } from '#web/lib/HotkeysProvider.tsx';
import { LocaleProvider } from '#web/lib/LocaleProvider.tsx';
import { DataTable } from './DataTable.tsx';
import { columnsOf } from './table-columns.ts';

type Row = { id: string; title: string };
const column = columnsOf<Row>();
const COLUMNS = column.columns([
  column.accessor('id', { header: 'plain.reference', meta: { rowHeader: true, narrow: 'top' } }),
  column.accessor('title', {
    header: 'plain.type',
    cell: ({ row }) => <a href={`#${row.id}`}>{row.original.title}</a>,
  }),
]);
const ROWS: readonly Row[] = ['a', 'b', 'c'].map((id) => ({ id, title: `Title ${id}` }));

let root: Root;
let opened: string[];

beforeEach(async () => {
  await page.viewport(1366, 700);
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  opened = [];
  root = createRoot(document.body.appendChild(document.createElement('div')));
});

afterEach(async () => {
  await act(() => root.unmount());
  document.body.replaceChildren();
});

test('J and K move between rows on a Cyrillic layout, Enter opens', async () => {
  await show(ROWS);
  for (const [code, key] of [
    ['KeyJ', 'о'],
    ['KeyJ', 'о'],
    ['KeyK', 'л'],
    ['Enter', 'Enter'],
  ] as const)
    await press(code, key);
  expect(focusedRow()).toBe('a');
  expect(opened).toEqual(['a']);
});

test('the arrows move from the row that has the focus', async () => {
  await show(ROWS);
  await press('KeyJ');
  await press('ArrowDown');
  expect(focusedRow()).toBe('b');
});

test('Tab stops at one row and goes on to the controls inside it', async () => {
  await show(ROWS);
  await act(() => userEvent.click(page.getByRole('rowheader', { name: 'b' })));
  await act(() => userEvent.tab());
  expect(document.activeElement?.textContent).toBe('Title b');
  expect(document.querySelectorAll('tr[tabindex="0"]')).toHaveLength(1);
});

test('a refetch that brings a new first row leaves the focus where it was', async () => {
  await show(ROWS);
  await press('KeyJ');
  await press('KeyJ');
  await show([{ id: 'new', title: 'Just arrived' }, ...ROWS]);
  expect(focusedRow()).toBe('b');
});

test('a click on a link inside a row does not open the row', async () => {
  await show(ROWS);
  await act(() => document.querySelector<HTMLElement>('a[href="#b"]')?.click());
  expect(opened).toEqual([]);
});

test('the table is native, its rows are named and the number heads the row', async () => {
  await show(ROWS);
  expect(document.querySelector('table')?.getAttribute('aria-label')).toBe('Requests');
  expect(document.querySelector('tr[data-row="b"]')?.getAttribute('aria-label')).toBe('Request b');
  expect(document.querySelector('tr[data-row="b"] th')?.getAttribute('scope')).toBe('row');
});

test('on a phone the parts have explicit roles, because display: grid removes the native ones', async () => {
  await page.viewport(360, 700);
  await show(ROWS);
  const roles = ['table', 'row', 'rowheader'].map(
    (role) => document.querySelectorAll(`[role="${role}"]`).length,
  );
  expect(roles).toEqual([1, 3, 3]);
});

async function show(rows: readonly Row[]) {
  const translator = await loadTranslator('en');
  await act(() =>
    root.render(
      <LocaleProvider translator={translator}>
        <HotkeysProvider>
          <DataTable
            label="Requests"
            columns={COLUMNS}
            rows={rows}
            rowId={(row) => row.id}
            rowName={(row) => `Request ${row.id}`}
            onOpen={(row) => opened.push(row.id)}
          />
        </HotkeysProvider>
      </LocaleProvider>,
    ),
  );
}

async function press(code: string, key = code) {
  const target = document.activeElement ?? document.body;
  await act(() =>
    target.dispatchEvent(new KeyboardEvent('keydown', { code, key, bubbles: true, cancelable: true })),
  );
}

function focusedRow(): string | null {
  return document.activeElement?.getAttribute('data-row') ?? null;
}
