import { text } from 'node:stream/consumers';
import { readWorkbook, type WorkbookRequest } from './read-workbook.ts';

/** The process that reads one workbook: a request on its input, an answer on its output. */
const answer = await readWorkbook(JSON.parse(await text(process.stdin)) as WorkbookRequest);
process.stdout.write(JSON.stringify(answer));
