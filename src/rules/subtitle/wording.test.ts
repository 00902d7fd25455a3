import { testRule } from '../builders-for-tests.ts';
import { garbled, subtitleSubject } from './facts-for-tests.ts';

const one = (...text: string[]) => subtitleSubject([[1000, 3000, ...text]]);

testRule('subtitle/traditional', 'subtitle', {
  accept: [
    ['simplified characters', one('刚刚过去的这一周')],
    ['a line of Japanese', one('日本語の「發見」について')],
    ['a line of Latin letters', one('one', '一')],
    [
      'a garbled cue, which is another rule’s',
      garbled([
        [0, 1000, '鍚庝締'],
        [2000, 3000, '后来'],
      ]),
    ],
  ],
  reject: [
    [
      'traditional ones, once for a cue, with the words about them',
      subtitleSubject([
        [1000, 3000, '一'],
        [4000, 6000, '這個這個問題', '後來'],
      ]),
      {
        at: { line: 7, timeMs: 4000 },
        actual: '1',
        params: { spots: [{ line: 7, timeMs: 4000, found: '這個這個問題' }], cues: 2, mostly: false },
      },
    ],
    ['the line that has them', one('一', '後來'), { at: { line: 4 } }],
    [
      'one far into a long line',
      one('先请你回想一下 刚刚过去的这一周 有没有哪一刻 你忽然後来很想发火'),
      { params: { spots: [{ found: '有没有哪一刻 你忽然後来很想发火' }] } },
    ],
    [
      'a text that is traditional as a whole',
      subtitleSubject([
        [0, 1000, '後來'],
        [2000, 3000, '學習'],
        [4000, 5000, '一'],
      ]),
      { actual: '2', params: { cues: 3, mostly: true } },
    ],
  ],
  notApplicable: [['a file in another language', subtitleSubject([[0, 1000, '學']], { languages: ['ja'] })]],
});

testRule('subtitle/punctuation', 'subtitle', {
  accept: [
    ['spaces for pauses', one('先请你回想一下 刚刚过去的这一周')],
    ['the title of a book, and the marks in it', one('请看《心理学，你好！》这本书')],
    ['quotation marks, dashes and middle dots', one('“内卷”——卡尔·罗杰斯（1902-1987）')],
    ['numbers and words of other languages', one('2.5 小时 10:30 开始 U.S. CBT')],
    ['a line in another language', one('一', 'Well, think back.')],
  ],
  reject: [
    [
      'a comma and a full stop',
      one('先请你回想一下，刚刚过去的这一周。'),
      { at: { line: 3 }, params: { spots: [{ found: '，。' }] } },
    ],
    ['half-width signs beside Han characters', one('你好,同学'), { params: { spots: [{ found: ',' }] } }],
    ['a half-width sign at the end', one('今天讲 CBT.'), { params: { spots: [{ found: '.' }] } }],
    ['a question', one('为什么呢？'), { grade: 'default', actual: '1' }],
  ],
});
