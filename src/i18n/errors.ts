/** What errors say, at hand in both languages: for a program that tells of one where it cannot wait. */
import type { ErrorTexts, Language } from './catalogue.ts';
import { errorsEn } from './en/errors.ts';
import { errorsZh } from './zh-CN/errors.ts';

export const ERRORS: Readonly<Record<Language, ErrorTexts>> = { 'zh-CN': errorsZh, en: errorsEn };
