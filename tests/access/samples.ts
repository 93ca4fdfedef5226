/**
 * A valid call of every endpoint, from which the access matrix, the audit and the bad-input suites start. An allowed
 * caller must get the declared answer with it; an endpoint without a row, or a row of another shape, does not compile.
 */
import type { CallOf } from '#contract/endpoint.ts';
import type { ENDPOINTS, EndpointId } from '#contract/index.ts';
import { RecordableEvent } from '#contract/requests-write.ts';
import { recordableOn } from '#domain/request/lifecycle.ts';
import { civilDateAt } from '#domain/time/civil.ts';
import { signWebhook, webhookKey } from '#server/intake/webhook-signature.ts';
import { newSite } from '#tests/server/intake-client.ts';
import {
  calendarVersion,
  colleague,
  colleagueWithPassword,
  disabledColleague,
  FIRST_VERSION,
  givePassword,
  invitedColleague,
  PASSWORD,
  settingsVersion,
  unconfirmedRecovery,
} from './sample-needs.ts';
import type { Scene } from './scene.ts';

/** A sample of any endpoint, for suites that run through all of them. */
export type Sample = {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  version?: number;
  headers?: Record<string, string>;
};
type SampleOf<Id extends EndpointId> = CallOf<(typeof ENDPOINTS)[Id]> & { headers?: Record<string, string> };
type Samples = { readonly [Id in EndpointId]: (scene: Scene) => SampleOf<Id> | Promise<SampleOf<Id>> };

/** Makes the sample of an endpoint in a scene, and everything it needs. */
export async function sampleOf(id: EndpointId, scene: Scene): Promise<Sample> {
  const sample: { [Part in keyof Sample]?: unknown } = await SAMPLES[id](scene);
  return sample as Sample;
}

const REASON = 'Сынақ үшін себеп жазылды';
const at = (scene: Scene, hours: number) =>
  scene.app.clock.now().subtract({ hours }).toString({ smallestUnit: 'second' });

const nothing = () => ({});
const target = ({ target: { id } }: Scene) => ({ params: { id } });
const change =
  <const Body>(body: Body) =>
  (scene: Scene) => ({ ...target(scene), version: scene.version, body });
const onTarget =
  <const Body>(body: Body) =>
  (scene: Scene) => ({ ...target(scene), body });

const YEAR = {
  year: 2028,
  confirmed: false,
  source: 'Қаулы жобасы',
  holidays: [{ on: '2028-01-03', code: 'moved_day_off' as const, insteadOf: null }],
  movedWorkingDays: ['2028-01-08'],
};

