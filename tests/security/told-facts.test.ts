/** Facts about hidden classes reach nobody whom VISIBILITY hides the class from, on the page and in its timeline. */
import { beforeAll, expect, it } from 'vitest';
import { getRequest } from '#contract/requests-read.ts';
import { proposeDecision, takeRequest } from '#contract/requests-write.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type TestApp, testApp } from '#tests/server/app-harness.ts';
import { configureMail, deskOf } from '#tests/server/desk.ts';

describeEachDatabase('a request with a decision and without an address', (current) => {
  let app: TestApp;
  let id: string;
  beforeAll(async () => {
    app = await testApp(current().db);
    await configureMail(app, 2525);
    const desk = deskOf(app);
    id = await desk.request('deletion', { applicant: { surname: 'Жазбасыз' } });
    await desk.act(takeRequest, id, app.people.privacy_officer);
    const proposed = await desk.act(proposeDecision, id, app.people.privacy_officer, {
      outcome: 'restricted',
      grounds: ['G9'],
      restrictUntil: '2029-04-17',
      evidence: 'Қаржы мониторингі бойынша сақталады',
    });
    expect(proposed.status, proposed.raw).toBe(200);
  });

  it.each([
    ['privacy_officer', true, true],
    ['support', true, false],
    ['manager', false, false],
    ['auditor', false, false],
  ] as const)('tells %s of contact details: %s, of the grounds: %s', async (who, contacts, internal) => {
    const { body, raw } = await app.call(getRequest, { params: { id } }, app.people[who]);
    expect([body.noWayToReply, body.mail]).toEqual(contacts ? [true, 'no_address'] : [null, null]);
    expect([body.decision.grounds, body.decision.restrictUntil]).toEqual(
      internal ? [['G9'], '2029-04-17'] : [null, null],
    );
    // Anywhere in the answer, so in the events of the timeline as well.
    expect([raw.includes('G9'), raw.includes('2029-04-17')]).toEqual([internal, internal]);
  });
});
