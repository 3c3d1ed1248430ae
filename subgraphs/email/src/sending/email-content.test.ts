import type { Writing } from '@ucp/channel/outgoing';
import { CodedError } from '@ucp/kit/errors';
import { testSecret } from '@ucp/kit/testing/part';
import fc from 'fast-check';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { expect, test } from 'vitest';
import { createEmailContents } from './email-content.ts';
import { createEmailLinks } from './email-links.ts';

const contents = createEmailContents(testSecret);
const links = createEmailLinks(testSecret);
const publicUrl = 'https://contacts.example.com';
const writing = (view: Readonly<Record<string, unknown>>): Writing => ({
  account: 1,
  messageNo: 42,
  addressNo: 7,
  to: 'Ada@example.com',
  topic: 'news',
  campaign: null,
  view,
  publicUrl,
  at: new Date('2026-03-01T10:00:00Z'),
});
const partsOf = (given: Readonly<Record<string, unknown>>) =>
  contents.readParts({ subject: 'News', ...given }, ['input', 'content']);
function write(given: Readonly<Record<string, unknown>>, view: Readonly<Record<string, unknown>> = {}) {
  const written = contents.write(partsOf(given), 'EMPTY', writing(view));
  if (!('content' in written)) throw new Error(JSON.stringify(written));
  return written.content;
}
/** The html without what is added to it. */
const shown = (html: string, view: Readonly<Record<string, unknown>> = {}): string =>
  String(write({ html: `${html}<a href="{{unsubscribeUrl}}">out</a></body>`, track: false }, view).html).replace(
    /<a href="[^"]*\/u\/[^"]*">out<\/a><\/body>$/,
    '',
  );
