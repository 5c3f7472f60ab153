import type { z } from 'zod';
import {
  editionSchema,
  figureSchema,
  fileQuery,
  indicatorSchema,
  monthQuery,
  monthSchema,
  noQuery,
  pageOf,
  pageQuery,
  unitSchema,
} from './schemas.ts';

/** What can be asked: the addresses, what may stand in them, and what is answered. The document is made from this. */
export interface Operation {
  readonly id: string;
  /** Below /api/v1. */
  readonly path: string;
  readonly summary: string;
  readonly query: z.ZodType;
  /** What is answered, by its media type; null: a file that no schema describes but that of its columns. */
  readonly answers: Readonly<Record<string, z.ZodType | null>>;
}

const json = 'application/json';

export const operations = {
  months: {
    id: 'months',
    path: '/months',
    summary: 'The months that there are figures for',
    query: noQuery,
    answers: { [json]: pageOf(monthSchema) },
  },
  indicators: {
    id: 'indicators',
    path: '/indicators',
    summary: 'The indicators and how they are defined',
    query: noQuery,
    answers: { [json]: pageOf(indicatorSchema) },
  },
  units: {
    id: 'units',
    path: '/units',
    summary: 'The units of a month that you may see',
    query: monthQuery,
    answers: { [json]: pageOf(unitSchema) },
  },
  figures: {
    id: 'figures',
    path: '/figures',
    summary: 'Figures, page by page, by indicator, unit and month',
    query: pageQuery,
    answers: { [json]: pageOf(figureSchema) },
  },
  figuresCsv: {
    id: 'figuresCsv',
    path: '/figures.csv',
    summary: 'The same figures as one CSV file, with the columns of Figure in their order',
    query: fileQuery,
    answers: { 'text/csv': null },
  },
  figuresParquet: {
    id: 'figuresParquet',
    path: '/figures.parquet',
    summary: 'The same figures as one Parquet file, with the columns of Figure in their order',
    query: fileQuery,
    answers: { 'application/vnd.apache.parquet': null },
  },
  editions: {
    id: 'editions',
    path: '/editions',
    summary: 'What was published, by number',
    query: noQuery,
    answers: { [json]: pageOf(editionSchema) },
  },
  editionFigures: {
    id: 'editionFigures',
    path: '/editions/{number}/figures',
    summary: 'The figures as an edition published them, those of its own unit and month with their status',
    query: noQuery,
    answers: { [json]: pageOf(figureSchema) },
  },
} as const satisfies Record<string, Operation>;
