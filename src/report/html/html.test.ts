import { describe, expect, it } from 'vitest';
import { bdi, type Content, html, join } from './html.ts';

describe('html', () => {
  it.each<[string, Content, string]>([
    ['markup', '<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['the end of a comment or a section', ']]> -->', ']]&gt; --&gt;'],
    ['quotes, in attributes', `" onload='x`, '&quot; onload=&#39;x'],
    ['what looks escaped', '&lt;R&D', '&amp;lt;R&amp;D'],
    ['a turned name', 'a\u202Egpj.exe', 'a\\u{202E}gpj.exe'],
    ['controls and half characters', '\0\u001B[2J\uD83D', '\\u{0}\\u{1B}[2J\\u{D83D}'],
    ['numbers', 0, '0'],
    ['nothing', null, ''],
    ['a list', ['<', [html`<b>`, null]], '&lt;<b>'],
  ])('takes %s for text', (_, value, expected) => {
    expect(html`<p title="${value}">`.markup).toBe(`<p title="${expected}">`);
  });

  it('is fooled by no data that look like markup', () => {
    expect(() => html`${{ markup: '<b>' } as never}`).toThrow(TypeError);
  });

  it('keeps a stranger’s direction to the name', () => {
    expect(bdi('שלום <').markup).toBe('<bdi>שלום &lt;</bdi>');
  });

  it('joins what is there', () => {
    expect(join(['a', null, html`<b>`], ' <').markup).toBe('a &lt;<b>');
  });
});
