import { expect, it } from 'vitest';
import { componentsOf } from './openapi-components.ts';

const object = (properties: object) => ({ type: 'object', properties });
const colour = { type: 'string', enum: ['red', 'green'] };
const used = (...schemas: Record<string, unknown>[]) =>
  schemas.map((schema, n) => ({ schema, owner: `operation${n}` }));

it('moves a shape that two others contain, and names it after the property', () => {
  const { schemas, referring } = componentsOf(used(object({ colour }), object({ of: colour })), new Map());
  expect(schemas).toEqual({ Colour: colour });
  expect(referring(object({ of: colour }))).toEqual(object({ of: { $ref: '#/components/schemas/Colour' } }));
});

it('leaves a shape in place that only one other contains, even if that is used often', () => {
  const car = object({ colour });
  const { schemas } = componentsOf(used(car, car), new Map([[JSON.stringify(car), 'Car']]));
  expect(schemas).toEqual({ Car: car });
});

it('gives different shapes different names', () => {
  const other = { type: 'string', enum: ['wide', 'narrow'] };
  const { schemas } = componentsOf(
    used(object({ colour }), object({ a: colour }), object({ colour: other }), object({ b: other })),
    new Map(),
  );
  expect(schemas).toEqual({ Colour: colour, Operation2Colour: other });
});

it('never names another shape like one of the contract', () => {
  const car = object({ colour });
  const { schemas } = componentsOf(
    used(object({ car: colour }), object({ a: colour }), car),
    new Map([[JSON.stringify(car), 'Car']]),
  );
  expect(schemas).toEqual({
    Car: object({ colour: { $ref: '#/components/schemas/Operation0Car' } }),
    Operation0Car: colour,
  });
});
