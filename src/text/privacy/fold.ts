/** Full-width forms, odd spaces, dashes and invisible marks as plain ASCII, unit for unit: every pattern is written once. */

const UNUSUAL =
  /[\uFF01-\uFF5E\u3000\u00A0\u00AD\u2000-\u200F\u202A-\u202F\u205F-\u2064\uFEFF\u2010-\u2015\u2212\uFE58\uFE63]/g;
const DASH = /[\u2010-\u2015\u2212\uFE58\uFE63]/;
/** Bold in Markdown: 「**手机：**138…」. What is masked has a star in other places, or more of them. */
const BOLD = /(?<!\*)\*\*(?!\*)([^*\n]{1,200})\*\*(?!\*)/g;

export function fold(text: string): string {
  return text.replace(UNUSUAL, foldCharacter).replace(BOLD, '  $1  ');
}

function foldCharacter(character: string): string {
  const code = character.charCodeAt(0);
  // The full-width forms repeat ASCII from `!` to `~`, in order (Unicode, block FF00).
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  return DASH.test(character) ? '-' : ' ';
}
