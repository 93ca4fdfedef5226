/** The routes that read requests. */
import {
  compareField,
  copyField,
  countRequests,
  followRequest,
  getRequest,
  listRequests,
  requestTrail,
  revealField,
  searchRequests,
} from '#contract/requests-read.ts';
import { exportCase, findPersonTrail, personTrail } from '#contract/trails.ts';
import { type Route, route } from '#server/http/serve.ts';
import { caseFile } from './case-file.ts';
import { compare } from './compare.ts';
import { counts } from './counts.ts';
import { detail } from './detail.ts';
import { follow } from './follow.ts';
import { list } from './list.ts';
import { copy, reveal } from './reveal.ts';
import { search } from './search.ts';
import { personTrailByValue, personTrailOfRequest, trail } from './trail.ts';

export const requestReadRoutes: readonly Route[] = [
  route(listRequests, list),
  route(countRequests, counts),
  route(getRequest, detail),
  route(followRequest, follow),
  route(searchRequests, search),
  route(revealField, reveal),
  route(copyField, copy),
  route(compareField, compare),
  route(requestTrail, trail),
  route(personTrail, personTrailOfRequest),
  route(findPersonTrail, personTrailByValue),
  route(exportCase, caseFile),
];
