/** The settings as they are, and saving one part of them: unrelated changes of others do not stand in the way. */
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import type { CallOf } from '#contract/endpoint.ts';
import { readSession } from '#contract/session.ts';
import { changeSettings, readSettings, type Settings } from '#contract/settings.ts';
import { ApiError } from '#web/api/call.ts';
import { useChange } from '#web/api/mutate.ts';
import { queryOf } from '#web/api/query.ts';

export function useSettings(): Settings {
  return useSuspenseQuery(queryOf(readSettings, {})).data;
}

/** The answer of a change is the settings as they are now: nothing is read a second time. */
export function useKeepSettings(): (settings: Settings) => void {
  const client = useQueryClient();
  return (settings) => client.setQueryData(queryOf(readSettings, {}).queryKey, settings);
}

type Part = 'organisation' | 'smtp';
export type PartBody = CallOf<typeof changeSettings>['body'];

export type SavedPart = {
  save: (body: PartBody) => void;
  busy: boolean;
  /** What went wrong, unless it is a conflict. */
  error: unknown;
  /** The settings as somebody else saved this very part meanwhile. */
  conflict: Settings | null;
  /** Sends over what is kept now. */
  insist: (body: PartBody) => void;
  /** Lets it stand as it is kept now. */
  giveWay: () => void;
};

export function useSavePart(part: Part, onSaved: (settings: Settings) => void): SavedPart {
  const settings = useSettings();
  const keep = useKeepSettings();
  const change = useChange(changeSettings, {
    // The organisation's name stands above the rail.
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
          // Another part was saved meanwhile: that is no reason to ask anybody.
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
