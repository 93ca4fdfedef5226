/**
 * Routes that read and change the settings, which have one version as a whole;
 * secrets are encrypted and never returned.
 */
import { changeSettings, readSettings } from '#contract/settings.ts';
import { Refusal } from '#server/http/refusal.ts';
import { type Context, type Route, route } from '#server/http/serve.ts';
import { keptChanges } from './parts.ts';
import { loadSettings, type StoredSettings, saveSettings } from './stored.ts';
import { settingsView } from './view.ts';

export const settingsRoutes: readonly Route[] = [
  route(readSettings, async (context) => ({
    body: await settingsView(context, await loadSettings(context.tx)),
    facts: [{ event: 'settings.read' }],
  })),

  route(changeSettings, async (context) => {
    const { tx, now, actor, input } = context;
    const held = await loadSettings(tx, { now });
    if (held.version !== context.version)
      return {
        refusal: new Refusal('stale_version', { current: await settingsView(context, held) }),
        facts: [{ event: 'settings.read' }],
      };
    const settings = changed(context, held.settings);
    const version = await saveSettings(tx, { ...held, settings }, { id: actor.id, now });
    return {
      body: await settingsView(context, { settings, version }),
      facts: [
        {
          event: 'settings.changed',
          fields: Object.keys(input.body),
          ...(input.body.vouched ? { data: { vouched: input.body.vouched } } : {}),
        },
        ...mailServerChanged(held.settings, settings),
      ],
    };
  }),
];

/** Letters of the desk, and their copies of personal data, go to the server named here: a change is an alarm. */
function mailServerChanged({ smtp: before }: StoredSettings, { smtp: after }: StoredSettings) {
  const place = (smtp: StoredSettings['smtp']) => (smtp ? `${smtp.host}:${smtp.port}` : null);
  if (place(before) === place(after)) return [];
  return [
    {
      event: 'settings.mail_server_changed' as const,
      data: { from: place(before), to: place(after) },
    },
  ];
}

function changed(
  { input: { body }, ports, now }: Context<typeof changeSettings>,
  before: StoredSettings,
): StoredSettings {
  const vouched = body.vouched ? { ...before.vouched, [body.vouched]: now.toString() } : before.vouched;
  return { ...before, ...keptChanges(body, before, { vault: ports.vault, now }), vouched };
}
