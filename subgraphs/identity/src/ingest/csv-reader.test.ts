import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { type CsvFile, readCsv, type StatedFormat } from './csv-reader.ts';

const found: StatedFormat = { delimiter: null, encoding: null, charset: null, gzip: false };

/** The file as it comes over a network: in pieces that know nothing of characters and rows. */
const inPieces = (bytes: Buffer, size: number): Readable =>
  Readable.from(
    (function* () {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    })(),
  );

async function rowsOf(file: CsvFile) {
  const rows = [];
  for await (const row of file.rows) rows.push(row);
  return rows;
}

const read = async (bytes: Buffer | string, stated: Partial<StatedFormat> = {}, size = 7) => {
  const file = readCsv(inPieces(Buffer.from(bytes), size), { ...found, ...stated });
  const rows = await rowsOf(file);
  return { rows, ...file.format() };
};

/** Line, cells and problem of each row. */
const shown = async (text: string) =>
  (await read(text)).rows.map(({ line, cells, problem }) => [line, cells, problem] as const);

const encodings = [
  ['utf-8', (text: string) => Buffer.from(text)],
  ['utf-8', (text: string) => Buffer.from(`\uFEFF${text}`)],
  ['utf-16le', (text: string) => iconv.encode(`\uFEFF${text}`, 'utf-16le')],
  ['utf-16be', (text: string) => iconv.encode(`\uFEFF${text}`, 'utf-16be')],
  ['utf-16le', (text: string) => iconv.encode(text, 'utf-16le')],
  ['windows-1252', (text: string) => iconv.encode(text, 'windows-1252')],
] as const;
const breaks = ['\n', '\r\n', '\r'];
const delimiters = [',', ';', '\t', '|'];
const every = encodings.flatMap(([encoding, encode], i) =>
  breaks.flatMap((end) => delimiters.map((delimiter) => ({ encoding, encode, end, delimiter, way: i }))),
);

describe.each(every)(
  'way $way of $encoding, lines ended by $end, cells by $delimiter',
  ({ encoding, encode, end, delimiter }) => {
    test.each([1, 5, 4_096])('is read the same in pieces of %d bytes', async (size) => {
      const lines = [
        ['Email', 'City', 'Note'],
        ['ada@example.com', 'Zürich', `"5 € a cup${end}and ""more""${delimiter} he said"`],
        ['', '', ''],
        ['grace@example.com', 'Orléans', ''],
      ];
      const answer = await read(encode(lines.map((cells) => cells.join(delimiter)).join(end)), {}, size);
      expect(answer).toEqual({
        encoding,
        delimiter,
        rows: [
          { line: 1, cells: ['Email', 'City', 'Note'], problem: null },
          {
            line: 2,
            cells: ['ada@example.com', 'Zürich', `5 € a cup${end}and "more"${delimiter} he said`],
            problem: null,
          },
          { line: 5, cells: ['grace@example.com', 'Orléans', ''], problem: null },
        ],
      });
    });
  },
);

test('a delimiter that only the header has is not taken for one', async () => {
  expect(await read('Name, first;Email;City\nAda;ada@example.com;Austin\n')).toMatchObject({
    delimiter: ';',
    rows: [{ cells: ['Name, first', 'Email', 'City'] }, { cells: ['Ada', 'ada@example.com', 'Austin'] }],
  });
});

test('the line in which a spreadsheet tells its delimiter is followed and passed over', async () => {
  expect(await read('sep=#\r\nEmail#City\r\nada@example.com#Austin, TX\r\n')).toMatchObject({
    delimiter: '#',
    rows: [
      { line: 2, cells: ['Email', 'City'] },
      { line: 3, cells: ['ada@example.com', 'Austin, TX'] },
    ],
  });
});

test('what the sender chooses is stronger than what is found', async () => {
  const greek = Buffer.concat([Buffer.from('Email,City\na@example.com,'), Buffer.from([0xc1, 0xe8])]);
  expect(await read(greek, { encoding: 'iso-8859-7', delimiter: ';' })).toMatchObject({
    encoding: 'iso-8859-7',
    delimiter: ';',
    rows: [{ cells: ['Email,City'] }, { cells: ['a@example.com,Αθ'] }],
  });
});

test('a byte order mark is stronger than a charset that says otherwise', async () => {
  expect(await read(iconv.encode('\uFEFFEmail\nzoë@example.com', 'utf-16le'), { charset: 'utf-8' })).toMatchObject({
    encoding: 'utf-16le',
    rows: [{ cells: ['Email'] }, { cells: ['zoë@example.com'] }],
  });
});

test('a row with bytes that are no character of the encoding stated is told by its line', async () => {
  const bytes = Buffer.concat([
    Buffer.from('Email,City\na@example.com,Z'),
    Buffer.from([0xfc]),
    Buffer.from('rich\nb@example.com,Bern'),
  ]);
  const { rows } = await read(bytes, { charset: 'utf-8' });
  expect(rows.map(({ line, problem }) => [line, problem])).toEqual([
    [1, null],
    [2, 'a character cannot be read in the encoding of the file'],
    [3, null],
  ]);
});

