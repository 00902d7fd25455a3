import { expect, it } from 'vitest';
import { messagesIn } from '../i18n/messages-for-tests.ts';
import type { Finding } from '../model/report.ts';
import { findingOf, reportOf } from './machine/reports-for-tests.ts';
import { PLAIN } from './style.ts';
import type { TerminalOptions } from './terminal-options.ts';
import { renderProblems } from './terminal-problems.ts';

const { report: screen, rules } = messagesIn('zh-CN');

function render(findings: readonly Finding[]): string[] {
  const options: Partial<TerminalOptions> = { screen, rules, width: 80, verbose: true, target: null, style: PLAIN };
  return renderProblems(reportOf(findings), options as TerminalOptions);
}

it('tells once how findings are mended that stand together and are mended in one way', () => {
  const hide = { fix: '请隐去后重报' };
  expect(
    render([
      findingOf({ ...hide, message: '疑似有手机号' }),
      findingOf({ ...hide, message: '疑似有个人邮箱' }),
      findingOf({ message: '太短' }),
      findingOf({ ...hide, message: '疑似有学号', severity: 'warning', blocking: false }),
    ]).slice(1),
  ).toEqual([
    '  疑似有手机号',
    '  疑似有个人邮箱',
    '  以上 2 处的办法：请隐去后重报',
    '  太短',
    '  办法：换片',
    '  [提醒] 疑似有学号',
    '  办法：请隐去后重报',
  ]);
});

it('tells each of them that a reason of its own lets through', () => {
  const told = render([findingOf({ waiverSubject: '心理微课/01' }), findingOf({ waiverSubject: '心理微课/02' })]);
  expect(told.filter((line) => line.includes('换片'))).toEqual(['  办法：换片', '  办法：换片']);
});
