/** Renderers: data in, markup out. Pure; they know nothing of indicators or units. */
export * from './charts/index.ts';
