export { columnKinds } from './column.ts';
export { reportSchema } from './report.ts';
