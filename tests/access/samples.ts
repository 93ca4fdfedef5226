/** A valid call of every endpoint: what the access matrix, the audit enumeration and the bad-input suite start from. */
import type { EndpointId } from '#contract/index.ts';
import { signWebhook, webhookKey } from '#server/intake/webhook-signature.ts';
import type { TestApp, TestPerson } from '#tests/server/app-harness.ts';
import type { Planted } from './canaries.ts';

export type Sample = {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  version?: number;
  headers?: Record<string, string>;
};
export type Scene = {
  app: TestApp;
  caller: TestPerson | null;
  target: Planted;
  version: number;
  staff: TestPerson & { version: number };
  secretId: string;
  eventId: string;
  site: { secret: string };
};

const REASON = 'Сынақ үшін себеп жазылды';
const at = (scene: Scene, hours: number) =>
  scene.app.clock.now().subtract({ hours }).toString({ smallestUnit: 'second' });

const change =
  (body: unknown) =>
  (scene: Scene): Sample => ({ params: { id: scene.target.id }, version: scene.version, body });
const onTarget =
  (body?: unknown) =>
  (scene: Scene): Sample => ({ params: { id: scene.target.id }, ...(body === undefined ? {} : { body }) });
const onStaff =
  (body?: unknown) =>
  (scene: Scene): Sample => ({
    params: { id: scene.staff.id },
    version: scene.staff.version,
    ...(body === undefined ? {} : { body }),
  });

export const SAMPLES: Record<EndpointId, (scene: Scene) => Sample> = {
  healthLive: () => ({}),
  healthReady: () => ({}),
  openApi: () => ({}),
  signIn: () => ({
    body: { email: `nobody-${crypto.randomUUID()}@desk.example`, password: 'not the password at all' },
  }),
  readSession: () => ({}),
  signOut: () => ({}),
  signInAsPersona: () => ({ body: { role: 'support' } }),
  touchSession: () => ({ body: {} }),
  saveProfile: () => ({ body: { theme: 'dark' } }),
  inspectLink: () => ({ body: { token: 'x'.repeat(43) } }),
  acceptLink: () => ({ body: { token: 'x'.repeat(43), password: 'жеті мұзды өзеннің бойында' } }),
  streamEvents: () => ({}),
  submitRequest: (scene) => {
    const body = { message: 'Сайт арқылы келген хабарлама' };
    const { deps } = scene.app;
    const bytes = new TextEncoder().encode(JSON.stringify(body));
    return {
      body,
      headers: {
        ...signWebhook(deps.vault, {
          id: `form-${deps.newId()}`,
          sentAt: deps.now(),
          body: bytes,
          key: webhookKey(scene.site.secret) ?? new Uint8Array(),
        }),
      },
    };
  },
  listRequests: () => ({ query: { view: 'all', limit: '100' } }),
  countRequests: () => ({}),
  getRequest: onTarget(),
  searchRequests: () => ({ body: { kind: 'phone', value: '+7 700 000 00 00' } }),
  revealField: onTarget({ field: 'phone', purpose: 'contact_applicant' }),
  copyField: onTarget({ field: 'phone' }),
  compareField: onTarget({ field: 'phone', value: '+7 700 000 00 01' }),
  requestTrail: onTarget(),
  personTrail: onTarget(),
  findPersonTrail: () => ({ body: { kind: 'phone', value: '+7 700 000 00 00' } }),
  exportCase: onTarget({}),
  registerRequest: (scene) => ({
    body: { type: 'contact', channel: 'phone', receivedAt: at(scene, 2), message: 'Қоңырау арқылы айтылды' },
  }),
  takeRequest: change({}),
  handBackRequest: change({}),
  assignRequest: (scene) => change({ assigneeId: null })(scene),
  convertRequest: change({ type: 'deletion' }),
  convertBackRequest: change({ type: 'contact', reason: REASON }),
  correctReceipt: (scene) => change({ receivedAt: at(scene, 40), reason: REASON })(scene),
  correctLanguage: change({ language: 'ru' }),
  waitForApplicant: change({}),
  resumeRequest: change({}),
  explainDelay: change({ reason: 'workload', expectedOn: null }),
  recordStep: (scene) =>
    change({
      event: 'violation_confirmed',
      on: scene.app.clock.now().toZonedDateTimeISO('Asia/Almaty').toPlainDate().toString(),
    })(scene),
  answerRequest: change({ text: 'Сәлеметсіз бе! Өтінішіңіз қаралды.' }),
  answerOutside: (scene) =>
    change({ channel: 'phone', at: at(scene, 1), text: 'Телефон арқылы жауап берілді' })(scene),
  closeRequest: change({ outcome: 'no_reply_needed', reason: REASON }),
  reopenRequest: change({ reason: REASON }),
  proposeDecision: change({ outcome: 'fulfilled', grounds: [], evidence: 'Деректер табылды, жою керек' }),
  approveDecision: (scene) => change({ reference: scene.target.reference })(scene),
  returnDecision: change({ reason: REASON }),
  addNote: onTarget({ text: 'Ішкі ескертпе' }),
  addCallNote: onTarget({ text: 'Қоңырау шалушының сөзі' }),
  getDraft: (scene) => ({ params: { id: scene.target.id, kind: 'answer' } }),
  saveDraft: (scene) => ({
    params: { id: scene.target.id, kind: 'answer' },
    body: { text: 'Бастап қойған жауап' },
  }),
  listAuditEvents: () => ({}),
  countAuditDays: () => ({}),
  getAuditEvent: (scene) => ({ params: { id: scene.eventId } }),
  listStaff: () => ({}),
  getAuditSeal: () => ({}),
  listAuditLeaves: () => ({}),
  startAuditExport: () => ({ body: { format: 'csv' } }),
  listAuditExports: () => ({}),
  downloadAuditExport: () => ({ params: { id: crypto.randomUUID(), name: 'log.csv' } }),
  drawAuditSample: () => ({ query: { from: '2026-01-01', to: '2026-12-31', seed: '7' } }),
  listHeldRoles: () => ({}),
  reportVerification: () => ({ body: { size: 12, result: 'verified' } }),
  listStaffNames: () => ({}),
  inviteStaff: () => ({
    body: {
      name: 'Жаңа Қызметкер',
      email: `${crypto.randomUUID().slice(0, 8)}@desk.example`,
      roles: ['support'],
    },
  }),
  changeStaff: onStaff({ name: 'Өзгерген Аты' }),
  disableStaff: onStaff({ reason: REASON }),
  enableStaff: onStaff({}),
  reinviteStaff: (scene) => ({ params: { id: scene.staff.id }, body: {} }),
  revokeInvitation: (scene) => ({ params: { id: scene.staff.id } }),
  readSettings: () => ({}),
  changeSettings: () => ({ version: 1, body: { vouched: 'key_copied' } }),
  confirmCalendar: () => ({ body: { year: 2027 } }),
  listIntakeSources: () => ({}),
  createIntakeSecret: () => ({ body: { name: `site-${crypto.randomUUID().slice(0, 6)}` } }),
  revokeIntakeSecret: (scene) => ({ params: { id: scene.secretId } }),
};
