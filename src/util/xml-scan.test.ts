import { describe, expect, it } from 'vitest';
import { localName, readAttribute, readLocalAttribute, scanXml, XmlError } from './xml-scan.ts';

function events(xml: string): string[] {
  const seen: string[] = [];
  scanXml(xml, {
    open: (name) => seen.push(`<${name}`),
    close: (name) => seen.push(`/${name}`),
    text: (value) => seen.push(value),
  });
  return seen;
}

describe('scanXml', () => {
  it.each([
    ['<?xml version="1.0"?><a><b x=">"/>t</a>', ['<a', '<b', '/b', 't', '/a']],
    ['<a>&lt;&#x4f60;&#22909;&amp;</a>', ['<a', '<你好&', '/a']],
    ['<!-- <x> --><a><![CDATA[<&]]></a >', ['<a', '<&', '/a']],
    ["<a\n b='c'\n></a>", ['<a', '/a']],
  ])('%s', (xml, expected) => {
    expect(events(xml)).toEqual(expected);
  });

  it.each([
    ['<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
    ['<a>&x;</a>'],
    ['<a>&#x110000;</a>'],
    ['<a><b></a></b>'],
    ['<a>'],
    ['</a>'],
    ['<a b="'],
    ['<a <b/>'],
    ['<a><!-- '],
    ['< >'],
    ['text'],
    [''],
    ['<a>'.repeat(2_000)],
  ])('refuses case %#', (xml) => {
    expect(() => events(xml)).toThrow(XmlError);
  });

  it('is linear in unclosed quotes and comments', () => {
    const start = performance.now();
    expect(() => events(`<a b="${'x'.repeat(5_000_000)}`)).toThrow(XmlError);
    expect(() => events(`<a>${'<!-- x '.repeat(500_000)}`)).toThrow(XmlError);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

it('reads one attribute', () => {
  const attributes = ` w:val = "a&amp;b" Type='c'`;
  expect(['w:val', 'Type', 'val'].map((name) => readAttribute(attributes, name))).toEqual(['a&b', 'c', null]);
});

it('reads one attribute by its local name', () => {
  expect(readLocalAttribute(' a:id="1" w:val="2"', 'val')).toBe('2');
  expect(readLocalAttribute(' a:id="1"', 'val')).toBeNull();
});

it('is linear in attributes that are none', () => {
  const start = performance.now();
  expect(readAttribute(' x'.repeat(1_000_000), 'x')).toBeNull();
  expect(readAttribute('x'.repeat(2_000_000), 'x')).toBeNull();
  expect(performance.now() - start).toBeLessThan(500);
});

it('drops a prefix', () => {
  expect(['w:t', 't'].map(localName)).toEqual(['t', 't']);
});
