/** Reads the settings and saves one part of them; another person's change to another part does not cause a conflict. */
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import type { CallOf } from '#contract/endpoint.ts';
import { readSession } from '#contract/session.ts';
import { changeSettings, readSettings, type Settings } from '#contract/settings.ts';
import type { Part } from '#contract/settings-parts.ts';
import { ApiError } from '#web/api/call.ts';
import { useChange } from '#web/api/mutate.ts';
import { queryOf } from '#web/api/query.ts';

export function useSettings(): Settings {
  return useSuspenseQuery(queryOf(readSettings, {})).data;
}

/** Puts the settings that a change returns into the cache, which saves a second read. */
export function useKeepSettings(): (settings: Settings) => void {
  const client = useQueryClient();
  return (settings) => client.setQueryData(queryOf(readSettings, {}).queryKey, settings);
}

export type PartBody = CallOf<typeof changeSettings>['body'];

export type SavedPart = {
  save: (body: PartBody) => void;
  busy: boolean;
  /** The error, unless it is a conflict. */
  error: unknown;
  /** The stored settings, if another person saved this part in between. */
  conflict: Settings | null;
  /** Overwrites the stored version. */
  insist: (body: PartBody) => void;
  /** Accepts the stored version. */
  giveWay: () => void;
};

export function useSavePart(part: Part, onSaved: (settings: Settings) => void): SavedPart {
  const settings = useSettings();
  const keep = useKeepSettings();
  const change = useChange(changeSettings, {
    // The session contains the organisation's name, which is shown above the rail.
    refreshes: [readSession],
    onSuccess: (saved) => {
      keep(saved);
      onSaved(saved);
    },
  });
  const send = (given: PartBody, version: number) => {
    change.mutate(
      { body: given, version },
      {
        onError: (error) => {
          const current = currentIn(error);
          // Only another part was saved in between, so it retries with the current version without asking.
          if (current && samePart(current, settings, part)) send(given, current.version);
        },
      },
    );
  };
  const current = currentIn(change.error);
  return {
    save: (given) => send(given, settings.version),
    busy: change.isPending,
    error: current ? null : change.error,
    conflict: current && !samePart(current, settings, part) ? current : null,
    insist: (body) => current && send(body, current.version),
    giveWay: () => {
      change.reset();
      if (current) keep(current);
    },
  };
}

function samePart(one: Settings, other: Settings, part: Part): boolean {
  return JSON.stringify(one[part]) === JSON.stringify(other[part]);
}

function currentIn(error: unknown): Settings | null {
  if (!(error instanceof ApiError) || error.problem.code !== 'stale_version') return null;
  return (error.problem.current as Settings | undefined) ?? null;
}
