import { readFileSync } from 'node:fs';
import { type ParseRequest, parseFile } from './parse-file.ts';

/** The process that takes one XML file apart: a request on its input, an answer on its output. */
process.stdout.write(JSON.stringify(parseFile(JSON.parse(readFileSync(0, 'utf8')) as ParseRequest)));
