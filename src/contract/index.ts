/** ENDPOINTS: every endpoint of the API. The only index file, because it is the table itself and re-exports nothing. */
import { getAuditEvent, listAuditEvents } from './audit.ts';
import { countAuditDays } from './audit-days.ts';
import { downloadAuditExport, listAuditExports, startAuditExport } from './audit-export.ts';
import { getAuditSeal, listAuditLeaves, reportVerification } from './audit-seal.ts';
import { drawAuditSample, listHeldRoles } from './audit-yearly.ts';
import type { Endpoint } from './endpoint.ts';
import { submitRequest } from './intake.ts';
import {
  compareField,
  copyField,
  countRequests,
  getRequest,
  listRequests,
  requestTrail,
  revealField,
  searchRequests,
} from './requests-read.ts';
import * as write from './requests-write.ts';
import {
  acceptLink,
  inspectLink,
  readSession,
  saveProfile,
  signIn,
  signInAsPersona,
  signOut,
  streamEvents,
  touchSession,
} from './session.ts';
import {
  changeSettings,
  confirmCalendar,
  createIntakeSecret,
  listIntakeSources,
  readSettings,
  revokeIntakeSecret,
} from './settings.ts';
import {
  changeStaff,
  disableStaff,
  enableStaff,
  inviteStaff,
  listStaff,
  listStaffNames,
  reinviteStaff,
  revokeInvitation,
} from './staff.ts';
import { healthLive, healthReady, openApi } from './system.ts';
import { exportCase, findPersonTrail, personTrail } from './trails.ts';

export const ENDPOINTS = {
  healthLive,
  healthReady,
  openApi,
  signIn,
  readSession,
  signOut,
  signInAsPersona,
  touchSession,
  saveProfile,
  inspectLink,
  acceptLink,
  streamEvents,
  submitRequest,
  listRequests,
  countRequests,
  getRequest,
  searchRequests,
  revealField,
  copyField,
  compareField,
  requestTrail,
  personTrail,
  findPersonTrail,
  exportCase,
  registerRequest: write.registerRequest,
  takeRequest: write.takeRequest,
  handBackRequest: write.handBackRequest,
  assignRequest: write.assignRequest,
  convertRequest: write.convertRequest,
  convertBackRequest: write.convertBackRequest,
  correctReceipt: write.correctReceipt,
  correctLanguage: write.correctLanguage,
  waitForApplicant: write.waitForApplicant,
  resumeRequest: write.resumeRequest,
  explainDelay: write.explainDelay,
  recordStep: write.recordStep,
  answerRequest: write.answerRequest,
  answerOutside: write.answerOutside,
  closeRequest: write.closeRequest,
  reopenRequest: write.reopenRequest,
  proposeDecision: write.proposeDecision,
  approveDecision: write.approveDecision,
  returnDecision: write.returnDecision,
  addNote: write.addNote,
  addCallNote: write.addCallNote,
  getDraft: write.getDraft,
  saveDraft: write.saveDraft,
  listAuditEvents,
  countAuditDays,
  getAuditSeal,
  listAuditLeaves,
  reportVerification,
  startAuditExport,
  listAuditExports,
  downloadAuditExport,
  drawAuditSample,
  listHeldRoles,
  getAuditEvent,
  listStaff,
  listStaffNames,
  inviteStaff,
  changeStaff,
  disableStaff,
  enableStaff,
  reinviteStaff,
  revokeInvitation,
  readSettings,
  changeSettings,
  confirmCalendar,
  listIntakeSources,
  createIntakeSecret,
  revokeIntakeSecret,
} as const satisfies Record<string, Endpoint>;

export type EndpointId = keyof typeof ENDPOINTS;

export const endpoints: readonly Endpoint[] = Object.values(ENDPOINTS);
