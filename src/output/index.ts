/** Renderers: a document or a chart's data in, markup or a file out. They know nothing of indicators or units. */
export * from './charts/index.ts';
export { type Form, forms } from './forms.ts';
export { frontOf, ReportBody, ReportParts, Words } from './html/index.ts';
export * from './made/index.ts';
export * from './marks/index.ts';
export { type Renderer, renderers } from './renderers.ts';
export { UnfitForm } from './unfit-form.ts';
