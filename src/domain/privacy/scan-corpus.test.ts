/** How well the scan does on our own labelled lines; docs/decisions names the figures. */
import { expect, test } from 'vitest';
import { LABELLED_LINES } from '#tests/corpus/identifier-lines.ts';
import { type SpanKind, scanText } from './text-scan.ts';

const LEAST_RECALL = 0.99;
const LEAST_PRECISION = 0.98;

type Label = { readonly kind: string; readonly value: string };
type Line = { readonly text: string; readonly labels: readonly Label[] };

const lines = Object.values(LABELLED_LINES)
  .flatMap((all) => all.split('\n'))
  .filter((line) => line.trim() !== '')
  .map(lineOf);

function lineOf(marked: string): Line {
  const labels = Array.from(marked.matchAll(/\[\[(\w+)\|([^\]]+)\]\]/g), ([, kind = '', value = '']) => ({
    kind,
    value,
  }));
  return { text: marked.replace(/\[\[\w+\|([^\]]+)\]\]/g, '$1'), labels };
}

const same = (one: Label, other: Label) => one.kind === other.kind && one.value === other.value;

function judge({ text, labels }: Line) {
  const found = scanText(text).map(({ start, end, kind }) => ({ kind, value: text.slice(start, end) }));
  return {
    text,
    right: labels.filter((label) => found.some((each) => same(each, label))),
    missed: labels.filter((label) => !found.some((each) => same(each, label))),
    wrong: found.filter((each) => !labels.some((label) => same(each, label))),
  };
}

const judged = lines.map(judge);
const count = (which: 'right' | 'missed' | 'wrong', kind?: string) =>
  judged.flatMap((each) => each[which]).filter((label) => kind === undefined || label.kind === kind).length;

test('there are at least 400 lines, and half of them have no identifier', () => {
  const without = lines.filter(({ labels }) => labels.length === 0).length;
  expect(lines.length).toBeGreaterThanOrEqual(400);
  expect(without / lines.length).toBeGreaterThan(0.45);
  expect(new Set(lines.map(({ text }) => text)).size).toBe(lines.length);
});

test('recall is at least 0.99 and precision 0.98, an identifier counting only with its kind and exact ends', () => {
  const [right, missed, wrong] = [count('right'), count('missed'), count('wrong')];
  const faults = judged.filter((each) => each.missed.length + each.wrong.length > 0);
  const shown = JSON.stringify(faults, null, 1);
  expect(right / (right + missed), shown).toBeGreaterThanOrEqual(LEAST_RECALL);
  expect(right / (right + wrong), shown).toBeGreaterThanOrEqual(LEAST_PRECISION);
});

const KINDS: readonly SpanKind[] = [
  'phone',
  'email',
  'iin',
  'bin',
  'card',
  'iban',
  'account',
  'document',
  'ip',
];

test.each(KINDS)(
  '%s: every kind by itself is found nine times in ten, and rarely where there is none',
  (kind) => {
    const [right, missed, wrong] = [count('right', kind), count('missed', kind), count('wrong', kind)];
    expect(right + missed).toBeGreaterThanOrEqual(8);
    expect(right / (right + missed)).toBeGreaterThanOrEqual(0.9);
    expect(right / (right + wrong)).toBeGreaterThanOrEqual(0.9);
  },
);
