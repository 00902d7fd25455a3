/** Rules over what a work is called and whose it is. */
import type { Breach } from '../../model/rule.ts';
import { defineRule, judged, judgedIf } from '../define.ts';

export const metadata = defineRule({
  id: 'item/metadata',
  on: 'item',
  severities: { default: 'error', conflict: 'warning' },
  source: 'practice',
  waivable: true,
  check({ item }, { config }) {
    const conflicts = item.conflicts.map(
      (conflict): Breach<'item/metadata'> => ({
        grade: 'conflict',
        actual: `${conflict.used.value} / ${conflict.other.value}`,
        params: { fault: 'conflict', ...conflict },
      }),
    );
    const unsigned = config.scope === 'province' && item.institution === null;
    const missing: Breach<'item/metadata'>[] = unsigned ? [{ params: { fault: 'no-institution', name: item.id } }] : [];
    return judged([...missing, ...conflicts], item.institution ?? undefined);
  },
});

// Names that phones, cameras, chat programs and recorders give; and names that say nothing at all.
const NO_TITLE =
  /^(?:微信(?:视频|图片|文件)|mmexport|wx_camera|qq(?:视频|图片|录屏)|vid[_-]?\d|img[_-]?\d|mov[_-]?\d|mvi[_-]?\d|dsc[_n]?\d|c\d{4}$|录屏|屏幕录制|screen[ _-]?rec|录制|腾讯会议|zoom_|新建(?:文件夹|文本|文档|工作表|演示|压缩|microsoft|word|ppt|docx?)|未命名|无标题|untitled|video\d*$|视频\d*$|作品\d*$|[\d\s_\-年月日.:]+$)/iu;

export const title = defineRule({
  id: 'item/title',
  on: 'item',
  severities: { default: 'warning' },
  source: 'practice',
  waivable: true,
  check: ({ item }) =>
    judgedIf(NO_TITLE.test(item.title), { actual: item.title, params: { name: item.title } }, item.title),
});