test('a broken quote costs its line and no other', async () => {
  expect(
    await shown(
      [
        'Email,City',
        'one@example.com,Austin',
        '"two@example.com,Austin',
        'three@example.com,Austin',
        'four@example.com,Au"stin',
        '"five@example.com"x,Austin',
        'six@example.com,"Austin,',
        'Texas"',
        'seven@example.com,"Aus"tin"',
        'eight@example.com,""',
        '"nine@example.com,Austin',
      ].join('\n'),
    ),
  ).toEqual([
    [1, ['Email', 'City'], null],
    [2, ['one@example.com', 'Austin'], null],
    [3, ['"two@example.com', 'Austin'], 'a closing quote is followed by something other than the delimiter'],
    [4, ['three@example.com', 'Austin'], null],
    [5, ['four@example.com', 'Au"stin'], 'a quote stands in the middle of a cell that does not begin with one'],
    [6, ['"five@example.com"x', 'Austin'], 'a closing quote is followed by something other than the delimiter'],
    [7, ['six@example.com', 'Austin,\nTexas'], null],
    [9, ['seven@example.com', '"Aus"tin"'], 'a closing quote is followed by something other than the delimiter'],
    [10, ['eight@example.com', ''], null],
    [11, ['"nine@example.com', 'Austin'], 'a quote is opened and never closed'],
  ]);
});

test('of a file in which every row has a broken quote every row is told by its line', async () => {
  const lines = Array.from({ length: 10_000 }, (_, i) => (i % 2 === 0 ? `"p${i}@example.com,x` : `p${i},5" pipe`));
  const { rows } = await read(`Email,City\n${lines.join('\n')}\n`, {}, 65_536);
  expect(rows).toHaveLength(10_001);
  expect(rows.filter(({ line, problem }, i) => line === i + 1 && problem !== null)).toHaveLength(10_000);
});

test('a cell of a megabyte is a cell, and a longer row is told by its line', async () => {
  const note = 'x'.repeat(1_000_000);
  const { rows } = await read(
    `Email,Note\na@example.com,"${note}"\nb@example.com,${note}${note}\nc@example.com,"${`${note}\n`.repeat(2)}"\nd@example.com,\n`,
    {},
    65_536,
  );
  expect(rows.map(({ line, problem }) => [line, problem])).toEqual([
    [1, null],
    [2, null],
    [3, 'a row has at most 1048576 characters'],
    [4, 'a quote is opened and not closed within 1048576 characters'],
    [5, null],
    [6, 'a quote is opened and never closed'],
    [7, null],
  ]);
  expect(rows[1]?.cells[1]).toHaveLength(1_000_000);
});

test('a NUL is no text: its row is told, and what is kept of it can be kept', async () => {
  expect(await shown('Email,City\na@example.com,Aus\0tin\nb@example.com,Bern\n')).toEqual([
    [1, ['Email', 'City'], null],
    [2, ['a@example.com', 'Aus\uFFFDtin'], 'a cell has a NUL character, which is no text'],
    [3, ['b@example.com', 'Bern'], null],
  ]);
});

test('a file of a header only has a header only, and an empty one has nothing', async () => {
  expect(await shown('Email,City')).toEqual([[1, ['Email', 'City'], null]]);
  expect(await shown('')).toEqual([]);
  expect(await shown('\r\n\r\n')).toEqual([]);
});

test('gzip is unpacked as it comes', async () => {
  expect(await read(gzipSync('Email\nada@example.com\n'), { gzip: true })).toMatchObject({
    rows: [{ cells: ['Email'] }, { cells: ['ada@example.com'] }],
  });
});

test.each([
  [
    'a gzip bomb',
    gzipSync(Buffer.alloc(100_000_000, 'a@example.com\n')),
    /^A gzip file unpacks to at most 200 times its size, got \d+ bytes from \d+$/,
  ],
  [
    'a gzip file that broke off',
    gzipSync('Email\nada@example.com\n').subarray(0, 20),
    'The file was sent as gzip and is none, or broke off before its end',
  ],
  [
    'what is no gzip',
    Buffer.from('Email\nada@example.com\n'),
    'The file was sent as gzip and is none, or broke off before its end',
  ],
])('%s ends with an error that says so', async (_, bytes, message) => {
  await expect(read(bytes, { gzip: true }, 65_536)).rejects.toThrow(message);
});

test.each([
  ['gzip', gzipSync('Email\n'), 'The file is gzip: send it with the header "content-encoding: gzip"'],
  [
    'a workbook',
    Buffer.from('PK\u0003\u0004rest of it'),
    'The file is a workbook or a ZIP archive: save it as CSV first',
  ],
])('%s sent as CSV is refused by its first bytes', async (_, bytes, message) => {
  await expect(read(bytes)).rejects.toThrow(message);
});
