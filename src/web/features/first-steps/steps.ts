/** The seven steps as data: where each is done, the permission it needs, and which ones only a person can confirm. */
import { type CHECKLIST, type Settings, VOUCHED } from '#contract/settings.ts';
import type { Action } from '#domain/access/actions.ts';
import { paths } from '#web/app/paths.ts';

export type StepName = (typeof CHECKLIST)[number];
export type VouchedStep = (typeof VOUCHED)[number];

/** The page where a step is done; null if it is confirmed or tested on the checklist itself. */
export const STEP_PLACES = {
  organisation: { to: paths.settings('organisation'), right: 'settings.change' },
  calendar: { to: paths.settings('calendar'), right: 'settings.confirm_calendar' },
  key_copied: null,
  backup_tried: null,
  officer_invited: { to: `${paths.staff()}?invite=1`, right: 'staff.invite' },
  intake_secret: { to: paths.settings('intake'), right: 'secret.create' },
  test_request: null,
} as const satisfies Record<StepName, { to: string; right: Action } | null>;

export function isVouched(step: StepName): step is VouchedStep {
  return VOUCHED.some((each) => each === step);
}

export type Progress = { done: number; all: number; next: StepName | null };

/** Counts the completed steps; `next` is the first open one. */
export function progressOf(checklist: Settings['checklist']): Progress {
  return {
    done: checklist.filter(({ done }) => done).length,
    all: checklist.length,
    next: checklist.find(({ done }) => !done)?.step ?? null,
  };
}
