import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { compareField, getRequest, revealField } from '#contract/requests-read.ts';
import { convertBackRequest, proposeDecision, takeRequest } from '#contract/requests-write.ts';
import { WITHHELD } from '#domain/access/redact.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type TestApp, testApp } from '#tests/server/app-harness.ts';
import { type Desk, deskOf } from '#tests/server/desk.ts';

type Item = { kind: string; id: string; event?: string; text?: unknown; reason?: unknown };
type Field = { field: string; value: unknown; reveal: boolean; compare: boolean };

describeEachDatabase('the page of a request with a damaged value', (current) => {
  let app: TestApp;
  let desk: Desk;
  let officer: TestApp['people']['privacy_officer'];
  beforeAll(async () => {
    app = await testApp(current().db);
    desk = deskOf(app);
    officer = app.people.privacy_officer;
  });

  const open = (id: string, as = officer) => app.call(getRequest, { params: { id } }, as);
  const received = async () => {
    const id = await desk.request('access');
    const { applicant_id: applicant } = await desk.row(id);
    return { id, applicant };
  };
  const damage = (row: string, field: string) =>
    sql`update sealed_value set sealed = set_byte(sealed, 20, get_byte(sealed, 20) # 1)
      where row_id = ${row} and field = ${field}`.execute(current().db.kysely);
  const logged = (id: string) =>
    app.logLines
      .map((line) => JSON.parse(line))
      .filter(({ request }) => request === id)
      .map(({ level, row, field, fault }) => ({ level, row, field, fault }));
  const field = (body: { fields: Field[] }, name: string) => body.fields.find((each) => each.field === name);

  it('withholds the field, offers neither reveal nor comparison of it, and shows the others whole', async () => {
    const { id, applicant } = await received();
    await damage(applicant, 'surname');
    const { status, body } = await open(id);
    expect(status).toBe(200);
    expect(field(body, 'surname')).toMatchObject({ value: WITHHELD, reveal: false, compare: false });
    expect(field(body, 'first_name')).toMatchObject({ value: { shown: true, value: 'Нұргүл' } });
    expect(body.name).toEqual(WITHHELD);
    const message = body.timeline.find(({ kind }: Item) => kind === 'message');
    expect(message).toMatchObject({ text: { shown: true } });
    expect(logged(id)).toEqual([{ level: 'error', row: applicant, field: 'surname', fault: 'tampered' }]);
  });

  it('withholds the text of a message', async () => {
    const { id } = await received();
    const message = (await open(id)).body.timeline.find(({ kind }: Item) => kind === 'message');
    await damage(message.id, 'message');
    const { status, body } = await open(id);
    expect(status).toBe(200);
    expect(body.timeline.find((item: Item) => item.id === message.id)).toMatchObject({ text: WITHHELD });
    expect(logged(id)).toMatchObject([{ row: message.id, field: 'message' }]);
  });

  it('withholds the reason of an event', async () => {
    const { id } = await received();
    await desk.act(convertBackRequest, id, officer, { type: 'contact', reason: 'Бұл жай сұрақ' });
    const converted = async () =>
      (await open(id)).body.timeline.find(({ event }: Item) => event === 'request.converted');
    expect(await converted()).toMatchObject({ reason: { shown: true } });
    const { id: event } = await converted();
    await sql`update audit_detail set sealed = set_byte(sealed, 20, get_byte(sealed, 20) # 1)
      where event_id = ${event}`.execute(current().owner.kysely);
    expect(await converted()).toMatchObject({ reason: WITHHELD });
    expect(logged(id)).toMatchObject([{ row: event, field: 'detail' }]);
  });

  it('withholds the evidence of a decision', async () => {
    const { id } = await received();
    const proposal = { outcome: 'fulfilled', grounds: [], evidence: 'Өтініш берушінің жеке басы расталды.' };
    const proposed = await desk.act(proposeDecision, id, officer, proposal);
    await damage(proposed.body.decision.id, 'evidence');
    const { status, body } = await open(id);
    expect([status, body.decision.evidence]).toEqual([200, WITHHELD]);
  });

  it('answers 404 to a reveal of the value, and to a comparison with it', async () => {
    const { support } = app.people;
    const contact = await desk.request('contact');
    await desk.act(takeRequest, contact, support);
    const reveal = async () => {
      const body = { field: 'email', purpose: 'contact_applicant' } as const;
      return (await app.call(revealField, { params: { id: contact }, body }, support)).status;
    };
    expect(await reveal()).toBe(200);
    await damage((await desk.row(contact)).applicant_id, 'email');
    expect(await reveal()).toBe(404);
    const { id, applicant } = await received();
    const compare = async () => {
      const body = { field: 'surname', value: 'Тестілова' } as const;
      return (await app.call(compareField, { params: { id }, body }, support)).status;
    };
    expect(await compare()).toBe(200);
    await damage(applicant, 'surname');
    expect(await compare()).toBe(404);
  });
});
