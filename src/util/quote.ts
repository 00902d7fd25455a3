/** An argument as it can be typed in any shell people use here. */
export function quoteArgument(argument: string): string {
  return /^[\p{L}\p{N}_./:@%+=,-]+$/u.test(argument) && !argument.startsWith('-')
    ? argument
    : `"${argument.replace(/(["\\$`])/g, '\\$1')}"`;
}
