import { defineConfig } from 'rolldown';

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
  // Less to read and compile at every start: about a seventh of a short run.
  output: { dir: 'dist', format: 'esm', chunkFileNames: '[name]-[hash].js', minify: true, cleanDir: true },
});
