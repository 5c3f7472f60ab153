import type { Draw } from './draw.ts';

const special = [
  '\0',
  '\ufeff',
  '"',
  "'",
  ',',
  ';',
  '\t',
  '|',
  '\n',
  '\r',
  '\r\n',
  '<',
  '>',
  '&',
  ']]>',
  '<!--',
  '\x1a',
  '\x1f',
];
const raw = [
  Buffer.from([0xff]),
  Buffer.from([0xff, 0xfe]),
  Buffer.from([0xfe, 0xff]),
  Buffer.from([0xc3]),
  Buffer.from([0xed, 0xa0, 0x80]),
  Buffer.alloc(64),
];

/** Changes a few bytes: flips, cuts, repeats, moves, ends early. */
export function mutateBytes(input: Buffer, draw: Draw): Buffer {
  let bytes = Buffer.from(input);
  const times = 1 + draw.below(6);
  for (let time = 0; time < times; time++) bytes = once(bytes, draw);
  return bytes;
}

function once(bytes: Buffer, draw: Draw): Buffer<ArrayBuffer> {
  const at = draw.below(bytes.length + 1);
  const to = Math.min(bytes.length, at + 1 + draw.below(draw.of([4, 40, 400])));
  const [before, piece, after] = [bytes.subarray(0, at), bytes.subarray(at, to), bytes.subarray(to)];
  switch (draw.below(7)) {
    case 0: {
      const flipped = Buffer.from(piece.map((byte, index) => (index === 0 ? byte ^ (1 << draw.below(8)) : byte)));
      return Buffer.concat([before, flipped, after]);
    }
    case 1:
      return Buffer.concat([before, after]);
    case 2:
      return Buffer.concat([before, piece, piece, after]);
    case 3:
      return Buffer.concat([after, piece, before]);
    case 4:
      return draw.below(4) === 0 ? Buffer.from(before) : Buffer.concat([before, after]);
    case 5:
      return Buffer.concat([before, Buffer.from(draw.of(special)), piece, after]);
    default:
      return Buffer.concat([before, draw.of(raw), piece, after]);
  }
}
