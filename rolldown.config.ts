import { defineConfig, type PreRenderedChunk } from 'rolldown';

/** Words carry their language in their names: `zh-CN-rules-1a2b3c4d.js`. */
function chunkFileName({ facadeModuleId, moduleIds }: PreRenderedChunk): string {
  const ids = facadeModuleId === null ? moduleIds : [facadeModuleId, ...moduleIds];
  const [language, ...others] = new Set(ids.map((id) => /[\\/]i18n[\\/](zh-CN|en)[\\/]/.exec(id)?.[1]));
  return language === undefined || others.length > 0 ? '[name]-[hash].js' : `${language}-[name]-[hash].js`;
}

export default defineConfig({
  input: {
    cli: 'src/cli/main.ts',
    index: 'src/index.ts',
    'document-worker': 'src/measure/document/worker.ts',
    precompile: 'src/app/precompile.ts',
  },
  platform: 'node',
  // Packages that find their own files by their place, and those that are loaded late and large.
  external: ['ffprobe-static', 'fluent-ffmpeg', 'pdfjs-dist', /^pdfjs-dist\//, 'word-extractor'],
  output: {
    dir: 'dist',
    format: 'esm',
    chunkFileNames: chunkFileName,
    // Less to read and compile at every start: about a seventh of a short run.
    minify: true,
    cleanDir: true,
    codeSplitting: {
      // Every file costs a start some time of its own, beside that of its bytes.
      groups: [
        // All that `--version` needs.
        {
          name: 'start',
          test: /[\\/]src[\\/](?:cli[\\/]output|app[\\/]version|util[\\/]package-root|model[\\/]errors)\.ts$/,
        },
        // What `status` needs, then what a check needs beside it: one file each, where there were fifty. Words stay apart.
        { name: 'look', test: /[\\/]src[\\/]cli[\\/](?:run-program|program|command-modules|commands[\\/]status)\.ts$/ },
        { name: 'check', test: /[\\/]src[\\/]cli[\\/]commands[\\/]validate\.ts$/ },
      ],
    },
  },
});
