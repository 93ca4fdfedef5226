import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { valuesOfMail } from './eml.ts';

const read = async (lines: readonly string[]) => valuesOfMail(await PostalMime.parse(lines.join('\r\n')));

const LETTER = [
  'Received: from mx.example.kz by desk.example.kz; Sat, 21 Nov 2026 18:20:05 +0000 (UTC)',
  'Received: from phone by mx.example.kz; Sat, 21 Nov 2026 18:19:59 +0000',
  'From: =?utf-8?B?0JDRhdC80LXRgtC+0LLQsCDQkNC50LPSr9C7?= <a.akhmetova@mail.example>',
  'To: desk@example.kz',
  'Subject: =?utf-8?B?0JTQtdGA0LXQutGC0LXRgNGW0LzQtNGWINC20L7QudGL0qPRi9C3?=',
  'Date: Fri, 20 Nov 2026 09:00:00 +0500',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: 8bit',
  '',
  'Енді қолданбаймын.',
  '',
  '',
  '',
  'Рақмет',
];

test('reads sender, subject, text and the time stamped by the receiving server', async () => {
  expect((await read(LETTER)).values).toEqual({
    channel: 'email',
    day: '21.11.2026',
    time: '23:20',
    applicant: {
      surname: 'Ахметова',
      firstName: 'Айгүл',
      patronymic: '',
      email: 'a.akhmetova@mail.example',
      phone: '',
    },
    subjectLine: 'Деректерімді жойыңыз',
    message: 'Енді қолданбаймын.\n\nРақмет',
  });
});

test('fills the patronymic, and leaves a name whole that shows no order', async () => {
  const applicant = async (name: string) =>
    (await read([`From: ${name} <x@mail.example>`, '', 'x'])).values.applicant;
  expect(await applicant('Akhmetova Aigul Serikovna')).toMatchObject({
    surname: 'Akhmetova',
    firstName: 'Aigul',
    patronymic: 'Serikovna',
  });
  expect(await applicant('Kevin Smith')).toMatchObject({ surname: '', firstName: 'Kevin Smith' });
});

test('without a server’s stamp it uses the sender’s date', async () => {
  const { values } = await read(LETTER.filter((line) => !line.startsWith('Received')));
  expect([values.day, values.time]).toEqual(['20.11.2026', '09:00']);
});

test('without any date the form keeps its own', async () => {
  const { values } = await read(LETTER.filter((line) => !/^(?:Received|Date)/.test(line)));
  expect(values).not.toHaveProperty('day');
});

test('a letter with an HTML part only is converted to text', async () => {
  const { values } = await read([
    'From: x@mail.example',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<style>p{}</style><p>Не пришёл&nbsp;чек &laquo;№ 5&raquo;</p><p>A &lt;script&gt; &#1178;</p>',
  ]);
  expect(values.message).toBe('Не пришёл чек «№ 5»\nA <script> Қ');
});

test('counts attachments, but not inline pictures', async () => {
  const part = (head: string) => ['--b', 'Content-Type: application/pdf', head, '', 'x'];
  const { attachments } = await read([
    'From: x@mail.example',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'text',
    ...part('Content-Disposition: attachment; filename=a.pdf'),
    ...part('Content-Disposition: attachment; filename=b.pdf'),
    '--b--',
  ]);
  expect(attachments).toBe(2);
});

test('a text without headers gives empty values, not an error', async () => {
  expect((await read(['nothing of the kind'])).values).toMatchObject({ applicant: { email: '' } });
});

test('cells, blocks and line breaks of an HTML letter keep what they separate apart', async () => {
  const { values } = await read([
    'From: x@mail.example',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<html><head><title>t</title></head><body><!-- <p>no</p> --><table><tr><td>8 701 000</td><td>00 01</td></tr>',
    '<tr><td>x</td></tr></table><p>1<p>2<br><br>3 < 4 <b>b</b>&hellip;<div>5</div><div>6</div></body></html>',
  ]);
  expect(values.message).toBe('8 701 000  00 01\n\n x\n1\n2\n\n3 < 4 b…\n5\n6');
});
