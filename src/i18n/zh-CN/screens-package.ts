/** 复核的屏幕。 */
import type { VerifyScreen } from '../screens.ts';

export const verifyScreenZh: VerifyScreen = {
  verifiedAt: (local, zone, seconds, given) =>
    `${given ? '按' : '复核于'} ${local}（${zone === 'Asia/Shanghai' ? '北京时间' : zone}）${given ? '复核' : ''}${seconds === null ? '' : `，用时 ${seconds} 秒`}`,
  passed: (packages, { files, size }, fast) => {
    const held = `${packages > 1 ? '共 ' : ''}${files} 个文件，${size}`;
    if (fast)
      return `结论：${packages > 1 ? `${packages} 个报送包都` : '报送包'}没有发现问题：${held}；文件内容没有逐一核对`;
    return `结论：${packages > 1 ? `${packages} 个报送包都` : '报送包'}完好：${held}，与清单逐一相符`;
  },
  failed: (packages, faulty, problems) =>
    packages > 1
      ? `结论：${packages} 个报送包中 ${faulty} 个有问题，共 ${problems} 处`
      : `结论：报送包有问题，${problems} 处`,
  alsoWarnings: (count) => `。另有 ${count} 条提醒`,
  fast: ({ zips, folders, receipt, against }) => {
    const looks = [
      zips ? `${folders ? '压缩包' : ''}看了结构、大小和 CRC` : '',
      folders ? `${zips ? '文件夹' : ''}看了有没有缺少、多出和大小` : '',
      receipt ? '清单与回执比过' : '',
      against ? '清单与原件比过' : '',
    ].filter(Boolean);
    return `快速复核（--fast）：${looks.length > 1 ? '' : '只'}${looks.join('，')}；没有用校验码逐一核对文件内容`;
  },
  draft: '草稿包，供内部核对，不能用来报送',
  contents: (works, { files, size }) => `${works === null ? '' : `${works} 件作品，`}${files} 个文件，${size}`,
  digest: (short) => `校验码 ${short}`,
  asReceipt: (path, listsOnly) => (listsOnly ? `清单与回执一致（${path}）` : `与回执一致（${path}），是当初那一包`),
  asSource: (folder, listsOnly) => `${listsOnly ? '清单' : ''}与「${folder}」里的原件一致`,
  receiptOpen: (path) => `没有与回执核对（${path}）：报送包本身有问题，或没有可比的校验码`,
  sourceOpen: (folder) => `没有与「${folder}」里的原件核对完：报送包本身有问题，或没有可比的校验码`,
  state: (problems, draft) => {
    if (problems > 0) return `有问题，${problems} 处`;
    return draft ? '草稿包' : '没有问题';
  },
};