function refusal(given: Readonly<Record<string, unknown>>): { message: string; field: readonly string[] | null } {
  try {
    partsOf(given);
  } catch (error) {
    if (error instanceof CodedError && error.code === 'BAD_USER_INPUT')
      return { message: error.message, field: error.field };
    throw error;
  }
  return { message: '', field: null };
}
const elements = (html: string): string[] => {
  const names = (node: Tree.Node): string[] => [
    ...('tagName' in node ? [`${node.tagName} ${node.attrs.map(({ name }) => name).join(' ')}`] : []),
    ...('childNodes' in node ? node.childNodes.flatMap(names) : []),
  ];
  return names(parse(html));
};
const hrefs = (html: string): string[] => [...html.matchAll(/href=(["'])(.*?)\1/g)].map(([, , href = '']) => href);

const numRuns = Number(process.env.UCP_PROPERTY_RUNS ?? 100);

test('a value is escaped as its place needs: as text, as an attribute, as a piece of an address, as a whole one', () => {
  const view = {
    name: `<b>"O'Neil" & Co</b>`,
    city: 'São Paulo/“x”',
    shop: 'https://shop.example/?a=1&b="',
    page: 'https://shop.example/?a=1&b=2',
  };
  expect(shown('<p>{{name}}</p>', view)).toBe('<p>&lt;b&gt;&quot;O&#39;Neil&quot; &amp; Co&lt;/b&gt;</p>');
  expect(shown(`<img alt='{{name}}'>`, view)).toBe(`<img alt='&lt;b&gt;&quot;O&#39;Neil&quot; &amp; Co&lt;/b&gt;'>`);
  expect(shown('<a href="https://x.example/{{city}}?n={{name}}">', view)).toBe(
    '<a href="https://x.example/S%C3%A3o%20Paulo%2F%E2%80%9Cx%E2%80%9D?n=%3Cb%3E%22O&#39;Neil%22%20%26%20Co%3C%2Fb%3E">',
  );
  expect(shown('<a href="{{page}}">', view)).toBe('<a href="https://shop.example/?a=1&amp;b=2">');
  expect(shown('<a href="{{shop}}">', view)).toBe('<a href="">');
  expect(shown('<a href="mailto:{{m}}"><a href="tel:{{t}}">', { m: 'a?b@c.d', t: '+1512 555' })).toBe(
    '<a href="mailto:a%3Fb%40c.d"><a href="tel:+1512%20555">',
  );
});

test('an address out of a field is one in HTTP or none, and then the field is missing', () => {
  const parts = partsOf({ html: '<a href="{{page}}">x</a>' });
  for (const page of ['javascript:alert(1)', ' JavaScript:alert(1)', 'data:text/html,<script>', '//evil.example', 'x'])
    expect(contents.write(parts, 'FAIL', writing({ page }))).toEqual({ missing: ['page'] });
  expect(contents.write(parts, 'FAIL', writing({ page: 'https://example.com' }))).toHaveProperty('content');
});

test.each([
  ['<p {{x}}>', 'not in a name'],
  ['<{{x}}>', 'in the name of an element'],
  ['</{{x}}>', 'in the name of an element'],
  ['<{{#x}}b{{/x}}>', 'in the name of an element'],
  ['{{#x}}<{{/x}}b>', 'in the name of an element'],
  ['<{{! nothing }}b>', 'in the name of an element'],
  ['<!-{{x}}', 'in the name of an element'],
  ['<title><{{x}}</title>', 'in the name of an element'],
  ['<!-- {{x}} -->', 'not in a name, a comment'],
  ['<!--{{x}}-->', 'not in a name, a comment'],
  ['<!--[if mso]><p>{{x}}</p><![endif]-->', 'not in a name, a comment'],
  ['<style>p { color: {{x}} }</style>', 'a style'],
  ['<p style="color: {{x}}">', 'the attribute "style"'],
  ['<p onclick="{{x}}">', 'the attribute "onclick"'],
  ['<img srcset="{{x}}">', 'the attribute "srcset"'],
  ['<a href={{x}}>', 'needs quotation marks'],
  ['<script>x</script>', 'the element <script>'],
  ['<svg></svg>', 'the element <svg>'],
  ['<a href="java{{x}}:alert(1)">', 'may be a whole address, or follow what says its kind'],
  ['<a href="javascript:alert({{x}})">', 'runs a script'],
  ['<a href="java&#10;script:alert(1)">', 'runs a script'],
  ['<a {{#x}}href="{{/x}}a">', 'not in a name'],
  ['<p title="{{#x}}">{{/x}}', 'both stand between elements'],
  ['<a title="{{#x}}" href="{{/x}}">', 'both stand between elements'],
  ['<p>{{#x}}<!-- {{/x}} -->', 'not in a name, a comment'],
  ['<p>text<!-- never closed', 'ends within a comment'],
  ['<style>p{}', 'ends within a comment, a style'],
  ['<textarea>', 'ends within a comment, a style or a form'],
  ['<title>', 'ends within a comment, a style or a form'],
])('the html %j is refused, and the error names the place', (html, reason) => {
  const { message, field } = refusal({ html: `<div>\n${html}`, text: 'x' });
  expect(message).toContain(reason);
  expect(message).toMatch(/^The part "html", line \d+, column \d+: /);
  expect(field).toEqual(['input', 'content', 'html']);
});

test('sections wrap whole elements, rows of a table, or a piece of one value', () => {
  const html =
    '<table>{{#tags}}<tr><td>{{.}}</td></tr>{{/tags}}</table><a href="{{#shop}}{{shop}}{{/shop}}{{^shop}}https://example.com{{/shop}}">x</a><title>{{#a}}{{a}}{{/a}}</title>';
  expect(shown(html, { tags: ['<vip>', 'new'], a: '</title>' })).toBe(
    '<table><tr><td>&lt;vip&gt;</td></tr><tr><td>new</td></tr></table><a href="https://example.com">x</a><title>&lt;/title&gt;</title>',
  );
  expect(shown(html, { shop: 'https://shop.example' })).toContain('<a href="https://shop.example">');
});

const template = `<html><head><title>{{name}}</title></head><body class="x"><h1 title="Hi {{name}}">{{name}}</h1>
<a href="https://shop.example/{{city}}?q={{name}}#{{tag}}">{{city}}</a><a href='{{page}}'>{{page}}</a><img src="{{picture}}" alt='{{name}}'>
<table>{{name}}<tr><td>{{city}}</td></tr></table><textarea>{{tag}}</textarea><select><option value="{{tag}}">{{tag}}</option></select></body></html>`;
const spiteful = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc
    .array(
      fc.constantFrom(
        '<',
        '>',
        '"',
        "'",
        '&',
        '`',
        '=',
        '/',
        '-->',
        '<!--',
        '</title>',
        '</textarea>',
        '<script>',
        '{{name}}',
        'javascript:',
        'https://',
        ' onload=',
        '&lt;',
        '&#60;',
        '\u0000',
        '\uE000',
        '\uE001',
        '\uE002',
        '\ud800',
        '\n',
        ']]>',
      ),
      { maxLength: 8 },
    )
    .map((pieces) => pieces.join('')),
);

test('whatever the values are, the html has the elements and attributes it has without them, and no address runs anything', () => {
  const parts = partsOf({ html: template });
  const written = (view: Readonly<Record<string, unknown>>): string => {
    const made = contents.write(parts, 'EMPTY', writing(view));
    return 'content' in made ? String(made.content.html) : '';
  };
  const plain = elements(written({}));
  fc.assert(
    fc.property(
      fc.record({ name: spiteful, city: spiteful, tag: spiteful, page: spiteful, picture: spiteful }),
      (view) => {
        const html = written(view);
        expect(elements(html)).toEqual(plain);
        for (const href of hrefs(html)) expect(href).toMatch(/^(https:\/\/|$)/);
      },
    ),
    { numRuns },
  );
});

const pieces = fc.array(
  fc.constantFrom(
    '<',
    '</',
    '>',
    '/>',
    '<a',
    '<b',
    '<p>',
    '</p>',
    '<title>',
    '</title>',
    '<textarea>',
    '</textarea>',
    '<style>',
    '</style>',
    '<table>',
    '<tr>',
    '<td>',
    '</table>',
    '<select>',
    '<option>',
    '<img',
    '<!--',
    '-->',
    '--',
    '!',
    '?',
    ' ',
    '\n',
    '=',
    '"',
    "'",
    ' href="',
    " href='",
    ' href=',
    ' src="',
    ' title="',
    " alt='",
    ' style="',
    '&',
    '#',
    '/',
    ':',
    'https://',
    'x',
    'javascript:',
    '{{v}}',
    '{{v}}',
    '{{v}}',
    '{{#v}}',
    '{{/v}}',
    '{{^v}}',
    '{{#w}}',
    '{{/w}}',
    '{{w}}',
    '{{!c}}',
    '<body>',
    '</body>',
    '<iframe>',
    '<noscript>',
    '</noscript>',
    '<![CDATA[',
    ']]>',
    '<?',
  ),
  { minLength: 1, maxLength: 14 },
);

test('no html that is taken can be changed by a value: it is made of the same elements and attributes as with a plain one', () => {
  const written = (parts: ReturnType<typeof partsOf>, v: string): string => {
    const made = contents.write(parts, 'EMPTY', writing({ v, w: 'w' }));
    return 'content' in made ? String(made.content.html) : '';
  };
  fc.assert(
    fc.property(pieces, spiteful, (list, value) => {
      const html = list.join('');
      const given = { html, text: 'x', track: false };
      fc.pre(refusal(given).message === '' && value.replace(/[\0\uE000-\uE004]/g, '').trim() !== '');
      const parts = partsOf(given);
      expect(elements(written(parts, value))).toEqual(elements(written(parts, 'plain')));
    }),
    { numRuns },
  );
});

test('a link that a field leads does not lead through us: nobody’s own data makes a link of ours', () => {
  const html = '<a href="{{site}}">theirs</a> <a href="https://shop.example/{{site}}">ours</a>';
  const [theirs, own] = hrefs(String(write({ html }, { site: 'https://elsewhere.example' }).html));
  expect(theirs).toBe('https://elsewhere.example');
  expect(own).toContain(`${publicUrl}/c/`);
});

test('links are followed through us and say of which message; the links of ours, mail and telephone stay as they are', () => {
  const html =
    '<a href="https://shop.example/?a=1&amp;b={{b}}">shop</a> <a href="http://other.example">o</a> <a href="mailto:a@b.c">m</a> <a href="tel:+1">t</a> <a href="#top">top</a> <a href="{{unsubscribeUrl}}">u</a> <a href="{{preferencesUrl}}">p</a>';
  const { html: made, messageId } = write({ html }, { b: 'x y' });
  const [shop = '', other = '', ...rest] = hrefs(String(made));
  const token = (url: string) => url.slice(`${publicUrl}/c/`.length);
  expect(links.openClick(token(shop))).toEqual({
    account: 1,
    addressNo: 7,
    messageId,
    url: 'https://shop.example/?a=1&b=x%20y',
  });
  expect(links.openClick(token(other))?.url).toBe('http://other.example');
  expect(rest.map((href) => href.replace(publicUrl, '').slice(0, 13))).toEqual([
    'mailto:a@b.c',
    'tel:+1',
    '#top',
    expect.stringMatching(/^\/u\//),
    '/preferences/',
  ]);
  expect(made).not.toContain('Unsubscribe</a>');
  expect(hrefs(String(write({ html, track: false }).html)).slice(0, 2)).toEqual([
    'https://shop.example/?a=1&amp;b=',
    'http://other.example',
  ]);
});

test('a link too long for a token is left as it is, and any other leads where it led', () => {
  for (const character of ['x', 'é', '€', '"']) {
    const followed = [300, 320, 340, 480, 500, 960, 1_000, 1_400].map((length) => {
      const url = `https://shop.example/${character.repeat(length)}`;
      const [href = ''] = hrefs(String(write({ html: `<a href='${url}'>x</a>` }).html));
      const token = href.startsWith(`${publicUrl}/c/`) ? links.openClick(href.slice(`${publicUrl}/c/`.length)) : null;
      if (token !== null) expect(token.url).toBe(url);
      return token !== null;
    });
    expect([followed[0], followed.at(-1)]).toEqual([true, false]);
  }
});

test('opens are told by a picture at the end of what is shown, unless nothing is to be noticed', () => {
  const { html, messageId } = write({ html: '<html><body><p>Hi</p></body></html>' });
  const [, token = ''] =
    /<img src="https:\/\/contacts\.example\.com\/o\/([^"]+)\.gif"[^>]*><\/body><\/html>$/.exec(String(html)) ?? [];
  expect(links.openOpen(token)).toEqual({ account: 1, addressNo: 7, messageId });
  expect(links.openClick(token)).toBeNull();
  expect(write({ html: '<p>Hi</p>', track: false }).html).not.toContain('<img');
});

test('every mail carries one-click unsubscribe of its topic, and shows a way out that is ours or its own', () => {
  const { headers, html, text, messageId } = write({ html: '<body><p>Hi</p></body>' });
  const [, url = ''] = /^<(.+)>$/.exec(headers['List-Unsubscribe'] ?? '') ?? [];
  expect(headers).toEqual({ 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' });
  expect(links.preferences.openUnsubscribe(url.slice(`${publicUrl}/u/`.length))).toEqual({
    account: 1,
    channel: 'EMAIL',
    addressNo: 7,
    topic: 'news',
    messageId,
  });
  expect(html).toMatch(/<p>Hi<\/p><p><small><a href="[^"]+">Unsubscribe<\/a><\/small><\/p><img [^>]+><\/body>$/);
  expect(text).toBe(`Hi\n\nUnsubscribe: ${url}\n`);
  expect(write({ text: 'Bye: {{unsubscribeUrl}}' }).text).toBe(`Bye: ${url}`);
});

test('the text part is made of the html where none is given, with its sections, addresses and escaping', () => {
  const html =
    '<h1>Hello {{name}}</h1><ul>{{#tags}}<li>{{.}}</li>{{/tags}}</ul><p><a href="https://shop.example/{{city}}">Shop &amp; save</a> <img src="https://x.example/y.png" alt="A cup"></p><a href="{{unsubscribeUrl}}">Leave</a>';
  const { text } = write({ html }, { name: 'Ada & <Co>', tags: ['vip', 'new'], city: 'São Paulo' });
  expect(text.replace(/\[https:\/\/contacts\.example\.com\/u\/[^\]]+\]/, '[out]')).toBe(
    'Hello Ada & <Co>\n\n * vip\n * new\n\nShop & save [https://shop.example/S%C3%A3o%20Paulo] A cup\n\nLeave [out]',
  );
  expect(write({ html, text: 'Own words, {{name}}' }, { name: 'Ada' }).text).toMatch(
    /^Own words, Ada\n\nUnsubscribe: /,
  );
});

test('the subject is one line, whatever is merged into it, and never empty', () => {
  expect(write({ subject: 'Hi {{name}}', text: 'x' }, { name: 'Ada\r\nBcc: all@example.com\u2028x' }).subject).toBe(
    'Hi Ada Bcc: all@example.com x',
  );
  expect(contents.write(partsOf({ subject: '{{name}}', text: 'x' }), 'EMPTY', writing({}))).toHaveProperty('refused');
  expect(refusal({ subject: 'a\nb', text: 'x' }).field).toEqual(['input', 'content', 'subject']);
});

test.each([
  [{ subject: ' ', text: 'x' }, 'subject'],
  [{ text: null, html: ' ' }, 'html'],
  [{ subject: 'x'.repeat(401), text: 'x' }, 'subject'],
  [{ html: 'x'.repeat(120_001) }, 'html'],
  [{ text: 7 }, 'text'],
  [{ text: 'x', track: 'no' }, 'track'],
  [{ text: '{{a' }, 'text'],
])('the parts %# are refused, and the error names the part', (given, name) => {
  expect(refusal(given)).toMatchObject({ field: ['input', 'content', name] });
});

test('html that is nested without end is refused, and not read without end', () => {
  expect(refusal({ html: '<div>'.repeat(20_000) }).message).toContain('at most 200 elements within each other');
  expect(refusal({ html: `${'<div>'.repeat(190)}{{x}}` }).message).toBe('');
});

test('a part nobody knows is refused', () => {
  expect(refusal({ text: 'x', footer: 'y' }).message).toContain('footer');
});

test('a demanded field that is missing makes no message, and the fields of all parts are told without the links', () => {
  const parts = partsOf({
    subject: '{{b}}',
    html: '<p>{{a}}{{#c}}{{c}}{{/c}} <a href="{{unsubscribeUrl}}">x</a></p>',
    text: '{{d}}',
  });
  expect(contents.fieldsOf(parts)).toEqual(['a', 'b', 'c', 'd']);
  expect(contents.write(parts, 'FAIL', writing({ b: 'x' }))).toEqual({ missing: ['a', 'd'] });
});

test('a message has the same id whenever it is written, and others have others', () => {
  const id = (messageNo: number) => links.messageId(1, messageNo, publicUrl);
  expect(write({ text: 'x' }).messageId).toBe(id(42));
  expect(id(42)).toMatch(/^1\.42\.[0-9a-f]{16}@contacts\.example\.com$/);
  expect(id(43)).not.toBe(id(42));
});
