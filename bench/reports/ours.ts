/** `ours FORM FILE TIMES`: makes a document a file with our renderers. */
import { renderers } from '../../src/output/index.ts';
import { tellRenderings } from './renderings.ts';

const render = renderers[process.argv[2] ?? ''];
if (render === undefined) throw new Error('Say which kind of file');
await tellRenderings(render);
