import { z } from 'zod';
import { identifier } from './names.ts';

/** Where a band can end: figures that a target brings. */
export const edgeNames = ['target', 'met-within', 'amber', 'tolerance-good', 'tolerance-bad'] as const;

const bandSchema = z.strictObject({
  place: identifier.meta({ description: 'The name of the band, which a label set turns into words' }),
  status: z.enum(['met', 'near', 'away']).meta({ description: 'The status of a figure in it' }),
  until: z.enum(edgeNames).optional().meta({
    description:
      'The edge at its worse end; the last band has none. Where a target does not bring the edge, the band falls away',
  }),
  including: z
    .boolean()
    .default(true)
    .meta({ description: 'Whether a figure exactly at the edge is in this band, and not in the next' }),
});

export const schemeSchema = z
  .strictObject({
    id: identifier.meta({ description: 'The name that targets and pack.yaml give as their scheme' }),
    title: z.string().meta({ description: 'What the scheme is called on a page' }),
    'by-person': z
      .boolean()
      .default(false)
      .meta({ description: 'The status is set by a person with a reason; no rule gives one' }),
    bands: z.array(bandSchema).default([]).meta({
      description:
        'For polarity higher and lower: the bands from the best figures to the worst; none where a person judges',
    }),
    'to-target': z
      .array(bandSchema)
      .min(1)
      .optional()
      .meta({ description: 'For polarity target and ranges: the bands outwards from the target, on both sides' }),
  })
  .meta({ id: 'scheme', description: 'schemes/*.yaml: how figures are judged against targets' });
