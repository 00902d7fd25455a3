/** The environment of every ffprobe and ffmpeg that is started. */

/** FFREPORT makes them write a log into the working directory, and colour would stand in what they say of a file. */
const LEFT_OUT: ReadonlySet<string> = new Set(['FFREPORT', 'AV_LOG_FORCE_COLOR', 'AV_LOG_FORCE_256COLOR']);

/** Windows tells no case in these names. */
export function quietEnvironment(env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !LEFT_OUT.has(name.toUpperCase()));
  return { ...Object.fromEntries(kept), AV_LOG_FORCE_NOCOLOR: '1' };
}
