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
      ],
    };
  }),
];

function changed(
  { input: { body }, ports, now }: Context<typeof changeSettings>,
  before: StoredSettings,
): StoredSettings {
  const vouched = body.vouched ? { ...before.vouched, [body.vouched]: now.toString() } : before.vouched;
  return { ...before, ...keptChanges(body, before, { vault: ports.vault, now }), vouched };
}
