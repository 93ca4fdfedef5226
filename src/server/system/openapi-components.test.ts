import { expect, it } from 'vitest';
import { componentsOf } from './openapi-components.ts';

const object = (properties: object) => ({ type: 'object', properties });
const colour = { type: 'string', enum: ['red', 'green'] };
const used = (...schemas: Record<string, unknown>[]) =>
  schemas.map((schema, n) => ({ schema, owner: `operation${n}` }));

it('moves a shape that two hold under the name of the property', () => {
  const { schemas, referring } = componentsOf(used(object({ colour }), object({ of: colour })), new Map());
  expect(schemas).toEqual({ Colour: colour });
  expect(referring(object({ of: colour }))).toEqual(object({ of: { $ref: '#/components/schemas/Colour' } }));
});

it('leaves in place what is in one shape alone, however often that is used', () => {
  const car = object({ colour });
  const { schemas } = componentsOf(used(car, car), new Map([[JSON.stringify(car), 'Car']]));
  expect(schemas).toEqual({ Car: car });
});

it('gives two shapes two names', () => {
  const other = { type: 'string', enum: ['wide', 'narrow'] };
  const { schemas } = componentsOf(
    used(object({ colour }), object({ a: colour }), object({ colour: other }), object({ b: other })),
    new Map(),
  );
  expect(schemas).toEqual({ Colour: colour, Operation2Colour: other });
});

it('keeps the contract’s name from every property', () => {
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
