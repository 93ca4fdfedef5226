/** The surroundings of a request's page (query client, language, clock, keys, route), for browser tests of its parts. */
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { MemoryRouter, Route, Routes } from 'react-router';
import type { RequestDetail } from '#contract/request-shapes.ts';
import type { SessionState } from '#contract/session.ts';
import { loadTranslator } from '#i18n/load.ts';
import { createQueryClient } from '#web/api/query.ts';
import { RequestContext } from '#web/features/request/useRequest.ts';
import { HotkeysProvider } from '#web/lib/HotkeysProvider.tsx';
import { LocaleProvider } from '#web/lib/LocaleProvider.tsx';
import { NowProvider } from '#web/lib/NowProvider.tsx';
import { sessionQuery } from '#web/lib/useMe.ts';
import { SnackbarContext } from '#web/lib/useSnackbar.ts';

type Surroundings = {
  request: RequestDetail;
  /** Collects the texts of the snackbar. */
  said: string[];
  /** Without one, parts that ask who is signed in cannot be rendered. */
  session?: SessionState;
  /** The address' fragment, which opens the composer. */
  hash?: string;
};

/** The part inside the page of `request`, in English, at noon of 20 November 2026 in Almaty. */
export async function onRequestPage(
  part: ReactNode,
  { request, said, session, hash = '' }: Surroundings,
): Promise<ReactNode> {
  const client = createQueryClient();
  if (session) client.setQueryData(sessionQuery.queryKey, session);
  const translator = await loadTranslator('en');
  return (
    <QueryClientProvider client={client}>
      <LocaleProvider translator={translator}>
        <NowProvider clock={() => Temporal.Instant.from('2026-11-20T07:00:05Z')}>
          <HotkeysProvider>
            <SnackbarContext value={({ text }) => said.push(text)}>
              <RequestContext value={request}>
                <MemoryRouter initialEntries={[`/requests/${request.reference}${hash}`]}>
                  <Routes>
                    <Route path="/requests/:reference" element={part} />
                  </Routes>
                </MemoryRouter>
              </RequestContext>
            </SnackbarContext>
          </HotkeysProvider>
        </NowProvider>
      </LocaleProvider>
    </QueryClientProvider>
  );
}
