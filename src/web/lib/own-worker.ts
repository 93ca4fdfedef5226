/** Starts a worker from a script of our own (`import url from './x.ts?worker&url'`); the policy lets no other address become one. */
export function ownWorker(url: string): Worker {
  policy ??= trustedTypes?.createPolicy('otinish-worker', { createScriptURL: own }) ?? {
    createScriptURL: own,
  };
  return new Worker(policy.createScriptURL(url), { type: 'module' });
}

/** What Trusted Types ask of us; the DOM's own types do not know them yet. */
type Policy = { createScriptURL: (url: string) => string };
const { trustedTypes } = globalThis as {
  trustedTypes?: { createPolicy: (name: string, rules: Policy) => Policy };
};

let policy: Policy | null = null;

function own(url: string): string {
  if (new URL(url, location.href).origin !== location.origin) throw new TypeError('a worker from elsewhere');
  return url;
}
