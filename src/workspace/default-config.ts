/** What holds in a folder without a `sizheng.yaml`. */
import type { WorkspaceConfig } from '../model/submission.ts';

export const DEFAULT_CONFIG: WorkspaceConfig = {
  spec: 'moe-2022',
  scope: 'province',
  batch: 'first',
  province: null,
  institution: null,
  year: null,
  deadline: null,
  contact: null,
  waivers: [],
  attestations: {},
  eol: 'lf',
};
