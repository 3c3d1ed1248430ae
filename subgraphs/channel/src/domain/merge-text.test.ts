import { CodedError } from '@ucp/kit/errors';
import fc from 'fast-check';
import Mustache from 'mustache';
import { expect, test } from 'vitest';
import { mergeLimits, namesOf, readTags } from './merge-tags.ts';
import { compileText, httpAddress, plainSpellings, plainText } from './merge-text.ts';

const part = (text: string) => ({ name: 'body', field: ['input', 'body'], text });
function write(text: string, view: Readonly<Record<string, unknown>> = {}) {
  const missing: string[] = [];
  const written = plainText(text, readTags(part(text))).write(view, (name) => missing.push(name));
  return { written, missing };
}
const refusal = (text: string): string => {
  try {
    readTags(part(text));
  } catch (error) {
    if (error instanceof CodedError && error.code === 'BAD_USER_INPUT') return error.message;
    throw error;
  }
  return '';
};

const numRuns = Number(process.env.UCP_PROPERTY_RUNS ?? 100);

test('fields are merged, and those that are missing are named', () => {
  const text = 'Hi {{firstName}} {{ lastName }}!';
  expect(write(text, { firstName: 'Ada', lastName: 'Lindqvist' })).toEqual({
    written: 'Hi Ada Lindqvist!',
    missing: [],
  });
  expect(write(text, { firstName: 'Ada' })).toEqual({ written: 'Hi Ada !', missing: ['lastName'] });
  expect(write(text, { firstName: '  ', lastName: null }).missing).toEqual(['firstName', 'lastName']);
});

test('a text can have other words for a field that is missing, and then lacks nothing', () => {
  const text = 'Hi {{#firstName}}{{firstName}}{{/firstName}}{{^firstName}}friend{{/firstName}}!';
  expect(write(text, { firstName: 'Ada' })).toEqual({ written: 'Hi Ada!', missing: [] });
  expect(write(text)).toEqual({ written: 'Hi friend!', missing: [] });
});

test('every kind of value has one spelling', () => {
  const cases: readonly (readonly [unknown, string])[] = [
    ['text', 'text'],
    [1234567.5, '1234567.5'],
    [0, '0'],
    [1e21, '1000000000000000000000'],
    [true, 'yes'],
    [false, 'no'],
    ['2026-03-01', '2026-03-01'],
    [new Date('2026-03-01T23:59:59Z'), '2026-03-01'],
    [['a', 2, true, null, ''], 'a, 2, yes'],
    ['\ud800 and \uE001', '\ufffd and '],
  ];
  for (const [value, spelled] of cases) expect(write('{{x}}', { x: value })).toEqual({ written: spelled, missing: [] });
  for (const nothing of [
    Number.NaN,
    Number.POSITIVE_INFINITY,
    [],
    [null],
    {},
    { a: 1 },
    () => 'ran',
    Symbol('x'),
    undefined,
  ])
    expect(write('{{x}}{{^x}}none{{/x}}', { x: nothing })).toEqual({ written: 'none', missing: ['x'] });
});

test('a list is written item by item within its words', () => {
  expect(write('{{#tags}}[{{.}}]{{/tags}}{{^tags}}none{{/tags}}', { tags: ['vip', 'new'] }).written).toBe('[vip][new]');
  expect(write('{{#tags}}{{name}} is {{.}}. {{/tags}}', { tags: ['vip'], name: 'Ada' }).written).toBe('Ada is vip. ');
  expect(write('{{#tags}}[{{.}}]{{/tags}}{{^tags}}none{{/tags}}', { tags: [] }).written).toBe('none');
  expect(write('{{#optIn}}in{{/optIn}}{{^optIn}}out{{/optIn}}', { optIn: false }).written).toBe('out');
});

test('what every object inherits is nobody’s field, and nothing is run', () => {
  for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'length', '__defineGetter__'])
    expect(write(`{{${name}}}{{#${name}}}there{{/${name}}}`, { x: 'y' })).toEqual({ written: '', missing: [name] });
  expect(write('{{constructor.name}}', { x: 'y' }).missing).toEqual(['constructor.name']);
  expect(write('{{x.length}}', { x: 'yes' }).missing).toEqual(['x.length']);
  expect(write('{{x}}', { x: () => 'ran' }).written).toBe('');
  expect(write('{{x}}', { x: '{{secret}}', secret: 's' }).written).toBe('{{secret}}');
});

