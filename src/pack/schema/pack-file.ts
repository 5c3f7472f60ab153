import { z } from 'zod';
import { distributionSchema, identitySchema } from './identity.ts';
import { identifier, sqlName } from './names.ts';
import { processLimitsSchema, trendRuleSchema } from './rules.ts';
import { unitKinds } from './tables.ts';

export const themeSchema = z
  .strictObject({
    id: identifier.meta({ description: 'The name that indicators give as their theme' }),
    title: z.string().meta({ description: 'The heading on a scorecard' }),
  })
  .meta({ id: 'theme', description: 'A group of indicators' });

export const packFileSchema = z
  .strictObject({
    id: identifier.meta({ description: 'The name of the pack and of its folder' }),
    title: z.string().meta({ description: 'What the pack is called on a page' }),
    version: z
      .string()
      .regex(/^\d+\.\d+\.\d+$/, 'major.minor.patch')
      .meta({ description: 'Its version, major.minor.patch; recorded with what is loaded through it' }),
    extends: z
      .string()
      .optional()
      .meta({ description: 'The pack this one builds on: a name under packs/, or a folder relative to this one' }),
    exclude: z
      .array(z.string())
      .default([])
      .meta({ description: 'What of the parent to drop: indicators/ID, views/ID, datasets/ID, reports/ID' }),
    'financial-year-start': z
      .int()
      .min(1)
      .max(12)
      .default(4)
      .meta({ description: 'The first month of the financial year; 4 is April' }),
    holding: sqlName.optional().meta({
      description:
        'The view that says who holds a person from when: person_id, held_from, held_to, team_id, spells of a person that never overlap',
    }),
    workers: sqlName.optional().meta({
      description:
        'The view that says which worker is involved with a person: person_id, worker_id, started_on, ended_on. A list of what is due finds there who does the work, where its rows do not say so',
    }),
    'unit-words': z
      .partialRecord(z.enum(unitKinds), z.string().min(1))
      .optional()
      .meta({ description: 'What a level of units.csv is called on a page, where it is not called by its own name' }),
    themes: z
      .array(themeSchema)
      .default([])
      .meta({ description: 'The groups of indicators, in the order of a scorecard' }),
    scheme: identifier
      .optional()
      .meta({ description: 'The judgement scheme of targets that name none; empty: target and amber limit' }),
    'trend-rule': trendRuleSchema
      .optional()
      .meta({ description: 'When three figures are called volatile, improving or declining' }),
    'process-limits': processLimitsSchema.optional().meta({ description: 'How limits of chance variation are taken' }),
    distributions: z
      .array(distributionSchema)
      .optional()
      .meta({ description: 'Indicators that are the shares of one whole' }),
    identities: z
      .array(identitySchema)
      .optional()
      .meta({ description: 'What must hold between the counts, figures and targets of indicators' }),
    glossary: z.record(z.string(), z.string()).default({}).meta({ description: 'Abbreviation to meaning' }),
  })
  .meta({ id: 'pack', description: 'pack.yaml: what the pack is and what it builds on' });
