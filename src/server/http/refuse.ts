/** Answers a failed call, after writing the audit events that refusals require. */
import type { Endpoint } from '#contract/endpoint.ts';
import { type Circumstances, type Fact, record } from '#server/audit/record/record.ts';
import type { Deps } from '#server/deps.ts';
import { answer } from './answer.ts';
import { problemOf } from './problem.ts';
import { Refusal } from './refusal.ts';
import { type Tallied, tallied } from './tally.ts';

/**
 * A refusal rolls its transaction back, so its events are written in another one. If they cannot be written, the answer
 * is still the refusal, unless it shows a record: then it becomes 503.
 */
export async function refuse(
  error: unknown,
  endpoint: Endpoint,
  deps: Deps,
  around: Circumstances,
): Promise<Response> {
  let problem = problemOf(error);
  // Without disk space every change is refused; that there is none is one line of its own.
  if (problem.status >= 500 && problem.code !== 'storage_full')
    deps.log.error(
      {
        requestId: around.requestId,
        route: endpoint.path,
        error: error instanceof Error ? error.stack : String(error),
      },
      'request failed',
    );
  const details = error instanceof Refusal ? error.details : {};
  if (problem.code === 'forbidden' || problem.code === 'field_not_filterable' || details.audited) {
    const fact: Fact = {
      event: eventOf(problem.code),
      outcome: 'denied',
      ...(details.object ? { object: details.object } : {}),
      data: {
        action: details.action ?? endpoint.action,
        code: problem.code,
        ...(details.why ? { why: details.why } : {}),
      },
    };
    try {
      await deps.db.transaction((tx) => record(tx, [fact], around));
    } catch (cause) {
      deps.log.error(
        { requestId: around.requestId, route: endpoint.path, cause: String(cause) },
        'a refusal could not be logged',
      );
    }
  }
  if (problem.code === 'too_many_requests') await tellOfLimit(endpoint, deps, around);
  const { opened } = details;
  if (opened) {
    try {
      await deps.db.transaction((tx) => record(tx, [opened], around));
    } catch (cause) {
      deps.log.error(
        { requestId: around.requestId, route: endpoint.path, cause: String(cause) },
        'what a refusal shows could not be logged',
      );
      problem = problemOf(new Refusal('unavailable', { retryAfter: 2 }));
    }
  }
  return answer({ ...problem, requestId: around.requestId }, problem.status, around.requestId, {
    retryAfter: problem.retryAfter,
  });
}

/**
 * A person at a limit may be trying values, so it is told: the first refusal of a minute at once, the rest as a count,
 * else repeating the call would fill the log. Limits before sign-in have events of their own.
 */
async function tellOfLimit(endpoint: Endpoint, deps: Deps, around: Circumstances): Promise<void> {
  const { caller, requestId, at: now } = around;
  if (caller.kind !== 'person') return;
  const { action } = endpoint;
  const fact: Tallied = {
    event: 'access.refused',
    object: { type: 'person', id: caller.id },
    data: { action, code: 'too_many_requests' },
  };
  try {
    await deps.db.transaction(async (tx) => {
      const facts = await tallied({ tx, ports: deps, now }, `limit/${caller.id}/${action}`, fact);
      await record(tx, facts, around);
    });
  } catch (cause) {
    deps.log.error(
      { requestId, route: endpoint.path, cause: String(cause) },
      'a refusal could not be logged',
    );
  }
}

function eventOf(code: string): Fact['event'] {
  if (code === 'field_not_filterable') return 'access.filter_refused';
  if (code === 'bad_credentials') return 'session.sign_in_failed';
  if (code === 'bad_signature' || code === 'replayed_with_other_body') return 'intake.refused';
  return 'access.refused';
}
