/** JSON Schemas (draft 2020-12) of the files people write, so that an editor completes and explains them. */
import * as z from 'zod';
import { configSchema } from './config.ts';
import { itemSchema } from './item-file.ts';

export type JsonSchema = Record<string, unknown>;

/** Of `sizheng.yaml`. */
export function workspaceJsonSchema(): JsonSchema {
  return describe(configSchema, 'sizheng.yaml：工作文件夹的设置');
}

/** Of `item.yaml`. */
export function itemJsonSchema(): JsonSchema {
  return describe(itemSchema, 'item.yaml：一件作品的信息');
}

function describe(schema: z.ZodType, title: string): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return { $schema, title, ...rest };
}
