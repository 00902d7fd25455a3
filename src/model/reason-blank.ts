/** What stands for the reason in a waiver that people are to copy; nobody may hand in a batch with it. */
export const REASON_BLANK = { 'zh-CN': '请写明理由', en: 'say why' } as const;
