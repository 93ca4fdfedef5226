import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { type ReactNode, Suspense, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { RequestDetail } from '#contract/request-shapes.ts';
import { onRequestPage } from '#tests/cases/RequestPage.tsx';
import { messageCase, requestCase } from '#tests/cases/request-detail.ts';
import { sessionCase } from '#tests/cases/session.ts';
import { liveStore } from '#web/lib/live.ts';
import { DialogsProvider } from './dialogs/DialogsProvider.tsx';
import { RequestHead } from './head/RequestHead.tsx';
import { NewsStrip } from './NewsStrip.tsx';
import { RevealProvider } from './reveal/RevealProvider.tsx';
import { MessageItem } from './timeline/MessageItem.tsx';
import { RequestContext, requestQuery, useRequest } from './useRequest.ts';

const LETTER = messageCase('2026-11-20T06:59:00.000Z', {
  id: '01990000-0000-7000-8000-0000000000e1',
  direction: 'out',
  channel: 'email',
  letter: 'answer',
  state: 'queued',
});
const STRIP = page.getByRole('button', { name: 'The request has changed', exact: false });

let root: Root;
let request: RequestDetail;
let paths: string[];
let state: () => object;

beforeEach(async () => {
  await page.viewport(1366, 900);
  liveStore.clear();
  request = requestCase({ type: 'contact', answerState: 'on_its_way', timeline: [LETTER] });
  paths = [];
  vi.stubGlobal('fetch', async (path: string) => {
    paths.push(path);
    return Response.json(state());
  });
  root = createRoot(document.body.appendChild(document.createElement('div')));
});

afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

test('a letter’s state is shown without a refresh and without another opening', async () => {
  await show();
  await expect.element(page.getByText('Answer is being sent')).toBeVisible();
  state = () =>
    stateNow({ answeredAt: '2026-11-20T07:00:00.000Z', answeredOn: '2026-11-20', answerState: null }, 'sent');
  liveStore.tell([{ id: request.id, change: 'letter' }]);
  await expect.element(page.getByText('Answered on day 30 of 30')).toBeVisible();
  await expect.poll(letter).toContain('Sent');
  expect(paths).toEqual([`/api/requests/${request.id}/state`]);
  expect(STRIP.query()).toBeNull();
});

test('a refused answer says so in place', async () => {
  await show();
  state = () => stateNow({ answerState: 'refused' }, 'refused');
  liveStore.tell([{ id: request.id, change: 'letter' }]);
  await expect.element(page.getByText('The answer did not arrive')).toBeVisible();
  await expect.poll(letter).toContain('Not accepted');
});

test('a colleague’s change is not pulled in with it, but announced', async () => {
  await show();
  state = () => stateNow({ version: request.version + 1 }, 'sent');
  liveStore.tell([{ id: request.id, change: 'letter' }]);
  await expect.element(STRIP).toBeVisible();
  await expect.poll(letter).toContain('Waiting to be sent');
});

test('of two answers the later call counts', async () => {
  const first = Promise.withResolvers<Response>();
  const answers = [() => first.promise, async () => Response.json(stateNow({}, 'sent'))];
  vi.stubGlobal('fetch', async () => answers.shift()?.());
  await show();
  liveStore.tell([{ id: request.id, change: 'letter' }]);
  await expect.poll(() => answers.length).toBe(1);
  liveStore.tell([{ id: request.id, change: 'letter' }]);
  await expect.poll(letter).toContain('Sent');
  first.resolve(Response.json(stateNow({}, 'sending')));
  await new Promise((resolve) => setTimeout(resolve, 50));
  await expect.poll(letter).toContain('Sent');
});

async function show() {
  const part = (
    <Cached>
      <RevealProvider>
        <DialogsProvider>
          <RequestHead />
          <NewsStrip />
          <Letters />
        </DialogsProvider>
      </RevealProvider>
    </Cached>
  );
  root.render(
    await onRequestPage(<Suspense fallback={null}>{part}</Suspense>, {
      request,
      said: [],
      session: sessionCase('support'),
    }),
  );
  await expect.poll(letter).toContain('Waiting to be sent');
}

function Letters() {
  return useRequest().timeline.map(
    (item) => item.kind === 'message' && <MessageItem key={item.id} item={item} />,
  );
}

function letter(): string {
  return document.querySelector('article')?.textContent?.replaceAll('\u00a0', ' ') ?? '';
}

/** The record from the cache, as on the page itself, so that a change of the cache is shown. */
function Cached({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const query = requestQuery(request.reference);
  useState(() => client.setQueryData(query.queryKey, request));
  const { data } = useSuspenseQuery(query);
  return <RequestContext value={data}>{children}</RequestContext>;
}

/** The plain fields of the record as the server has them now. */
function stateNow(more: Partial<RequestDetail>, sending: string): object {
  const { id, reference, type, track, status, outcome, channel, language, receivedAt, receivedOn } = request;
  const { dueOn, actBy, steps, answeredAt, answeredOn, answerState, assignee, move, blocked, version } =
    request;
  return {
    ...{ id, reference, type, track, status, outcome, channel, language, receivedAt, receivedOn },
    ...{ dueOn, actBy, steps, answeredAt, answeredOn, answerState, assignee, move, blocked, version },
    ...more,
    letters: [{ id: LETTER.id, state: sending }],
  };
}
