/** Colours are the command line's business: a reporter only says what a piece of text is. */
export interface Style {
  error(text: string): string;
  warning(text: string): string;
  success(text: string): string;
  dim(text: string): string;
}

const plain = (text: string): string => text;
export const PLAIN: Style = { error: plain, warning: plain, success: plain, dim: plain };
