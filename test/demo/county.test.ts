import { afterAll, beforeAll } from 'vitest';
import { type County, writeCounty } from './county.ts';
import { describeDefects } from './defects.ts';
import { describeRates } from './rates.ts';
import { describeRecords } from './records.ts';
import { describeStories } from './stories.ts';

let county: County;

beforeAll(async () => {
  county = await writeCounty();
});

afterAll(() => county.close());

describeRates(() => county);
describeRecords(() => county);
describeStories(() => county);
describeDefects(() => county);