test('a refused text names the part, the line, the column and what came', () => {
  expect(refusal('one\ntwo {{> other}}')).toBe(
    'The part "body", line 2, column 5: a text is not put into another, got "{{> other}}"',
  );
  expect(refusal('{{{html}}}')).toMatch(/line 1, column 1: every value is escaped/);
  expect(refusal('{{& html}}')).toMatch(/every value is escaped/);
  expect(refusal('{{=<% %>=}}')).toMatch(/the brackets are always/);
  expect(refusal('a {{name')).toMatch(/column 3: a tag is opened by "{{" and never closed/);
  expect(refusal('{{first name}}')).toMatch(/the name of a field begins with a letter.*got "{{first name}}"/);
  expect(refusal('{{}}')).toMatch(/the name of a field/);
  expect(refusal('{{.}}')).toMatch(/is the item of a list/);
  expect(refusal('x{{#a}}y')).toMatch(/column 2: "{{#a}}" is opened and never closed/);
  expect(refusal('{{/a}}')).toMatch(/closes what was never opened/);
  expect(refusal('{{#a}}{{#b}}{{/a}}{{/b}}')).toMatch(/"{{\/a}}" stands where "{{\/b}}" is due/);
  expect(refusal('{{#a}}'.repeat(6) + '{{/a}}'.repeat(6))).toMatch(/at most 5 sections/);
  expect(refusal('{{a}}'.repeat(mergeLimits.tags))).toBe('');
  expect(refusal('{{a}}'.repeat(mergeLimits.tags + 1))).toMatch(/at most 500 tags/);
  expect(refusal('{{! a note }}{{a}}')).toBe('');
});

test('the fields of a text are those it merges or asks for, each once', () => {
  expect(namesOf(readTags(part('{{b}}{{#a}}{{.}}{{/a}}{{^c}}x{{/c}}{{b}}{{! d }}')))).toEqual(['a', 'b', 'c']);
});

test('a field within an address of the text is percent-encoded, and stays so until the address ends', () => {
  const text = 'See https://shop.example/{{city}}?{{#ref}}by={{ref}}&{{/ref}}n={{n}} for {{city}}';
  const made = compileText(text, plainSpellings(text, readTags(part(text))));
  expect(made.write({ city: 'São Paulo', ref: 'a&b', n: 1 }, () => {})).toBe(
    'See https://shop.example/S%C3%A3o%20Paulo?by=a%26b&n=1 for São Paulo',
  );
});

test('only a whole address in HTTP is one', () => {
  expect(httpAddress(' https://example.com/a?b=c#d ')).toBe('https://example.com/a?b=c#d');
  for (const other of [
    'javascript:alert(1)',
    'data:text/html,x',
    '//example.com',
    'example.com',
    'https://',
    'https://a b',
    'https://a"b',
    'https://[x',
    'ftp://a',
  ])
    expect(httpAddress(other)).toBeNull();
});

/** Sign, name, start and end of each tag but those that close, as the engine has them. */
const tagsOfEngine = (tokens: readonly unknown[][]): unknown[] =>
  tokens.flatMap(([sign, name, start, end, inner]) => [
    ...(sign === 'text' || sign === '!' ? [] : [[sign, name, start, end]]),
    ...(Array.isArray(inner) ? tagsOfEngine(inner) : []),
  ]);

test('the engine reads the same tags at the same places, and of no text does reading fail but by a refusal', () => {
  const signs = { FIELD: 'name', SECTION: '#', INVERTED: '^' } as const;
  const bits = fc.constantFrom(
    '{{',
    '}}',
    '#',
    '/',
    '^',
    '.',
    'a',
    'b',
    ' ',
    '\n',
    '!',
    '{',
    '}',
    '&',
    '=',
    '{{#a}}',
    '{{/a}}',
    '{{a}}',
  );
  fc.assert(
    fc.property(fc.array(bits, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('');
      if (refusal(text) !== '') return;
      const own = readTags(part(text)).flatMap(({ kind, name, start, end }) =>
        kind === 'END' || kind === 'COMMENT' ? [] : [[signs[kind], name, start, end]],
      );
      expect(tagsOfEngine(new Mustache.Writer().parse(text))).toEqual(own);
    }),
    { numRuns },
  );
});
