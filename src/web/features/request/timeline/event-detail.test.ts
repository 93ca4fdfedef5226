import { expect, test } from 'vitest';
import { translator } from '#i18n/translator.ts';
import { eventCase, OFFICER, requestCase, SUPPORT } from '#tests/cases/request-detail.ts';
import { eventDetail, namesIn } from './event-detail.ts';

const AT = '2026-11-17T11:44:00.000Z';
const names = namesIn(requestCase({ timeline: [eventCase('request.taken', AT, { by: SUPPORT })] }));
const said = (event: Parameters<typeof eventCase>[0], data: Parameters<typeof eventCase>[2] = {}) =>
  eventDetail(eventCase(event, AT, data), names, translator('en'))?.replaceAll('\u00a0', ' ') ?? null;

test('a corrected contact is named by its field', () => {
  expect(said('request.contact_replaced', { fields: ['phone'] })).toBe('Phone');
  expect(said('request.contact_replaced')).toBeNull();
});

test.each([
  ['request.converted', { from: 'contact', to: 'deletion' }, 'Feedback → Data deletion'],
  ['request.assigned', { from: null, to: OFFICER.id }, 'Д. Омаров'],
  ['request.assigned', { from: OFFICER.id, to: null }, 'nobody'],
  ['request.handed_back', { from: OFFICER.id, to: null }, null],
  ['request.handed_back', { to: null, because: 'access_ended' }, 'the assignee’s access ended'],
  [
    'request.assigned',
    { to: OFFICER.id, because: 'access_ended' },
    'Д. Омаров · the assignee’s access ended',
  ],
  ['request.assigned', { from: null, to: 'somebody unknown here' }, null],
  [
    'request.step_recorded',
    { event: 'documents_accepted', on: '2026-11-20' },
    'Documents accepted, Fri 20.11',
  ],
  [
    'request.delay_explained',
    { reason: 'complex', expectedOn: '2026-11-29' },
    'Complex matter · expected Sun 29.11',
  ],
  ['decision.proposed', { outcome: 'refused', grounds: 'G4' }, 'refuse it · Identity not confirmed'],
  ['decision.approved', { outcome: 'fulfilled' }, 'fulfil it'],
  ['request.closed', { outcome: 'duplicate', duplicateOf: 'NP-2026-000007' }, 'Duplicate · NP-2026-000007'],
  ['request.language_corrected', { from: 'kk', to: 'ru' }, 'Kazakh → Russian'],
  [
    'request.dates_moved',
    { because: 'calendar', act_by: '2026-12-10 2026-12-09', notify_authority: '2026-11-11 2026-11-12' },
    'Step: notify the authority: Wed 11.11 → Thu 12.11 · Last working day: Thu 10.12 → Wed 09.12',
  ],
  ['request.taken', { from: null, to: OFFICER.id }, null],
] as const)('%s %j', (event, data, words) => {
  expect(said(event, { data })).toBe(words);
});