const SAMPLES: Samples = {
  healthLive: nothing,
  healthReady: nothing,
  openApi: nothing,
  signIn: async ({ app }) => ({
    body: { email: (await colleagueWithPassword(app)).email, password: PASSWORD },
  }),
  readSession: nothing,
  signOut: nothing,
  signInAsPersona: () => ({ body: { role: 'support' } }),
  touchSession: () => ({ body: {} }),
  saveProfile: () => ({ body: { theme: 'dark' } }),
  changePassword: async ({ app, caller }) => {
    if (caller) await givePassword(app, caller);
    return { body: { presentPassword: PASSWORD, password: `${PASSWORD} және тағы сөз` } };
  },
  inspectLink: async ({ app }) => ({ body: { token: (await invitedColleague(app)).linkToken } }),
  acceptLink: async ({ app }) => ({
    body: { token: (await invitedColleague(app)).linkToken, password: PASSWORD },
  }),
  streamEvents: nothing,
  readTextKey: nothing,
  submitRequest: ({ app: { deps }, site }) => {
    const body = { message: 'Сайт арқылы келген хабарлама' };
    const bytes = new TextEncoder().encode(JSON.stringify(body));
    const key = webhookKey(site.secret) ?? new Uint8Array();
    const headers = signWebhook(deps.vault, {
      id: `form-${deps.newId()}`,
      sentAt: deps.now(),
      body: bytes,
      key,
    });
    return { body, headers: { ...headers } };
  },
  listRequests: () => ({ query: { view: 'all', limit: '100' } }),
  countRequests: nothing,
  getRequest: target,
  followRequest: target,
  searchRequests: () => ({ body: { kind: 'phone', value: '+7 700 000 00 00' } }),
  revealField: onTarget({ field: 'phone', purpose: 'contact_applicant' }),
  copyField: onTarget({ field: 'phone' }),
  compareField: onTarget({ field: 'phone', value: '+7 700 000 00 01' }),
  requestTrail: target,
  personTrail: target,
  findPersonTrail: () => ({ body: { kind: 'phone', value: '+7 700 000 00 00' } }),
  exportCase: onTarget({}),
  registerRequest: (scene) => ({
    body: { type: 'contact', channel: 'phone', receivedAt: at(scene, 2), message: 'Қоңырау арқылы айтылды' },
  }),
  takeRequest: change({}),
  handBackRequest: change({}),
  assignRequest: change({ assigneeId: null }),
  convertRequest: (scene) =>
    change({ type: scene.target.type === 'deletion' ? 'access' : 'deletion' })(scene),
  convertBackRequest: change({ type: 'contact', reason: REASON }),
  correctReceipt: (scene) => change({ receivedAt: at(scene, 40), reason: REASON })(scene),
  replaceContact: change({ field: 'phone', value: '+7 700 000 00 02', reason: REASON }),
  correctLanguage: change({ language: 'ru' }),
  waitForApplicant: change({}),
  resumeRequest: change({}),
  explainDelay: change({ reason: 'workload', expectedOn: null }),
  recordStep: (scene) => {
    const event = RecordableEvent.parse(recordableOn(scene.target.type)[0]);
    return change({ event, on: civilDateAt(scene.app.clock.now()) })(scene);
  },
  sendLetter: change({ kind: 'answer', text: 'Сәлеметсіз бе! Өтінішіңіз қаралды.' }),
  answerOutside: (scene) =>
    change({ channel: 'phone', at: at(scene, 1), text: 'Телефон арқылы жауап берілді' })(scene),
  closeRequest: change({ outcome: 'no_reply_needed', reason: REASON }),
  reopenRequest: change({ reason: REASON }),
  proposeDecision: change({ outcome: 'fulfilled', grounds: [], evidence: 'Деректер табылды, жою керек' }),
  approveDecision: (scene) => change({ reference: scene.target.reference })(scene),
  returnDecision: change({ reason: REASON }),
  addNote: onTarget({ text: 'Ішкі ескертпе' }),
  addCallNote: onTarget({ text: 'Қоңырау шалушының сөзі' }),
  getDraft: ({ target: { id } }) => ({ params: { id, kind: 'answer' } }),
  saveDraft: ({ target: { id } }) => ({
    params: { id, kind: 'answer' },
    version: 0,
    body: { text: 'Бастап қойған жауап' },
  }),
  listAuditEvents: nothing,
  countAuditDays: nothing,
  getAuditEvent: ({ eventId }) => ({ params: { id: eventId } }),
  listStaff: nothing,
  getAuditSeal: nothing,
  listAuditLeaves: nothing,
  startAuditExport: () => ({ body: { format: 'csv' } }),
  listAuditExports: nothing,
  downloadAuditExport: ({ exported }) => ({ params: exported }),
  drawAuditSample: () => ({ query: { from: '2026-01-01', to: '2026-12-31', seed: '7' } }),
  listHeldRoles: nothing,
  reportVerification: () => ({ body: { size: 12, result: 'verified' } }),
  listStaffNames: nothing,
  inviteStaff: () => ({
    body: {
      name: 'Жаңа Қызметкер',
      email: `${crypto.randomUUID().slice(0, 8)}@desk.example`,
      roles: ['support'],
    },
  }),
  changeStaff: async ({ app }) => ({
    params: { id: (await colleague(app)).id },
    version: FIRST_VERSION,
    body: { name: 'Өзгерген Аты' },
  }),
  disableStaff: async ({ app }) => ({
    params: { id: (await colleague(app)).id },
    version: FIRST_VERSION,
    body: { reason: REASON },
  }),
  enableStaff: async ({ app }) => ({
    params: { id: (await disabledColleague(app)).id },
    version: FIRST_VERSION,
    body: {},
  }),
  reinviteStaff: async ({ app }) => ({ params: { id: (await colleague(app)).id }, body: {} }),
  listRecoveries: nothing,
  decideRecovery: async ({ app }) => ({
    params: { id: await unconfirmedRecovery(app) },
    body: { confirm: true },
  }),
  revokeInvitation: async ({ app }) => ({ params: { id: (await invitedColleague(app)).id } }),
  readSettings: nothing,
  readHealth: nothing,
  changeSettings: async ({ app }) => ({
    version: await settingsVersion(app),
    body: { vouched: 'key_copied' },
  }),
  confirmCalendar: () => ({ body: { year: 2027 } }),
  rehearseCalendar: () => ({ body: YEAR }),
  changeCalendar: async ({ app }) => ({ version: await calendarVersion(app), body: YEAR }),
  listIntakeSources: nothing,
  createIntakeSecret: () => ({ body: { name: `site-${crypto.randomUUID().slice(0, 6)}` } }),
  revokeIntakeSecret: async ({ app, site }) => ({
    params: { id: (await newSite(app, { sourceId: site.sourceId })).secretId },
  }),
};
