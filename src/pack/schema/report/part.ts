import { z } from 'zod';
import { identifier, sqlName } from '../names.ts';
import { unitKinds } from '../tables.ts';
import { column } from './column.ts';
import { when } from './when.ts';

const words = z.string().min(1);
const status = z.enum(['met', 'near', 'away', 'none']);
const level = z.enum(unitKinds);
const indicators = z.array(identifier).min(1);
const about = indicators
  .optional()
  .meta({ description: 'The indicators it is about, in order; default that of the section, else all of the report' });
const every = z.enum(['month', 'quarter', 'year']);
const onePeriod = 'What one period is';
const howMany = 'How many periods, the last of them that of the report';

/** Words of a report may hold tokens: {period}, {unit}, {value:ID}, {target:ID}, {numerator:ID}, {denominator:ID}. */
const prose = words.meta({
  description:
    'Words; {organisation}, {unit}, {period}, {as-at}, {value:ID}, {numerator:ID}, {denominator:ID}, {target:ID} and {difference:ID from YYYY-MM} stand for what the figures say, with @YYYY-MM after the ID for another month and /UNIT after that for another unit, {section:ID} for the number of a section',
});

/** Which indicators: those of the report, of some of its groups, or named ones; and of them some statuses alone. */
const chosen = {
  groups: z
    .array(z.string())
    .min(1)
    .optional()
    .meta({ description: 'The titles of the groups it is about; default all' }),
  indicators: indicators
    .optional()
    .meta({ description: 'The indicators it is about, in order; default those of the groups' }),
  statuses: z.array(status).min(1).optional().meta({ description: 'Only those with one of these statuses now' }),
};

