import { z } from 'zod';
import { identifier } from '../names.ts';
import { unitKinds } from '../tables.ts';

const workingDay = z.int().min(1).max(60);

/** The steps of a cycle in their order. */
const inOrder = ['data-cut-off', 'commentary-due', 'sign-off', 'publication'] as const;

const approvalSchema = z
  .strictObject({
    steps: z
      .union([z.literal(1), z.literal(2)])
      .default(1)
      .meta({ description: 'In how many steps each level approves: one approver, or a second one after the first' }),
    levels: z
      .array(z.enum(unitKinds))
      .min(1)
      .refine((levels) => levels.every((level, index) => index === 0 || rank(level) < rank(levels[index - 1])), {
        message: 'go from the bottom up, each level once: team, district, area, authority',
      })
      .default(['authority'])
      .meta({ description: 'The levels whose units approve, from the bottom up, such as team, district, authority' }),
  })
  .meta({ id: 'report-approval', description: 'Who approves a report before it is published' });

const rank = (level: (typeof unitKinds)[number] | undefined): number =>
  level === undefined ? unitKinds.length : unitKinds.indexOf(level);

export const cycleSchema = z
  .strictObject({
    'data-cut-off': workingDay.meta({ description: 'The working day by which the figures must be ready' }),
    'commentary-due': workingDay.meta({ description: 'The working day by which what is said of them is approved' }),
    'sign-off': workingDay.meta({ description: 'The working day by which the report is approved at every level' }),
    publication: workingDay.meta({ description: 'The working day by which it is published' }),
    'blocked-by': z
      .array(identifier)
      .default([])
      .meta({ description: 'Checks of the data, by name, that may find nothing before the figures are ready' }),
    approval: approvalSchema
      .default({ steps: 1, levels: ['authority'] })
      .meta({ description: 'Who approves it; default the authority, in one step' }),
  })
  .refine((cycle) => inOrder.every((step, index) => index === 0 || cycle[step] >= cycle[inOrder[index - 1] ?? step]), {
    message: 'its days may not go back: data-cut-off, commentary-due, sign-off, publication',
  })
  .meta({
    id: 'report-cycle',
    description: 'The calendar of a report: working days of the month after the one that it reports, 1 being its first',
  });
