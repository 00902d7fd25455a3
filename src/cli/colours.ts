/** The terminal's colours. */
import chalk from 'chalk';
import type { Style } from '../report/style.ts';

export const COLOURS: Style = {
  error: chalk.red,
  warning: chalk.yellow,
  success: chalk.green,
  dim: chalk.dim,
};