/** The content of a section, by kind. */
export const partSchema = z
  .discriminatedUnion('part', [
    z.strictObject({
      part: z.literal('cover'),
      above: z.array(prose).default([]).meta({ description: 'Lines above the title: directorate, service' }),
      below: z.array(prose).default([]).meta({ description: 'Lines under the title: period, body, dates' }),
    }),
    z.strictObject({
      part: z.literal('contents'),
      depth: z.int().min(1).max(3).default(2).meta({ description: 'How many levels of sections it lists' }),
    }),
    z.strictObject({
      part: z.literal('text'),
      paragraphs: z.array(prose).min(1).meta({ description: 'What is said, a paragraph each' }),
    }),
    z.strictObject({
      part: z.literal('list'),
      items: z.array(prose).min(1).meta({ description: 'What is said, a line each' }),
      ordered: z.boolean().default(false).meta({ description: 'Whether the lines are numbered' }),
    }),
    z.strictObject({
      part: z.literal('notice'),
      tone: z
        .enum(['information', 'caution'])
        .default('information')
        .meta({ description: 'How it is set apart: as something to know, or to beware of' }),
      title: prose,
      paragraphs: z.array(prose).min(1).meta({ description: 'What is said, a paragraph each' }),
    }),
    z.strictObject({
      part: z.literal('facts'),
      label: words.meta({ description: 'What the facts are, above them' }),
      items: z
        .array(
          z.union([
            z.strictObject({ term: words.meta({ description: 'The name of a line of its own words' }), text: prose }),
            column,
          ]),
        )
        .min(1)
        .meta({ description: 'Lines of its own words, or what a column would say of the indicator of the section' }),
    }),
    z.strictObject({ part: z.literal('guidance') }),
    z.strictObject({ part: z.literal('glossary') }),
    z.strictObject({ part: z.literal('changes') }),
    z.strictObject({
      part: z.literal('table'),
      caption: prose.optional(),
      ...chosen,
      columns: z
        .array(column)
        .min(2)
        .meta({ description: 'Its columns; exactly one is the title, which heads the rows' }),
      'separate-groups': z.boolean().default(false).meta({ description: 'A table for each group, in place of one' }),
    }),
    z.strictObject({
      part: z.literal('number-table'),
      caption: prose.optional(),
      indicators: about,
      rows: z
        .array(z.enum(['numerator', 'rest', 'denominator', 'value', 'target', 'status']))
        .min(1)
        .default(['numerator', 'denominator', 'value'])
        .meta({ description: 'What each row is; rest is the denominator less the numerator' }),
      columns: z
        .array(
          z.union([
            when,
            z.strictObject({
              when: when.optional(),
              window: z
                .enum(['twelve-months-mean', 'twelve-months-sum'])
                .optional()
                .meta({ description: 'The twelve months before, as a mean or as a sum' }),
              field: sqlName
                .optional()
                .meta({ description: 'A collected figure beside the indicator: which of the figures of its entry' }),
              label: words.optional().meta({ description: 'Its heading, where the usual one will not do' }),
            }),
          ]),
        )
        .min(1)
        .meta({ description: 'A month each, or a window of months' }),
    }),
    z.strictObject({
      part: z.literal('chart'),
      chart: z
        .enum(['trend', 'process', 'bars', 'funnel'])
        .default('trend')
        .meta({ description: 'A line over time, one with its usual range, bars by unit, or units by size' }),
      indicators: about,
      every: every.default('month').meta({ description: onePeriod }),
      last: z
        .int()
        .min(2)
        .max(60)
        .default(24)
        .meta({ description: 'How many periods; for process those that the pack sets for process limits' }),
      level: level.optional().meta({ description: 'For bars and funnel: which units' }),
      comparators: z.array(z.string()).max(3).default([]).meta({ description: 'For trend: groups drawn beside it' }),
    }),
    z.strictObject({
      part: z.literal('combined-chart'),
      title: words.optional().meta({ description: 'What it shows, where the titles of the indicators will not do' }),
      indicators: z.array(identifier).min(2).max(4).meta({ description: 'The two to four that are drawn together' }),
      every: every.default('month').meta({ description: onePeriod }),
      last: z.int().min(2).max(60).default(24).meta({ description: howMany }),
    }),
    z.strictObject({
      part: z.literal('distribution'),
      title: words.optional().meta({ description: 'What it shows, where the titles of the indicators will not do' }),
      indicators: indicators
        .optional()
        .meta({ description: 'The shares, in order; or the distribution of the pack below' }),
      distribution: identifier.optional().meta({ description: 'A distribution of pack.yaml, by its name' }),
      over: z
        .enum(['periods', 'units', 'bands'])
        .default('periods')
        .meta({ description: 'What each bar is: a period, a unit, or an indicator with its units by status' }),
      every: every.default('quarter').meta({ description: onePeriod }),
      last: z.int().min(1).max(40).default(4).meta({ description: howMany }),
      level: level.optional().meta({ description: 'For units and bands: which units' }),
    }),
    z.strictObject({
      part: z.literal('comparators'),
      groups: z.array(z.string()).min(1).optional().meta({ description: 'Which, in order; default all there are' }),
      indicators: about,
    }),
    z.strictObject({ part: z.literal('thresholds'), indicators: about }),
    z.strictObject({
      part: z.literal('narrative'),
      indicators: about,
      heading: words.default('Analysis').meta({ description: 'What stands above the sentences' }),
      level: level.optional().meta({ description: 'The units that are told of; default those right under the unit' }),
      since: when.optional().meta({ description: 'A month more since which movement is told' }),
    }),
    z.strictObject({
      part: z.literal('commentary'),
      headings: z.array(words).default([]).meta({ description: 'The headings the report asks for' }),
      required: z
        .array(z.enum([...status.options, 'hotspot']))
        .default([])
        .meta({
          description:
            'The statuses for which a comment is required, and hotspot for every indicator with one among the units right below; one missing is said in its place',
        }),
    }),
    z.strictObject({
      part: z.literal('units'),
      ...chosen,
      level: level.meta({ description: 'Which units are compared' }),
      show: z
        .array(z.enum(['best', 'hotspots', 'table']))
        .min(1)
        .default(['table'])
        .meta({ description: 'The best units and the hotspots in words, all of them in a table' }),
      since: when.optional().meta({ description: 'The month since which movement is told' }),
    }),
    z.strictObject({
      part: z.literal('demand'),
      indicators: indicators.meta({ description: 'The requests, in order' }),
      level: level.optional().meta({ description: 'The units among which the largest movers are named' }),
      since: when.default('year-ago'),
      movers: z
        .int()
        .min(0)
        .max(10)
        .default(1)
        .meta({ description: 'How many of the largest movers are named, in each part of the organisation' }),
    }),
    z.strictObject({
      part: z.literal('organisation'),
      levels: z.array(level).optional().meta({ description: 'Which levels of units are listed; default all' }),
    }),
    z.strictObject({ part: z.literal('sources') }),
    z.strictObject({ part: z.literal('method'), ...chosen }),
    z.strictObject({ part: z.literal('checks') }),
    z.strictObject({
      part: z.literal('restatements'),
      units: z
        .enum(['own', 'all'])
        .default('own')
        .meta({ description: 'Whose figures are listed: those of the unit that the report is of, or of every unit' }),
    }),
  ])
  .meta({ id: 'report-part', description: 'What stands in a section of a report, by its kind' });
